import type { Condition } from '../language/condition.js';
import { familyRules } from '../shared/family.js';
import { choice, law, t } from '../shared/texts.js';
import type { AdultDeporteeNames } from './names.js';
import { type AdultStep, ask, due, must, outcome, PREPARATION_NEEDS } from './pieces.js';

/** Step 14: the family of the person. */
export const family: readonly AdultStep[] = [
  {
    id: 'family-unity-check',
    kind: 'assessment',
    stage: 'preparation',
    title: t('Unidad familiar', 'Family unity'),
    instructions: t(
      'Revisen los vínculos y la voluntad de cada persona adulta. Solo se separa por interés superior de una niña o niño, o a petición propia.',
      "Check the links and each adult's choice. A family is separated only in a child's best interests or at the person's own request.",
    ),
    by: ['MIG-S', 'CPA-S'],
    when: {
      all: [
        'inSendingState',
        'individualAssessed',
        'nonRefoulementClear',
        'removalDecided',
        'decisionNotified',
        'remedyWindowClosed',
        'noRemedyPending',
        'noAsylumPending',
        'noReferralPending',
        'personPresent',
        'familyDecided',
        {
          any: [
            'start',
            'event:family-change',
            'event:family-member-diverged',
            'event:family-member-rejoined',
            'individual-clearance:recheck-family',
          ],
        },
      ],
    },
    requires: [...PREPARATION_NEEDS, 'familyDecided'],
    clearsAtOpening: ['familyUnityOk', 'individuallyCleared'],
    limit: 12,
    safeguard: true,
    deadline: due(
      3,
      'working-days',
      'L2',
      choice('Short, because the file already names the family'),
    ),
    form: [
      must('family-links', 'long-text', 'D4', t('Vínculos revisados', 'Links checked')),
      must(
        'adult-choice',
        'long-text',
        'D4',
        t('Voluntad de cada persona adulta', 'Choice of each adult'),
      ),
      ask(
        'separation-note',
        'long-text',
        'D6',
        t('Nota sobre la separación', 'Note on the separation'),
        { required: ['separated-best-interests', 'separated-own-choice', 'not-possible'] },
      ),
    ],
    outcomes: [
      outcome('together', t('Unidad resguardada', 'Together'), { sets: ['familyUnityOk'] }),
      outcome(
        'separated-best-interests',
        t('Separación por interés superior', 'Separated in a best interests decision'),
        { sets: ['familyUnityOk'] },
      ),
      outcome(
        'separated-own-choice',
        t('Separación a petición propia', 'Separated at own request'),
        { sets: ['familyUnityOk'] },
      ),
      outcome(
        'not-possible',
        t('La salida rompería la familia', 'Removal would break the family'),
        {
          alone: true,
          despiteMissing: true,
          clears: ['familyUnityOk', 'removalDecided'],
        },
      ),
    ],
    basis: [law('MX LM art. 120'), law('DR-Haiti protocol 1999 (b)')],
  },
];

const GONE_ON = ['inTransit', 'received'] as const;
const decided: Condition<AdultDeporteeNames> = {
  all: [
    'individualAssessed',
    'nonRefoulementClear',
    'removalDecided',
    'decisionNotified',
    'remedyWindowClosed',
  ],
};

/**
 * What stops this person stops the departure of the family's others until unity was checked again: a remedy, a claim, a
 * hold, an absence, a place on the list that was lost, a refusal at the border.
 */
export const familyLinks = familyRules<AdultDeporteeNames>(
  {
    held: {
      any: [
        { not: 'noRemedyPending' },
        { not: 'noAsylumPending' },
        { not: 'noReferralPending' },
        { not: 'noMedicalHold' },
        { not: 'noForceMajeure' },
        { not: 'personPresent' },
        { all: ['renewedProcedure', { not: 'removalDecided' }] },
        'manifest-proposal:not-sent',
        'manifest-acceptance:entry-rejected',
        'departure:not-left',
      ],
    },
    gone: 'received',
  },
  {
    decision: { any: [decided, ...GONE_ON] },
    itinerary: { any: ['individuallyCleared', ...GONE_ON] },
    departure: { any: ['finalCheckPassed', ...GONE_ON] },
    handover: { any: [...GONE_ON] },
  },
);
