import { bindBehaviours } from "../shared/behaviours.ts";
import { keeper } from "./keys/keeper.ts";
import { keyPage } from "./keys/keyPage.ts";
import { signedOut, signOut } from "./keys/signOut.ts";

bindBehaviours({ keeper, "key-page": keyPage, "sign-out": signOut, "signed-out": signedOut });
