import { ARRIVED } from '../model.js';
import { t } from '../words.js';
import type { Moment } from './moment.js';

const SIX_MONTHS = 6 * 28 * 86_400_000;
const EXCUSED = [
  'turned-eighteen',
  'left',
  'left-area',
  'court-decided',
  'deceased',
  'died',
  'notified',
];

/** The file of a child is not closed earlier than six months after the child was received, without an admitted reason. */
export function auditClosure({ model, entry, before, after, past, report }: Moment): void {
  if (!after.ending || before?.ending || after.ending.continues) return;
  if (!isChild(model.definition.regime, after.attributes)) return;
  const received = ARRIVED.map((fact) => before?.established[fact]?.at).find(
    (at) => at !== undefined,
  );
  if (received === undefined || entry.act.at - received >= SIX_MONTHS) return;
  const { act } = past.at(-1)!;
  if (act.type === 'step-completed' && EXCUSED.includes(act.outcome)) return;
  report(
    'INV-C9',
    t(
      'El caso de una niña o un niño se cerró antes de seis meses de su recepción.',
      'The file of a child was closed earlier than six months after reception.',
    ),
  );
}

function isChild(regime: string, attributes: Readonly<Record<string, unknown>>): boolean {
  if (regime === 'child') return true;
  return regime === 'victim' ? attributes.isMinor === true : attributes.withChildren === true;
}
