/** Whether a client takes JSON, by its `Accept` header (RFC 9110 section 12.5.1); an absent one takes anything. */
export function acceptsJson(header: string | undefined): boolean {
  if (header === undefined || header.trim() === '') return true;
  return header.split(',').some((part) => {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    if (parameters.some((parameter) => /^q=0(\.0{0,3})?$/.test(parameter))) return false;
    return ['*/*', 'application/*', 'application/json', 'application/problem+json'].includes(range);
  });
}
