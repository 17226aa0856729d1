import { bindBehaviours } from "../shared/behaviours.ts";
import { keeper } from "./keys/keeper.ts";
import { keyPage } from "./keys/keyPage.ts";
import { signedOut, signOut } from "./keys/signOut.ts";
import { compare } from "./people/compare.ts";
import { finishRemoving } from "./people/finishRemoving.ts";
import { found } from "./people/found.ts";

bindBehaviours({
  compare,
  "finish-removing": finishRemoving,
  "found-program": found,
  keeper,
  "key-page": keyPage,
  "sign-out": signOut,
  "signed-out": signedOut,
});
