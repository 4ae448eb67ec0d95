import type { Regime } from '../../language/definition.js';
import { isNews } from '../../language/recall.js';
import { type Share, type Step, signers } from '../../language/step.js';
import { type Invariant, MOVING } from '../invariant.js';
import { needsYes, requireAnswered, requireRecall, restsOn, takesDown } from '../rules/recalls.js';
import type { Scope } from '../scope.js';
import { t } from '../words.js';

/** By which the person takes back what they agreed to. */
const WITHDRAWAL = 'consent-revoked';
/** What stops a journey for the person's safety or at their word, by regime: the country of origin gives back what it has. */
const STOPS: Readonly<Partial<Record<Regime, readonly string[]>>> = {
  removal: ['asylum-claim', 'trafficking-indicator', 'minority-claim', 'new-risk-information'],
  child: ['asylum-claim', 'trafficking-indicator', 'new-risk-information'],
  victim: [WITHDRAWAL, 'disclosure-revoked', 'new-risk-information'],
  voluntary: [WITHDRAWAL],
};
/** What the person agreed to, and to which side what they agreed to goes. */
const AGREED: Readonly<Record<string, readonly string[]>> = {
  consentGiven: ['sending', 'receiving', 'either'],
  consentFree: ['sending', 'receiving', 'either'],
  consentValid: ['sending', 'receiving', 'either'],
  consularContactAgreed: ['receiving', 'either'],
  originNoticeAgreed: ['receiving', 'either'],
  disclosureAuthorised: ['receiving', 'either'],
  reintegrationConsent: ['sending', 'receiving', 'either'],
  programmeConsent: ['sending', 'receiving', 'either'],
};

/** Attributes by which the person agrees to a single recipient. */
const SAID_YES = ['municipalityAgreed'] as const;

/**
 * Every share that rests on an agreement is taken back by the withdrawal, and every share with the country of origin made
 * before the journey by what stops it (recalls); what rests on a declared consent also by taking that one back. A child does not agree to its return, so nothing rests on that.
 */
export const invP6: Invariant = {
  id: 'INV-P6',
  regimes: MOVING,
  must: t(
    'Lo que se compartió con acuerdo de la persona, o con el país de origen, se retira cuando el acuerdo termina o hay un nuevo riesgo; el silencio no cuenta como hecho.',
    'What was shared by agreement, or with the country of origin, is recalled when the agreement ends or a new risk is known; silence does not count as done.',
  ),
  source: 'MX LGPDPPSO arts. 10, 19, 62; GCM objective 21(b)',
  check(scope) {
    const { lead, monitor, steps, regime } = scope.model.definition;
    for (const step of steps) {
      for (const share of step.shares ?? []) {
        const role = scope.model.role(share.to);
        if (!role || role.id === lead || role.id === monitor || isNews(share)) continue;
        const isOrigin = role.side === 'receiving' && scope.model.early.has(step);
        const calls = new Set(isOrigin ? STOPS[regime] : []);
        if (regime !== 'child' && isAgreed(scope, step, share, role.side)) calls.add(WITHDRAWAL);
        for (const event of endingOf(scope, share)) calls.add(event);
        for (const event of calls) requireRecall(scope, step, share, event);
      }
    }
    requireAnswered(scope);
  },
};

/** The events that take back the consent a share rests on; a body that took it down itself holds it all the same. */
function endingOf({ model }: Scope, { restsOn: purpose, to }: Share): readonly string[] {
  const { steps, events } = model.definition;
  const isTaker = steps.some(
    (step) =>
      signers(step).includes(to) &&
      step.consent?.some(({ purpose: asked, gives }) => asked === purpose && gives?.length),
  );
  if (purpose === undefined || isTaker) return [];
  return events.filter(({ revokes }) => revokes?.includes(purpose)).map(({ id }) => id);
}

function isAgreed(scope: Scope, step: Step, share: Share, side: string): boolean {
  if (SAID_YES.some((attribute) => needsYes(scope, share, attribute))) return true;
  return Object.entries(AGREED).some(
    ([fact, sides]) =>
      sides.includes(side) &&
      restsOn(scope, step, share, fact) &&
      !takesDown(scope, share.to, fact),
  );
}
