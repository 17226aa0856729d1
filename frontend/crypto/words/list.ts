/** A BIP-39 list without the excluded words, in composed letters (NFC), as people see and type them. */
export function without(list: readonly string[], excluded: string): readonly string[] {
  const left = new Set(excluded.normalize("NFC").split(/\s+/));
  return list.map((word) => word.normalize("NFC")).filter((word) => !left.has(word));
}
