import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pseudonymOf } from '../../../door/pseudonyms.js';
import { OperatorError } from '../../../platform/text.js';
import { type EvidenceWish, makeEvidence } from '../../../record/log/evidence.js';
import { parseCheckpoint } from '../../../record/note/checkpoint.js';
import { parseNote } from '../../../record/note/note.js';
import { openSignedLog } from './open.js';

/** As given on the command line. */
export interface EvidenceOptions {
  readonly output: string;
  readonly from?: string;
  readonly to?: string;
  readonly for?: string;
  readonly since?: readonly string[];
}

const DAY = 86_400_000;

/** The command `retorno evidence`. Throws `OperatorError` for what cannot be given. */
export async function evidence(runs: readonly string[], options: EvidenceOptions): Promise<void> {
  if (runs.length > 0 && (options.from || options.to)) {
    throw new OperatorError({
      es: 'Pida las pruebas de procesos o las de un periodo, no ambas.',
      en: 'Ask for evidence of runs or of a period, not both.',
    });
  }
  const wish: EvidenceWish = {
    ...(runs.length > 0 ? { runs } : {}),
    ...(options.from ? { from: dayOf(options.from) } : {}),
    ...(options.to ? { to: dayOf(options.to) + DAY } : {}),
    since: (options.since ?? []).map(sizeOf),
  };
  const { db, log, signer } = await openSignedLog();
  try {
    const { for: institution } = options;
    const pack = await makeEvidence(log, signer, {
      ...wish,
      ...(institution
        ? { for: { institution, nameOf: (run) => pseudonymOf(log.door, institution, run) } }
        : {}),
    });
    writeFileSync(options.output, pack, { mode: 0o600 });
  } finally {
    await db.close();
  }
}

function dayOf(text: string): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new OperatorError({
    es: `«${text}» no es una fecha. Escríbala así: 2026-11-01.`,
    en: `"${text}" is no date. Write it as 2026-11-01.`,
  });
}

/** The size of a checkpoint given as a number or as a file. */
function sizeOf(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  const note = existsSync(text) ? readFileSync(text, 'utf8') : '';
  const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '');
  if (checkpoint) return checkpoint.size;
  throw new OperatorError({
    es: `«${text}» no es un punto de control ni su número de anotaciones.`,
    en: `"${text}" is neither a checkpoint nor its number of entries.`,
  });
}
