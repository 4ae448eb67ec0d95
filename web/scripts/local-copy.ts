/// <reference lib="dom" />
// What was typed and is not at the server yet, encrypted under a key that came with the page and is stored nowhere here.
// Browsers may drop it at any time: it is a buffer, never the archive.

const PREFIX = 'rt:';
const LONGEST = 72 * 60 * 60_000;

interface Kept {
  readonly at: number;
  readonly iv: string;
  readonly sealed: string;
}

/** Keeps the fields of a form; what was kept for it before is gone. Tells whether it could: nobody may rely on what is not there. */
export async function keepCopy(place: string, fields: URLSearchParams): Promise<boolean> {
  try {
    return await keep(place, fields);
  } catch {
    // No room, or a browser that stores nothing.
    return false;
  }
}

async function keep(place: string, fields: URLSearchParams): Promise<boolean> {
  const key = await theKey();
  if (!key) return false;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(fields.toString());
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
  const kept: Kept = { at: Date.now(), iv: toText(iv), sealed: toText(new Uint8Array(sealed)) };
  localStorage.setItem(await nameOf(place), JSON.stringify(kept));
  return true;
}

/** The fields kept for a form; undefined if there are none, or somebody else left them. */
export async function findCopy(place: string): Promise<URLSearchParams | undefined> {
  const key = await theKey();
  if (!key) return undefined;
  try {
    const stored = localStorage.getItem(await nameOf(place));
    if (!stored) return undefined;
    const { iv, sealed } = JSON.parse(stored) as Kept;
    const opened = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: toBytes(iv) },
      key,
      toBytes(sealed),
    );
    return new URLSearchParams(new TextDecoder().decode(opened));
  } catch {
    return undefined;
  }
}

export async function dropCopy(place: string): Promise<void> {
  if (await theKey()) localStorage.removeItem(await nameOf(place));
}

/** Erases what is kept: all of it, or what is older than 72 hours. */
export function eraseCopies(which: 'all' | 'old'): void {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(PREFIX)) continue;
    const { at } = JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Kept>;
    if (which === 'all' || Date.now() - (at ?? 0) > LONGEST) localStorage.removeItem(name);
  }
}

let key: Promise<CryptoKey | undefined> | undefined;

function theKey(): Promise<CryptoKey | undefined> {
  const given = document.querySelector<HTMLMetaElement>('meta[name=rt-llave]')?.content;
  // Without TLS, other than on the machine itself, browsers offer no encryption: then nothing is kept.
  key ??= given && crypto.subtle ? importKey(given) : Promise.resolve(undefined);
  return key;
}

function importKey(given: string): Promise<CryptoKey> {
  const bytes = toBytes(given.replaceAll('-', '+').replaceAll('_', '/'));
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The address of a form tells of a case; only its digest is kept. */
async function nameOf(place: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(place));
  return PREFIX + toText(new Uint8Array(digest)).slice(0, 22);
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
