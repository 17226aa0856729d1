/** Everything that seals, opens or needs keys: fetched when typing or choosing begins, not before. */
export { ask } from "./asking.ts";
export { comeBack } from "./returning.ts";
export { prepare } from "./sealing.ts";
