const SHORTEST = 5;

/**
 * A document number as it is compared: compatibility forms unified (NFKC), letters in capitals, and everything but
 * letters and digits left out, so that case, spaces, hyphens and dots make no difference. Undefined for fewer than five
 * characters: so few would find strangers.
 */
export function normalDocumentNumber(written: string): string | undefined {
  const normal = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return normal.length < SHORTEST ? undefined : normal;
}
