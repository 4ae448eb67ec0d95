const BROWSERS = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const;
const SYSTEMS = [
  ['Android', /\bAndroid\b/],
  ['iOS', /\b(?:iPhone|iPad)\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** Browser and system in two words, e.g. `Firefox, Android`; empty when unknown. Nothing that tells one device from another. */
export function deviceOf(userAgent: string | undefined): string {
  const of = (known: readonly (readonly [string, RegExp])[]) =>
    known.find(([, sign]) => sign.test((userAgent ?? '').slice(0, 400)))?.[0];
  return [of(BROWSERS), of(SYSTEMS)].filter(Boolean).join(', ');
}
