import { apply } from '../core/apply.js';
import type { RunState } from '../core/state.js';
import type { Definition } from '../language/definition.js';
import type { Text } from '../language/text.js';
import { auditDecision, auditOrder } from './audit/authorship.js';
import { auditClosure } from './audit/closure.js';
import { auditGates } from './audit/gates.js';
import { auditHandover } from './audit/handover.js';
import type { Entry, Moment } from './audit/moment.js';
import { auditMonitor, auditShares } from './audit/shares.js';
import { demandsOf } from './demands.js';
import { createModel } from './model.js';

export type { Entry } from './audit/moment.js';

/** Something in a recorded history that a safeguard does not allow, or that cannot be shown to be allowed. */
export interface AuditFinding {
  readonly invariant: string;
  /** The entry of the history, counted from 1. */
  readonly seq: number;
  readonly text: Text;
}

/**
 * Checks a recorded history entry by entry: every gate of every departure, handover, disclosure and document at the
 * instant it was passed (by what the regime demands, not only by what the definition required), signatures of
 * handovers, authorship and reasons of decisions, order of the record, notices to the monitoring body, shares, and
 * when the file was closed. An act the rules refuse today is reported and ends the audit, because nothing after it
 * can be judged.
 */
export function auditRun(definition: Definition, entries: readonly Entry[]): AuditFinding[] {
  const model = createModel(definition);
  const demands = demandsOf(definition);
  const found: AuditFinding[] = [];
  let state: RunState | undefined;
  for (const [index, entry] of entries.entries()) {
    const applied = apply(definition, state, entry.act);
    if (!applied.ok) {
      found.push({ invariant: 'INV-A17', seq: entry.seq, text: refused(applied.refusal.code) });
      return found;
    }
    const moment: Moment = {
      model,
      entry,
      before: state,
      after: applied.state,
      effects: applied.effects,
      past: entries.slice(0, index + 1),
      report: (invariant, text) => found.push({ invariant, seq: entry.seq, text }),
    };
    auditOrder(moment);
    auditDecision(moment);
    auditGates(moment, demands);
    auditHandover(moment);
    auditMonitor(moment);
    auditShares(moment);
    auditClosure(moment);
    state = applied.state;
  }
  return found;
}

function refused(code: string): Text {
  return {
    es: `Las reglas rechazan hoy este acto (${code}); lo que sigue no puede revisarse.`,
    en: `The rules refuse this act today (${code}); what follows cannot be judged.`,
  };
}
