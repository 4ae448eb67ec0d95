import { choice, law, span, t } from '../shared/texts.js';
import { JOURNEY, PROSPECT_NEEDS, RETURN_DECISION } from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, share } from './pieces.js';

/** Steps 12 and 13: the risk of this person, and court proceedings. */
export const risk: readonly ProtectedStep[] = [
  {
    id: 'risk-assessment',
    kind: 'assessment',
    stage: 'decision',
    title: t('Evaluación de riesgo individual', 'Individual risk assessment'),
    instructions: t(
      'Valore a esta persona, no al grupo. A contactos en origen se les pregunta solo con datos codificados. Vale 30 días.',
      'Assess this person, not a group. Contacts in origin are asked with coded data only. Valid 30 days.',
    ),
    by: 'ATU-S',
    when: {
      all: [
        'reflectionDone',
        'inSendingState',
        { not: 'riskCleared' },
        {
          any: [
            'start',
            'risk-information:supplied',
            'alternatives-to-return:wishes-return',
            'event:new-risk-information',
            'event:trafficking-indicator',
          ],
        },
      ],
    },
    requires: PROSPECT_NEEDS,
    clearsAtOpening: ['individualAssessed', 'disclosureAuthorised'],
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('After the recovery period')),
    form: [
      must('reprisal', 'long-text', 'D6', t('Represalias', 'Reprisal')),
      must(
        'repetition',
        'long-text',
        'D6',
        t('Riesgo de que se repita', 'Risk that it happens again'),
      ),
      must(
        'family-involved',
        'long-text',
        'D6',
        t('Participación de la familia', 'Involvement of the family'),
      ),
      must('debt', 'long-text', 'D6', t('Deudas', 'Debt')),
      must('stigma', 'long-text', 'D6', t('Estigma', 'Stigma')),
      must(
        'state-protection',
        'long-text',
        'D6',
        t('Capacidad de protección en origen', 'Ability of the State of origin to protect'),
      ),
    ],
    outcomes: [
      outcome('low', t('Riesgo bajo', 'Low risk'), {
        sets: ['individualAssessed', { fact: 'riskCleared', validFor: span(30, 'calendar-days') }],
      }),
      outcome('manageable', t('Riesgo manejable', 'Manageable risk'), {
        sets: ['individualAssessed', { fact: 'riskCleared', validFor: span(30, 'calendar-days') }],
      }),
      outcome('high', t('Riesgo alto', 'High risk'), {
        despiteMissing: true,
        clears: ['returnOpen', ...RETURN_DECISION, ...JOURNEY],
      }),
      outcome('unknown', t('Faltan datos', 'More data needed')),
    ],
    basis: [law('Palermo Protocol art. 8'), law('MX trafficking law art. 3 VI')],
  },
  {
    id: 'risk-information',
    kind: 'task',
    stage: 'decision',
    title: t('Datos adicionales sobre el riesgo', 'More data on the risk'),
    instructions: t(
      'Reúna lo que falta con datos codificados. Tras tres rondas se buscan alternativas al retorno.',
      'Gather what is missing with coded data. After three rounds alternatives to return are sought.',
    ),
    by: 'ATU-S',
    when: 'risk-assessment:unknown',
    requires: PROSPECT_NEEDS,
    limit: 3,
    deadline: due(10, 'working-days', 'L1', choice('As the assessment itself')),
    form: [
      must(
        'coded-data',
        'long-text',
        'D6',
        t('Datos reunidos, codificados', 'Data gathered, coded'),
      ),
    ],
    outcomes: [outcome('supplied', t('Reunidos', 'Gathered'))],
  },
  {
    id: 'legal-proceedings-check',
    kind: 'wait',
    stage: 'decision',
    title: t('Estado de los procesos judiciales', 'State of proceedings'),
    instructions: t(
      'Diga si hay audiencias y cómo declarar por anticipado o por video. No decide si la persona se va: eso lo dice ella con su defensa.',
      'Say whether there are hearings and how to testify in advance or by video. It does not decide whether the person leaves: they say so with counsel.',
    ),
    by: 'PROS',
    when: {
      all: ['inSendingState', 'reflectionDone', 'justice-notice:sent', { not: 'proceedingsFree' }],
    },
    requires: ['riskCleared', ...PROSPECT_NEEDS],
    safeguard: true,
    deadline: due(
      10,
      'working-days',
      'L2',
      choice('Before the decision; asked again at the last check'),
    ),
    form: [
      ask('hearing-dates', 'long-text', 'D6', t('Fechas de audiencias', 'Dates of hearings'), {
        required: ['hearings'],
      }),
      ask(
        'testimony-plan',
        'long-text',
        'D6',
        t('Declaración anticipada o por video', 'Advance or video testimony'),
      ),
    ],
    shares: [
      share(
        'dates',
        'ATU-S',
        ['D6'],
        t('Fechas', 'Dates'),
        choice('Who accompanies must know the dates'),
      ),
    ],
    outcomes: [
      outcome('free', t('Nada la retiene', 'Nothing holds the person back'), {
        sets: ['proceedingsFree'],
      }),
      outcome('hearings', t('Hay audiencias previstas', 'Hearings are planned')),
    ],
    basis: [law('Palermo Protocol art. 8(2)'), law('MX LGPSEDMTP art. 76')],
  },
  {
    id: 'proceedings-choice',
    kind: 'wait',
    stage: 'decision',
    title: t('Esperar o no el proceso', 'Waiting for proceedings or not'),
    instructions: t(
      'La persona dice con su defensa si quiere esperar. Puede cambiar de idea cualquier día; nadie la presiona.',
      'The person says with counsel whether to wait. They may change their mind any day; nobody presses them.',
    ),
    by: 'LEGAL',
    when: {
      all: [
        'inSendingState',
        'reflectionDone',
        { not: 'proceedingsFree' },
        { any: ['legal-proceedings-check:hearings', 'justice-notice:not-sent'] },
      ],
    },
    requires: ['riskCleared', ...PROSPECT_NEEDS],
    safeguard: true,
    deadline: due(30, 'calendar-days', 'L2', choice('A monthly look, without pressure')),
    form: [
      ask('choice-record', 'long-text', 'D6', t('Lo que la persona dijo', 'What the person said')),
    ],
    outcomes: [
      outcome('waits', t('Quiere esperar', 'Wants to wait'), { keepsOpen: true }),
      outcome('does-not-wait', t('No quiere esperar', 'Does not want to wait'), {
        sets: ['proceedingsFree'],
      }),
      outcome(
        'none-pending',
        t('No hay proceso o ya terminó', 'There are none, or they are over'),
        { sets: ['proceedingsFree'] },
      ),
    ],
    basis: [law('MX LGPSEDMTP art. 76')],
  },
];
