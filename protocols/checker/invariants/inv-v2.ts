import { positiveAtoms } from '../../language/condition.js';
import { onwardOf } from '../../language/step.js';
import type { Invariant } from '../invariant.js';
import { ARRIVED, HERE, IN_TRANSIT } from '../model.js';
import { requireAccepted } from '../rules/acceptance.js';
import { opensAtOnce, requireKept } from '../rules/at-once.js';
import { requireClearing } from '../rules/clearing.js';
import { isAtBorder, requireGate } from '../rules/gates.js';
import { requireReturn } from '../rules/return.js';
import type { Scope } from '../scope.js';
import { judge, knowing, matches } from '../truth.js';
import { regimeOf } from '../vocabulary.js';
import { nameEvent, nameStep, t } from '../words.js';

const WANTED = 'returnWanted';
const STEP = 'withdrawal';
const EVENT = 'event:consent-revoked';
/** Where an earlier procedure may be taken up again: at its beginning, never at a decision. */
const FROM_THE_START = ['inform-rights', 'apprehension-record'] as const;

/**
 * The withdrawal may be reported in every state before the handover. Its step requires nothing, and its guard is true
 * for certain once the event was reported and the person was not received, in every run that can lead to a departure;
 * so it opens, or is open already. The report also takes away what departure and handover require (gates, clearing), and
 * on the way it brings the person back (return). No answer in this protocol takes up a procedure of removal anywhere but at its
 * beginning, and none decides a removal (INV-C4). What it leaves behind keeps no step shut.
 */
export const invV2: Invariant = {
  id: 'INV-V2',
  regimes: ['voluntary'],
  must: t(
    'Retirar el consentimiento se recibe siempre, lleva al desistimiento y no trae sanción.',
    'Withdrawing consent is always accepted, leads to the withdrawal and brings no sanction.',
  ),
  source: 'GCM objective 21(b)',
  check(scope) {
    requireAccepted(scope, 'consent-revoked', 'handover');
    withdrawal(scope);
    wanted(scope);
    unpunished(scope);
    for (const { outcome, event, where } of scope.model.moves) {
      for (const { protocol, entry } of onwardOf(outcome ?? event ?? {})) {
        if (!isRemoval(scope, protocol)) continue;
        if (FROM_THE_START.some((known) => known === entry)) continue;
        scope.report('withdrawal-punished', `${where}/continues`, { entry });
      }
    }
  },
};

function wanted(scope: Scope): void {
  requireGate(scope, { effect: 'departs', facts: [WANTED] });
  requireGate(scope, { effect: 'hands-over', facts: [WANTED], of: isAtBorder });
  requireClearing(scope, 'consent-revoked', [WANTED]);
  requireReturn(scope, { [IN_TRANSIT]: true, [HERE]: false, [WANTED]: false });
}

function withdrawal(scope: Scope): void {
  const { model } = scope;
  const step = model.steps.get(STEP);
  if (!step) {
    scope.report('withdrawal-missing', 'steps', { step: STEP });
    return;
  }
  const fillers = { step: nameStep(model, STEP) };
  requireKept(scope, step, [...ARRIVED, WANTED]);
  if (step.requires?.length || !opensAtOnce(step)) {
    scope.report('withdrawal-barred', `steps/${STEP}`, fillers);
  }
  if (!positiveAtoms(step.when).includes(EVENT)) {
    scope.report('withdrawal-barred', `steps/${STEP}/when`, fillers);
    return;
  }
  for (const { given, reach } of model.starts) {
    if (![...model.departures].some((move) => reach.moves.has(move))) continue;
    const opens = judge(step.when, {
      holds: (atom) =>
        atom === EVENT ? true : ARRIVED.some((fact) => fact === atom) ? false : undefined,
      attribute: (id, is) => matches(given[id], is),
    });
    if (opens !== true) scope.report('withdrawal-barred', `steps/${STEP}/when`, fillers);
  }
}

/**
 * What a withdrawal leaves in the run, beside the consents that end with it, closes no step: a guard that is false for
 * certain under it would be a consequence.
 */
function unpunished(scope: Scope): void {
  const { model } = scope;
  const { consents = [], steps } = model.definition;
  const isConsent = (id: string) =>
    consents.some(({ holds }) => 'attribute' in holds && holds.attribute === id);
  const withdrawals = model.moves.filter(
    ({ event, step, kind }) =>
      event?.id === 'consent-revoked' || (step?.id === STEP && kind === 'answered'),
  );
  for (const { event, outcome, where } of withdrawals) {
    const left = Object.entries((event ?? outcome)?.assigns ?? {}).filter(([id]) => !isConsent(id));
    const marks = [
      ...left.map(([id, is]) => ({ mark: id, known: knowing({}, { [id]: is! }) })),
      ...(event ? [{ mark: EVENT, known: knowing({ [EVENT]: true }) }] : []),
    ];
    const by = event ? nameEvent(model, event.id) : nameStep(model, STEP);
    for (const { mark, known } of marks) {
      for (const step of steps) {
        if (judge(step.when, known) !== false) continue;
        scope.report('withdrawal-bars', `${where}/assigns`, {
          by,
          mark,
          step: nameStep(model, step.id),
        });
      }
    }
  }
}

function isRemoval({ context }: Scope, protocol: string): boolean {
  return regimeOf(protocol, context) === 'removal';
}
