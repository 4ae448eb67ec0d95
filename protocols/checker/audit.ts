import { apply } from '../core/apply.js';
import type { RunState } from '../core/state.js';
import type { Definition } from '../language/definition.js';
import { auditAuthor, auditReasons } from './audit/authorship.js';
import { auditClosure } from './audit/closure.js';
import { auditConsents } from './audit/consents.js';
import type { AuditFinding } from './audit/finding.js';
import { auditGates } from './audit/gates.js';
import { auditHandover } from './audit/handover.js';
import { emptyMemory, type Moment, type Recording } from './audit/moment.js';
import { auditMonitor } from './audit/monitor.js';
import { auditOrder, endsElsewhere } from './audit/order.js';
import { auditRecommendations } from './audit/recommendations.js';
import { auditSeconding } from './audit/seconding.js';
import { auditLedger, auditShares } from './audit/shares.js';
import { demandsOf } from './demands.js';
import { createModel, type Model } from './model.js';
import { t } from './words.js';

export type { AuditFinding } from './audit/finding.js';
export type { Entry, Recording, SharedRecord } from './audit/moment.js';

/**
 * Checks a recorded history entry by entry: every gate of every departure, handover, disclosure and document at the
 * instant it was passed (by what the regime demands, not only by what the definition required), signatures of
 * handovers, authorship, second persons, reasons and dates of decisions, order of the record, shares and what became of them, notices to
 * the monitoring body, its recommendations, and when the file was closed. An act the rules refuse today is reported and
 * ends the audit, because nothing after it can be judged.
 */
export function auditRun(definition: Definition, recording: Recording): AuditFinding[] {
  const model = modelOf(definition);
  const demands = demandsOf(definition);
  const memory = emptyMemory();
  const found: AuditFinding[] = [];
  const { entries } = recording;
  let state: RunState | undefined;
  let judged = 0;
  for (const [index, entry] of entries.entries()) {
    const applied = apply(definition, state, entry.act);
    if (!applied.ok) {
      found.push({ invariant: 'INV-A17', seq: entry.seq, text: refused(applied.refusal.code) });
      break;
    }
    const moment: Moment = {
      model,
      recording,
      memory,
      entry,
      before: state,
      after: applied.state,
      effects: applied.effects,
      past: entries.slice(0, index + 1),
      report: (invariant, text) => found.push({ invariant, seq: entry.seq, text }),
    };
    auditOrder(moment);
    auditAuthor(moment);
    auditReasons(moment);
    auditSeconding(moment);
    auditGates(moment, demands);
    auditHandover(moment);
    auditMonitor(moment);
    auditShares(moment);
    auditConsents(moment);
    auditRecommendations(moment);
    auditClosure(moment);
    state = applied.state;
    judged = entry.seq;
  }
  found.push(...auditLedger(recording, memory, judged));
  if (endsElsewhere(recording)) {
    found.push({ invariant: 'INV-A17', seq: entries.at(-1)?.seq ?? 0, text: elsewhere(recording) });
  }
  return found;
}

const models = new WeakMap<Definition, Model>();

/** Read once per definition: many runs follow the same. */
function modelOf(definition: Definition): Model {
  const known = models.get(definition) ?? createModel(definition);
  models.set(definition, known);
  return known;
}

function refused(code: string) {
  return t(
    `Las reglas rechazan hoy este acto (${code}); lo que sigue no puede revisarse.`,
    `The rules refuse this act today (${code}); what follows cannot be judged.`,
  );
}

function elsewhere({ length }: Recording) {
  return t(
    `El historial termina aquí, y el proceso tiene ${length} anotaciones.`,
    `The history ends here, and the run has ${length} entries.`,
  );
}
