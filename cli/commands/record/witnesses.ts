import { connectDatabase } from '../../../db/client.js';
import { listWitnesses, saveWitness } from '../../../db/queries/log/witnesses.js';
import { languageOf, OperatorError } from '../../../platform/text.js';
import { parseVerifier } from '../../../record/note/keys.js';
import { databaseAddress } from '../../processes/context.js';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The command `retorno witness add`. Throws `OperatorError` for a key or an address that cannot be used. */
export async function addWitnessCommand(
  key: string,
  { url, email }: { url?: string; email?: string },
): Promise<void> {
  const verifier = parseVerifier(key);
  if (verifier?.kind !== 'cosignature') {
    throw new OperatorError({
      es: 'Esa no es la clave de un testigo. El testigo la obtiene con «retorno witness init» y está en witness.pub.',
      en: 'That is not the key of a witness. The witness makes it with "retorno witness init"; it is in witness.pub.',
    });
  }
  if (!url && !email) {
    throw new OperatorError({
      es: 'Diga cómo se le entrega: --url, --email o ambos.',
      en: 'Say how it is reached: --url, --email or both.',
    });
  }
  const db = connectDatabase(databaseAddress());
  try {
    const saved = await saveWitness(db.sql, {
      id: verifier.name,
      verifier: verifier.text,
      url: url ? addressOf(url) : null,
      email: email ?? null,
    });
    if (saved) return;
    throw new OperatorError({
      es: `Ya hay un testigo «${verifier.name}» con otra clave. Una clave no se cambia: el testigo nuevo lleva otro nombre.`,
      en: `There is a witness "${verifier.name}" with another key. A key does not change: a new witness takes another name.`,
    });
  } finally {
    await db.close();
  }
}

/** Ends with a slash, so that the path of the request follows. */
function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  if (url && isSafe) return url.href.endsWith('/') ? url.href : `${url.href}/`;
  throw new OperatorError({
    es: `«${text}» no es una dirección https://.`,
    en: `"${text}" is not an https:// address.`,
  });
}

const WORDS = {
  es: {
    none: 'No hay testigos. Un registro sin testigos fuera puede reescribirse entero sin que nadie lo note.\n',
    signed: 'firmó hasta',
    pending: 'en camino',
    refused: 'RECHAZADOS',
  },
  en: {
    none: 'There are no witnesses. A log without witnesses outside can be rewritten as a whole without anybody noticing.\n',
    signed: 'signed up to',
    pending: 'on their way',
    refused: 'REFUSED',
  },
} as const;

/** The command `retorno witness list`. */
export async function listWitnessesCommand({ json }: { json?: boolean }): Promise<void> {
  const db = connectDatabase(databaseAddress());
  const witnesses = await listWitnesses(db.sql).finally(() => db.close());
  const words = WORDS[languageOf(process.env)];
  if (json) process.stdout.write(`${JSON.stringify(witnesses)}\n`);
  else if (witnesses.length === 0) process.stdout.write(words.none);
  else {
    for (const { id, cosignedSize, pending, refused, url, email } of witnesses) {
      const where = [url, email].filter(Boolean).join(', ');
      const alarm = refused > 0 ? `, ${refused} ${words.refused}` : '';
      process.stdout.write(
        `${id} (${where}): ${words.signed} ${cosignedSize}, ${pending} ${words.pending}${alarm}\n`,
      );
    }
  }
}
