import type { StoredKey } from "../../crypto/index.ts";

/** The one staff key that is open in this browser. Nothing else is ever kept here. */
export interface Kept {
  account: string;
  number: number;
  key: StoredKey;
  /** When somebody last tapped or typed on a staff page; milliseconds. */
  lastUsed: number;
}

const NAME = "holdfast-staff";
const STORE = "key";
const ONLY = "open";

export function readKept(): Promise<Kept | null> {
  return inStore("readonly", (store) => store.get(ONLY)).then((found) => (found as Kept | undefined) ?? null);
}

export async function writeKept(kept: Kept): Promise<void> {
  await inStore("readwrite", (store) => store.put(kept, ONLY));
}

export async function clearKept(): Promise<void> {
  await inStore("readwrite", (store) => store.clear());
}

/** Reads and changes in one step, so that two windows do not undo each other. Null takes the key away. */
export function changeKept(change: (kept: Kept) => Kept | null): Promise<Kept | null> {
  let left: Kept | null = null;
  return inStore("readwrite", (store) => {
    const reading = store.get(ONLY);
    reading.onsuccess = () => {
      const kept = reading.result as Kept | undefined;
      left = kept ? change(kept) : null;
      if (left) store.put(left, ONLY);
      else store.clear();
    };
    return reading;
  }).then(() => left);
}

/** One transaction on a connection of its own; closed at once, so that it stands in nobody's way. */
async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(NAME, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}
