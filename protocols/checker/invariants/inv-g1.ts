import type { Invariant } from '../invariant.js';
import { requireGate } from '../rules/gates.js';
import { requireSetter } from '../rules/setters.js';
import type { Scope } from '../scope.js';
import { nameStep, t } from '../words.js';

const CLEARED = 'individuallyCleared';
/** What clearing a person individually rests on. */
const RESTS_ON = [
  'individualAssessed',
  'nonRefoulementClear',
  'decisionNotified',
  'remedyWindowClosed',
  'noRemedyPending',
  'familyUnityOk',
  'identityConfirmed',
  'travelDocValid',
] as const;

/**
 * Departure requires the clearance; so does every step that gives a seat on an operation, and every one before departure
 * that fixes the journey, or tells the receiving migration authority of the person or asks it anything, which is how one comes onto a list. The clearance is an answer of this run alone
 * (setter), and rests on all that an individual decision takes.
 */
export const invG1: Invariant = {
  id: 'INV-G1',
  regimes: ['removal'],
  must: t(
    'Una persona entra en una lista solo desde su propio proceso y con visto bueno individual.',
    'A person enters a manifest only from the own run and cleared individually.',
  ),
  source: 'ICRMW art. 22(1)',
  check(scope) {
    requireGate(scope, { effect: 'departs', facts: [CLEARED] });
    requireSetter(scope, {
      fact: CLEARED,
      outcomes: ['cleared'],
      stepKinds: ['approval'],
      side: 'sending',
      after: RESTS_ON,
      reasons: true,
      renewed: true,
    });
    lists(scope);
  },
};

function lists({ model, report }: Scope): void {
  const seats = new Set(model.setters('windowValid').flatMap(({ step }) => step ?? []));
  for (const step of model.definition.steps) {
    const gives = step.outcomes.some(({ seat }) => seat === 'taken');
    if (!(gives || model.early.has(step)) || step.requires?.includes(CLEARED)) continue;
    const told = [
      ...(step.recalls ? [] : model.roles(step)),
      ...(step.shares ?? []).flatMap(({ to }) => model.role(to) ?? []),
    ];
    const tells = told.some(({ kind, side }) => kind === 'MIG' && side === 'receiving');
    if (!gives && !tells && !seats.has(step)) continue;
    report('listed-uncleared', `steps/${step.id}/requires`, { step: nameStep(model, step.id) });
  }
}
