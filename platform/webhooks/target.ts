import { isIP } from 'node:net';

/** Why an address cannot be called. */
export type TargetFault =
  | 'not-an-address'
  | 'too-long'
  | 'not-https'
  | 'credentials'
  | 'fragment'
  | 'not-a-name'
  | 'inner-name';

const LONGEST = 500;
/** Names that lead nowhere outside, or only within one network. */
const INNER = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|arpa|onion)$/;

/**
 * An address that may be written down for calls: `https://`, a full host name (no numbers in any notation), no user, no
 * fragment. `allowLoopback` also takes `http://` and the names and numbers of this machine.
 */
export function readTarget(
  given: string,
  { allowLoopback }: { allowLoopback: boolean },
): { readonly url: URL } | { readonly fault: TargetFault } {
  if (given.length > LONGEST) return { fault: 'too-long' };
  // What the parser would drop or turn around is refused as it was typed: the reader must see the address that is called.
  const isWhole = /^[a-z]+:\/\/[^/]/i.test(given) && !/[\s\\\p{Cc}]/u.test(given);
  if (!isWhole || !URL.canParse(given)) return { fault: 'not-an-address' };
  const url = new URL(given);
  if (url.username !== '' || url.password !== '' || given.includes('@'))
    return { fault: 'credentials' };
  if (given.includes('#')) return { fault: 'fragment' };
  const fault = hostFault(url.hostname);
  if (allowLoopback && isThisMachine(url.hostname) && /^https?:$/.test(url.protocol))
    return { url };
  if (url.protocol !== 'https:') return { fault: 'not-https' };
  return fault ? { fault } : { url };
}

/** A host as it is allowed for an institution: name in lower case, and the port unless it is 443. */
export function readHost(
  given: string,
  settings: { allowLoopback: boolean },
): { readonly host: string } | { readonly fault: TargetFault } {
  if (/[/?#@\\]/.test(given)) return { fault: 'not-an-address' };
  const read = readTarget(`https://${given}/`, settings);
  return 'fault' in read ? read : { host: read.url.host };
}

function hostFault(name: string): TargetFault | undefined {
  const host = name.replace(/\.$/, '');
  // The parser has turned every notation of a number (0x7f.1, 2130706433, 017700000001) into the usual one.
  if (isIP(host.replace(/^\[|\]$/g, '')) !== 0) return 'not-a-name';
  if (!host.includes('.') || INNER.test(host)) return 'inner-name';
  return undefined;
}

function isThisMachine(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name);
}
