import type { Act } from '../../core/acts.js';
import { ARRIVED } from '../model.js';
import { EXCUSING_EVENTS, EXCUSING_OUTCOMES, SIX_MONTHS } from '../rules/early-closure.js';
import { t } from '../words.js';
import type { Moment } from './moment.js';

const HOUR = 3_600_000;

/** The file of a child is not closed earlier than six months after the child was received, without an admitted reason. */
export function auditClosure(moment: Moment): void {
  const { model, memory, entry, before, after, past, report } = moment;
  const arrives = ARRIVED.some((fact) => after.facts[fact] && !before?.facts[fact]);
  if (arrives) memory.received = entry;
  const { received } = memory;
  if (!received || !after.ending || before?.ending || after.ending.continues) return;
  if (!isChild(model.definition.regime, after.attributes)) return;
  if (entry.act.at - received.act.at >= SIX_MONTHS * HOUR) return;
  if (past.some(({ seq, act }) => seq > received.seq && excuses(act))) return;
  report(
    'INV-C9',
    t(
      'El caso de una niña o un niño se cerró antes de seis meses de su recepción.',
      'The file of a child was closed earlier than six months after reception.',
    ),
  );
}

function excuses(act: Act): boolean {
  if (act.type === 'event-reported') return EXCUSING_EVENTS.includes(act.event);
  return act.type === 'step-completed' && EXCUSING_OUTCOMES.includes(act.outcome);
}

function isChild(regime: string, attributes: Readonly<Record<string, unknown>>): boolean {
  if (regime === 'child') return true;
  return regime === 'victim' ? attributes.isMinor === true : attributes.withChildren === true;
}
