/** Crockford's letters: without I, L, O and U, so that a key can be read aloud and typed from paper. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const DIGITS = '0123456789abcdefghijklmnopqrstuv';
const LENGTH = 10;

/** How people name a run, e.g. `C-7F3K9-1PQ4M`: the beginning of its random id in other letters. Tells nothing. */
export function caseKeyOf(runId: string): string {
  const letters = Array.from(runId.slice(0, LENGTH), (digit) => LETTERS[DIGITS.indexOf(digit)]);
  return `C-${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}

/** The same for a key that is typed whole; a beginning stands for nothing, as it may be another person's. */
export function wholeRunPrefixOf(typed: string): string | undefined {
  const prefix = runPrefixOf(typed);
  return prefix?.length === LENGTH ? prefix : undefined;
}

/**
 * The beginning of run ids that a typed key, or the first letters of one, stands for. Letters mistaken for digits are
 * read as these. Undefined for what is not the beginning of any key.
 */
export function runPrefixOf(typed: string): string | undefined {
  const bare = typed
    .trim()
    .toUpperCase()
    .replace(/^C\s*-/, '')
    .replace(/[\s-]/g, '');
  const letters = bare.replace(/[IL]/g, '1').replace(/O/g, '0');
  if (letters === '' || letters.length > LENGTH) return undefined;
  const digits = Array.from(letters, (letter) => DIGITS[LETTERS.indexOf(letter)]);
  return digits.includes(undefined) ? undefined : digits.join('');
}
