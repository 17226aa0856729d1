/** An open key is let go after this long without a tap or a keystroke on any staff page; milliseconds. */
export const IDLE = 15 * 60_000;

/** A clock that was set back lets nothing live longer. */
export function isIdle(lastUsed: number, now: number): boolean {
  return now - lastUsed >= IDLE || now < lastUsed - 60_000;
}
