import { bindBehaviours } from "../shared/behaviours.ts";
import { become } from "./become.ts";
import { held } from "./held.ts";

bindBehaviours({ become, held });
