/** The program whose staff page this is, as the layout wrote it on the body. */
export interface StaffPlace {
  slug: string;
  program: string;
  csrf: string;
}

export function staffPlace(): StaffPlace {
  const { slug = "", program = "", csrf = "" } = document.body.dataset;
  return { slug, program, csrf };
}

/**
 * Where to go back to: a staff page of this program and of this site, else the program's first page. What stands in an
 * address can be written by anybody.
 */
export function wayBack(then: string | null, slug: string, origin: string): string {
  const home = `/staff/${slug}`;
  const to = new URL(home, origin);
  try {
    if (then !== null) to.href = new URL(then, origin).href;
  } catch {
    return home;
  }
  const inside = to.pathname === home || to.pathname.startsWith(`${home}/`);
  return to.origin === origin && inside && to.pathname !== `${home}/key` ? to.pathname + to.search + to.hash : home;
}
