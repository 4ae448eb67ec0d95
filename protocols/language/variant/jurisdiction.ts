import type { Source } from '../text.js';

/** How citations of national and bilateral texts begin or are named, and whose law they are. */
const LAWS: readonly { readonly of: readonly string[]; readonly cites: RegExp }[] = [
  { of: ['MX'], cites: /\bMX\b|\b(LM|LRPCAP|LFPA|LGDNNA|LGPSEDMTP|LA) arts?\.|\bSRE-UNICEF\b/ },
  { of: ['US'], cites: /\bUS\b(?!-MX)|\bTVPRA\b|\bGAO-/ },
  { of: ['US', 'MX'], cites: /\bUS-MX\b/ },
  { of: ['DO', 'HT'], cites: /\bDR-Haiti\b/ },
  { of: ['DO'], cites: /\bDO\b|\bDR\b(?!-Haiti)/ },
  { of: ['CR'], cites: /\bCR\b/ },
  { of: ['GT'], cites: /\bGT\b/ },
  { of: ['HN'], cites: /\bHN\b/ },
  { of: ['SV'], cites: /\bSV\b/ },
  { of: ['PA'], cites: /\bPA\b/ },
  { of: ['CA'], cites: /\bCA\b|\bCanada\b/ },
];

/** Countries whose own law a citation names; empty for international texts and for reasons of the product. */
export function jurisdictions(ref: string): string[] {
  return [...new Set(LAWS.filter(({ cites }) => cites.test(ref)).flatMap(({ of }) => of))];
}

/**
 * A source as it stands in these countries: another country's law only sizes the value there, so it becomes a
 * comparator. What was never law stays as it is.
 */
export function markedFor(source: Source, countries: ReadonlySet<string>): Source {
  if (source.mark === 'comparator' || source.mark === 'proposal') return source;
  const cited = jurisdictions(source.ref);
  if (cited.length === 0 || cited.some((country) => countries.has(country))) return source;
  return { mark: 'comparator', ref: source.ref };
}
