import { bindBehaviours } from "../shared/behaviours.ts";
import { fromNow } from "./fromNow.ts";
import { keeper } from "./keys/keeper.ts";
import { keyPage } from "./keys/keyPage.ts";
import { signedOut, signOut } from "./keys/signOut.ts";
import { news } from "./news.ts";
import { compare } from "./people/compare.ts";
import { finishRemoving } from "./people/finishRemoving.ts";
import { found } from "./people/found.ts";

bindBehaviours({
  compare,
  "finish-removing": finishRemoving,
  "found-program": found,
  "from-now": fromNow,
  keeper,
  "key-page": keyPage,
  news,
  "sign-out": signOut,
  "signed-out": signedOut,
  // The sealing comes with it, which other pages need not fetch.
  talk: (root) => void import("./talk/talk.ts").then(({ talk }) => talk(root)),
});
