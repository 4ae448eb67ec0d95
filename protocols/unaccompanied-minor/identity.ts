import * as paper from '../shared/papers.js';
import { choice, comparator, known, law, t } from '../shared/texts.js';
import {
  BID,
  CASE_NEEDS,
  CONSULAR,
  CONSULATE_SUPPRESSED,
  HERE,
  JOURNEY,
  ORIGIN_NEEDS,
  PREPARED,
  PROSPECTS,
  SCREENS,
} from './needs.js';
import { ask, due, type MinorStep, must, NEED_CODES, outcome, REASONS, share } from './pieces.js';

/** Steps 10 to 13: the consulate only after the three screenings, identity, and the one interview. */
export const identity: readonly MinorStep[] = [
  {
    id: 'consular-notification',
    kind: 'notice',
    stage: 'identity',
    title: t('Notificación consular', 'Consular notice'),
    instructions: t(
      'Solo con las tres detecciones concluidas. Si no conviene avisar, diga por qué: entonces nadie contacta a las autoridades de origen.',
      'Only once the three screenings are over. If notice is not advisable, say why: then nobody contacts the authorities of origin.',
    ),
    by: 'CPA-S',
    when: {
      all: [HERE, 'returnOpen', ...SCREENS, { not: 'consularContactSettled' }],
    },
    requires: [...CASE_NEEDS, ...SCREENS],
    effects: ['discloses-identity'],
    secondPerson: ['sent'],
    deadline: due(
      24,
      'hours',
      'L1',
      choice('A day once the screenings are over; without delay, Vienna Convention art. 36(1)(b)'),
    ),
    form: [
      ask('consular-channel', 'text', 'D8', t('Hora, canal y acuse', 'Time, channel and receipt'), {
        required: ['sent'],
      }),
      ask(
        'suppression-reason',
        'long-text',
        'D6',
        t('Por qué no se avisa', 'Why no notice is given'),
        { required: ['suppressed'] },
      ),
    ],
    shares: [
      share(
        'consulate',
        'CON',
        ['D1', 'D4', 'D7', 'D10'],
        t('Asistencia consular', 'Consular assistance'),
        law('Vienna Convention art. 36'),
        {
          on: ['sent'],
          // The answer itself is what lets the consulate take part.
          unless: {
            any: [
              { not: 'traffickingScreened' },
              { not: 'protectionScreened' },
              { not: 'nonRefoulementClear' },
              { not: 'noAsylumPending' },
            ],
          },
        },
      ),
      share(
        'red-cross',
        'RC',
        ['D1', 'D4'],
        t('Localizar a la familia', 'Trace the family'),
        law('A/RES/64/142 para. 150'),
        {
          on: ['suppressed'],
          only: [
            'stated-name',
            'stated-age',
            'sex',
            'stated-nationality',
            'languages',
            'companions',
            'family-whereabouts',
          ],
        },
      ),
    ],
    outcomes: [
      outcome('sent', t('Enviada', 'Sent'), { sets: CONSULAR }),
      outcome('suppressed', t('No se avisa', 'Suppressed'), {
        clears: [...BID, ...JOURNEY],
        sets: ['consularContactSettled'],
        withdraws: PREPARED,
      }),
    ],
    basis: [
      law('Vienna Convention art. 36(1)(b)'),
      law('MX LM art. 112 V'),
      law('A/RES/64/142 para. 150'),
    ],
  },
  {
    id: 'consular-interview',
    kind: 'task',
    stage: 'identity',
    title: t('Entrevista consular', 'Consular interview'),
    instructions: t(
      'Con la tutora o el tutor presente. La niña o el niño puede negarse.',
      'With the guardian present. The child may refuse.',
    ),
    by: 'CON',
    when: { all: [HERE, 'consulateNotified', { not: 'identityConfirmed' }] },
    requires: ORIGIN_NEEDS,
    deadline: due(3, 'working-days', 'L1', choice('Three working days')),
    form: [
      must('guardian-present', 'boolean', 'D4', t('Tutora o tutor presente', 'Guardian present'), {
        yesFor: ['done'],
      }),
      ask('consular-findings', 'text', 'D1', t('Datos de identidad', 'Identity data'), {
        required: ['done'],
      }),
    ],
    shares: [
      share(
        'protection',
        'CPA-S',
        ['D1', 'D4'],
        t('Conocer el resultado', 'Know the result'),
        choice('Who asked must know'),
        { on: ['done'] },
      ),
    ],
    outcomes: [
      outcome('done', t('Hecha', 'Done')),
      outcome('child-refused', t('La niña o el niño no quiso', 'The child refused')),
    ],
    basis: [known('SRE-UNICEF protocol 2015'), law('MX LGDNNA arts. 92 VI, 100')],
  },
  {
    id: 'identity-confirmation',
    kind: 'approval',
    stage: 'identity',
    title: t('Confirmación de identidad y nacionalidad', 'Identity and nationality'),
    instructions: t(
      'Confirme o niegue, o pida información (hasta tres veces). El silencio no confirma nada.',
      'Confirm or deny, or ask for information (up to three times). Silence confirms nothing.',
    ),
    by: 'CON',
    when: {
      all: [
        HERE,
        'consulateNotified',
        { not: 'identityConfirmed' },
        {
          any: [
            'consular-interview:done',
            'consular-interview:child-refused',
            'identity-information:supplied',
          ],
        },
      ],
    },
    requires: ORIGIN_NEEDS,
    safeguard: true,
    deadline: due(
      5,
      'working-days',
      'L2',
      comparator('Sized between 2 working and 25 calendar days of two readmission agreements'),
    ),
    form: [
      ask('birth-record', 'text', 'D1', t('Acta de nacimiento', 'Birth record'), {
        required: ['confirmed'],
      }),
      ask('biometric-match', 'boolean', 'D3', t('Coincidencia biométrica', 'Biometric match')),
      paper.informationAsked('text'),
    ],
    shares: [
      share('protection', 'CPA-S', ['D1'], t('Resultado', 'Result'), choice('Who asked must know')),
    ],
    outcomes: [
      outcome('confirmed', t('Confirmada', 'Confirmed'), { sets: ['identityConfirmed'] }),
      paper.RFI,
      outcome('not-national', t('No es nacional', 'Not a national'), { despiteMissing: true }),
    ],
    basis: [law('GCM objective 21(c)')],
  },
  {
    ...paper.FURTHER_INFORMATION,
    id: 'identity-information',
    stage: 'identity',
    title: t('Información adicional de identidad', 'Further identity information'),
    by: 'CPA-S',
    when: { all: [HERE, 'identity-confirmation:rfi'] },
    requires: ORIGIN_NEEDS,
    deadline: due(5, 'working-days', 'L1', choice('A week per round, three rounds')),
    form: [...paper.IDENTITY_SUPPLIED, paper.informationSupplied('text')],
    shares: [{ ...paper.VERIFY_NATIONALITY, unless: CONSULATE_SUPPRESSED }],
  },
  {
    id: 'nationality-alternatives',
    kind: 'task',
    stage: 'identity',
    title: t('Otro Estado o posible apatridia', 'Another State, or possible statelessness'),
    by: 'CPA-S',
    when: {
      all: [
        HERE,
        { not: 'identityConfirmed' },
        { any: ['identity-confirmation:not-national', 'exhausted:identity-information'] },
      ],
    },
    requires: CASE_NEEDS,
    limit: 3,
    deadline: due(10, 'working-days', 'L1', choice('Two weeks to look further')),
    form: [must('nationality-notes', 'long-text', 'D6', t('Qué se sabe', 'What is known'))],
    outcomes: [
      outcome('other-state', t('Otro Estado', 'Another State'), {
        clears: [
          'nonRefoulementClear',
          ...CONSULAR,
          ...PROSPECTS,
          ...BID,
          'individualPlanAgreed',
          'travelDocValid',
          ...JOURNEY,
        ],
        withdraws: ['consular-interview', 'identity-confirmation', ...PREPARED],
      }),
      paper.POSSIBLY_STATELESS,
    ],
  },
  {
    id: 'statelessness-branch',
    kind: 'task',
    stage: 'identity',
    title: t('Posible apatridia', 'Possible statelessness'),
    by: 'CPA-S',
    when: {
      all: [HERE, 'nationality-alternatives:possible-statelessness', { not: 'identityConfirmed' }],
    },
    requires: ['inSendingState', 'returnOpen'],
    deadline: due(10, 'working-days', 'L1', choice('Two weeks to refer')),
    form: [must('statelessness-file', 'text', 'D8', t('Expediente remitido', 'File referred'))],
    outcomes: [
      outcome('referred', t('Remitida a permanencia', 'Referred to a stay'), {
        clears: ['returnOpen'],
      }),
    ],
  },
  {
    id: 'child-interview',
    kind: 'task',
    stage: 'identity',
    title: t('Entrevista especializada', 'Specialised interview'),
    instructions: t(
      'Una sola vez: identidad, nacionalidad, familia y necesidades. Puede asistir la defensoría.',
      'Once only: identity, nationality, family and needs. The ombudsperson may attend.',
    ),
    by: 'CPA-S',
    when: { all: [HERE, 'inCare', 'guardianActive', { not: 'interviewed' }] },
    requires: ['guardianActive', 'inSendingState', 'personPresent'],
    deadline: due(5, 'working-days', 'L1', choice('Five working days from the first contact'), {
      from: 'start',
    }),
    form: [
      REASONS,
      must(
        'family-whereabouts',
        'long-text',
        'D4',
        t('Dónde está su familia', 'Whereabouts of the family'),
      ),
      must('interview-needs', 'codes', 'D7', t('Necesidades', 'Needs'), NEED_CODES),
    ],
    outcomes: [outcome('done', t('Hecha', 'Done'), { sets: ['interviewed'] })],
    basis: [law('MX LM art. 112 VI')],
  },
];
