/** An address of this server given as a parameter; `/` for anything that could lead elsewhere. */
export function ownAddress(given: string | null | undefined): string {
  return given != null && /^\/(?![/\\])[\x21-\x7e]*$/.test(given) ? given : '/';
}

/** The same address with a parameter that says where to go on. */
export function withBack(path: string, back: string): string {
  return back === '/' ? path : `${path}?a=${encodeURIComponent(back)}`;
}
