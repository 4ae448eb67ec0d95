/** How to reach a mail server. */
export interface SmtpOptions {
  host: string;
  port: number;
  secure: boolean;
  requireTLS: boolean;
  auth?: { user: string; pass: string };
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i;

/**
 * Reads `smtp://user:password@host:port` (STARTTLS) or `smtps://…` (TLS from the start). Encryption
 * is required for every host but this machine's own; `?requireTLS=false` lifts that for a relay in
 * a closed network. Throws `RangeError`, without repeating the URL since it may hold a password.
 */
export function smtpOptions(smtpUrl: string): SmtpOptions {
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname) {
    throw new RangeError('The mail server must be given as smtp://host:port or smtps://host:port');
  }
  const unknown = [...url.searchParams.keys()].filter((key) => key !== 'requireTLS');
  if (unknown.length > 0) throw new RangeError(`Unknown mail server option: ${unknown.join(', ')}`);
  const secure = url.protocol === 'smtps:';
  const lifted = url.searchParams.get('requireTLS') === 'false';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !lifted && !loopback.test(url.hostname),
    ...(url.username && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  };
}
