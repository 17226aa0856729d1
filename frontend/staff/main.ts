import { bindBehaviours } from "../shared/behaviours.ts";

bindBehaviours({});
