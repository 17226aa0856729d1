/** A sentence of this page in its language, from the page's own template; `{0}`, `{1}` take the arguments. */
export function say(key: string, ...args: (string | number)[]): string {
  const template = document.getElementById("says") as HTMLTemplateElement;
  const text = template.content.querySelector(`[data-key="${key}"]`)?.textContent;
  if (text == null) throw new Error(`no words for ${key}`);
  return fill(text, args);
}

export function fill(text: string, args: (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (whole, place: string) => String(args[Number(place)] ?? whole));
}

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(document.documentElement.lang, options);
}

/** A day, such as "Tuesday, March 3". Days are plain dates: in no zone. */
export function day(date: string): string {
  return format({ weekday: "long", month: "long", day: "numeric", timeZone: "UTC" }).format(new Date(`${date}T12:00Z`));
}

/** A moment with its zone in words. */
export function moment(instant: string): string {
  const options = { weekday: "long", month: "long", day: "numeric", hour: "numeric", minute: "2-digit" } as const;
  return format({ ...options, timeZoneName: "long" }).format(new Date(instant));
}

/** A moment beside a message, where the zone is the reader's own. */
export function clock(instant: string): string {
  return format({ month: "short", day: "numeric", hour: "numeric", minute: "2-digit" }).format(new Date(instant));
}
