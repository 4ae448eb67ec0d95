import * as best from '../shared/best-interests.js';
import { choice, known, law, t } from '../shared/texts.js';
import { BID, CASE_NEEDS, HERE, JOURNEY, ORIGIN_NEEDS, PREPARED } from './needs.js';
import { type MinorStep, share } from './pieces.js';

const INPUTS = ['careSettled', 'originRiskAssessed', 'childViewRecorded'] as const;
/** Only with all of these may the panel choose a return. */
const RETURN_POSSIBLE = [
  'consulateNotified',
  'identityConfirmed',
  'carerOrCareSecured',
  'originConditionsOk',
  'nonRefoulementClear',
] as const;

const decided = [{ fact: 'bidReturn', validFor: best.NINETY_DAYS }] as const;
const ended = best.notReturning({
  clears: ['returnOpen', ...BID, ...JOURNEY],
  withdraws: PREPARED,
});

const panelShares: MinorStep['shares'] = [
  best.PANEL_TO_COUNSEL,
  share(
    'migration',
    'MIG-S',
    ['D8'],
    t('Solo el resultado', 'The result only'),
    choice('The result only'),
  ),
];

/** Steps 19 to 21: the child's view, the report and the determination. */
export const bestInterests: readonly MinorStep[] = [
  {
    ...best.CHILD_VIEW,
    when: {
      all: [HERE, 'returnOpen', 'guardianActive', 'interviewed', { not: 'childViewRecorded' }],
    },
    requires: CASE_NEEDS,
    basis: [law('MX LGDNNA art. 92 IV'), known('CRC GC14')],
  },
  {
    ...best.BID_REPORT,
    title: t('Informe para la DIS', 'BID report'),
    when: { all: [HERE, 'returnOpen', ...INPUTS, { not: 'bidReported' }] },
    requires: [...CASE_NEEDS, ...INPUTS],
  },
  {
    // A report with gaps leaves no determination standing: with one, nothing would ask the panel again.
    ...best.BID_COMPLEMENT,
    requires: CASE_NEEDS,
    outcomes: best.missingInputs([...BID, ...JOURNEY], { withdraws: PREPARED }),
  },
  {
    ...best.BID_DECISION,
    when: { all: [HERE, 'returnOpen', 'bidReported', ...RETURN_POSSIBLE, { not: 'bidReturn' }] },
    requires: [
      ...ORIGIN_NEEDS,
      'bidReported',
      ...INPUTS,
      ...RETURN_POSSIBLE.filter((fact) => !ORIGIN_NEEDS.includes(fact)),
    ],
    clearsAtOpening: ['decisionNotified', 'remedyWindowClosed', 'finalCheckPassed'],
    shares: panelShares,
    outcomes: [...best.returning(decided), ...ended],
    basis: [
      known('CRC GC14 paras. 85-99'),
      law('MX LGDNNA art. 97'),
      law('MX LM art. 112 III'),
      law('GCM objective 21(g)'),
    ],
  },
  {
    ...best.BID_DECISION_WITHOUT_RETURN,
    instructions: t(
      'Falta algo sin lo cual no hay retorno: decida entre permanecer y un tercer país.',
      'Something is missing without which there is no return: decide between staying and a third country.',
    ),
    when: {
      all: [
        HERE,
        'returnOpen',
        'bidReported',
        { not: 'bidReturn' },
        { any: RETURN_POSSIBLE.map((fact) => ({ not: fact })) },
      ],
    },
    requires: [...CASE_NEEDS, 'bidReported'],
    shares: panelShares,
    outcomes: ended,
  },
];
