/** Keeps "(in 18 minutes)" beside a time true while the page stays open. */
export function fromNow(element: HTMLElement): void {
  const at = Date.parse(element.dataset.at ?? "");
  const words = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always" });
  const show = () => {
    element.textContent = `(${relative(at - Date.now(), words)})`;
  };
  setInterval(show, 30_000);
  addEventListener("pageshow", show);
}

/** As the server says it: minutes below two hours, hours below two days, then days. */
export function relative(away: number, words: Intl.RelativeTimeFormat): string {
  const minutes = Math.trunc(away / 60_000);
  if (Math.abs(minutes) < 120) return words.format(minutes, "minute");
  const hours = Math.trunc(minutes / 60);
  return Math.abs(hours) < 48 ? words.format(hours, "hour") : words.format(Math.trunc(hours / 24), "day");
}
