import { DECISION_NOTICE, NOTICE_RECEIPT } from '../shared/best-interests.js';
import { REMEDY_PENDING } from '../shared/holds.js';
import { FILED, REMEDY_WINDOW, remedyWindow, WAIVED, WAIVER } from '../shared/remedies.js';
import { choice, known, law, t } from '../shared/texts.js';
import { BEFORE_HANDOVER, BID, EVERYTHING, HERE, JOURNEY, PREPARED } from './needs.js';
import { ask, due, type MinorStep, must, outcome, share } from './pieces.js';

/** Steps 22 to 25: notice, remedy and what takes the place of a return. */
export const decision: readonly MinorStep[] = [
  {
    ...DECISION_NOTICE,
    id: 'notify-decision',
    stage: 'decision',
    title: t('Notificación de la decisión', 'Decision notified'),
    instructions: t(
      'En su idioma, con motivos y recursos explicados, ante su tutora o tutor.',
      'In their language, with reasons and remedies explained, before the guardian.',
    ),
    when: { all: [HERE, 'bidReturn', { not: 'decisionNotified' }] },
    clearsAtOpening: ['remedyWindowClosed'],
    form: [
      must(
        'notice-language',
        'text',
        'D8',
        t('Idioma y recursos explicados', 'Language and remedies explained'),
      ),
      NOTICE_RECEIPT,
    ],
    outcomes: [
      outcome('notified', t('Notificada', 'Notified'), {
        sets: ['decisionNotified'],
        withdraws: ['appeal-window'],
      }),
    ],
    basis: [law('MX LGDNNA art. 92 I, X'), known('CRC GC23 para. 17')],
  },
  {
    ...REMEDY_WINDOW,
    id: 'appeal-window',
    stage: 'decision',
    instructions: t(
      'Quince días hábiles; amparo en todo momento. Quien lo presenta no pierde nada.',
      'Fifteen working days; amparo at any time. Whoever files loses nothing.',
    ),
    when: {
      all: ['bidReturn', 'decisionNotified', { not: 'remedyWindowClosed' }, 'inSendingState'],
    },
    requires: ['bidReturn', 'decisionNotified'],
    deadline: remedyWindow('none-filed'),
    form: [WAIVER],
    outcomes: [
      outcome('none-filed', t('Nadie recurrió', 'None filed'), { sets: ['remedyWindowClosed'] }),
      WAIVED,
      FILED,
    ],
    basis: [known('CRC GC23 para. 17'), known('OC-21/14')],
  },
  {
    ...REMEDY_PENDING,
    id: 'appeal-pending',
    stage: 'decision',
    title: t('Recurso en trámite con efecto suspensivo', 'Remedy pending'),
    instructions: t(
      'Sin tope: mientras se resuelve nadie viaja. Revise el estado cada diez días hábiles.',
      'Without a cap: until the ruling nobody travels. Check its state every ten working days.',
    ),
    when: { all: [BEFORE_HANDOVER, { not: 'noRemedyPending' }] },
    safeguard: true,
    deadline: due(
      10,
      'working-days',
      'L2',
      choice('A status check only; MX LM art. 111 V sets no cap'),
    ),
    outcomes: [
      outcome('upheld', t('Decisión confirmada', 'Upheld'), { sets: ['noRemedyPending'] }),
      outcome('overturned', t('Revocada: se determina de nuevo', 'Overturned: determined anew'), {
        clears: ['childViewRecorded', ...BID, ...JOURNEY],
        sets: ['noRemedyPending'],
        withdraws: PREPARED,
      }),
      outcome('changed', t('Modificada: permanece', 'Changed: stays'), {
        clears: ['returnOpen', ...BID, ...JOURNEY],
        sets: ['noRemedyPending'],
        withdraws: PREPARED,
      }),
      outcome('still-pending', t('Sigue en trámite', 'Still pending'), { keepsOpen: true }),
    ],
    basis: [law('MX LM art. 111 V'), law('MX LA arts. 126, 160')],
  },
  {
    id: 'alternatives-to-return',
    kind: 'task',
    stage: 'stay',
    title: t('Alternativas al retorno', 'Alternatives to return'),
    instructions: t(
      'Busque una solución duradera. Si la niña o el niño pide volver, se determina de nuevo.',
      'Seek a durable solution. If the child asks to return, it is determined anew.',
    ),
    by: ['CPA-S', 'MIG-S'],
    when: { all: [HERE, { not: 'returnOpen' }, { not: 'stayGranted' }] },
    requires: ['inSendingState', 'personPresent'],
    secondPerson: ['child-asks-return'],
    deadline: due(20, 'working-days', 'L1', law('MX LM art. 128 as a ceiling')),
    form: [
      must('durable-solution', 'long-text', 'D8', t('Solución duradera', 'Durable solution')),
      ask('permit', 'text', 'D8', t('Permiso u orden de cuidado', 'Permit or care order')),
    ],
    shares: [
      share(
        'asylum',
        'ASY',
        ['D1', 'D6', 'D8'],
        t('Conocer la solicitud', 'Examine the claim'),
        law('MX LRPCAP art. 21'),
        {
          on: ['asylum'],
          // Whoever recognised the child already knows.
          unless: 'asylum-hold:recognised',
          only: [
            'stated-name',
            'stated-age',
            'sex',
            'stated-nationality',
            'languages',
            'protection-signs',
            'refoulement-grounds',
            'durable-solution',
          ],
        },
      ),
    ],
    outcomes: [
      outcome('regularised', t('Regularización', 'Regularised'), { sets: ['stayGranted'] }),
      outcome('asylum', t('Refugio', 'Asylum'), { sets: ['stayGranted'] }),
      outcome(
        'reunification-elsewhere',
        t('Reunificación en otro país', 'Reunification elsewhere'),
        { sets: ['stayGranted'] },
      ),
      outcome('long-term-care', t('Cuidado de larga duración', 'Long-term care'), {
        sets: ['stayGranted'],
      }),
      outcome('child-asks-return', t('La niña o el niño pide volver', 'The child asks to return'), {
        alone: true,
        clears: EVERYTHING,
        sets: ['returnOpen'],
        withdraws: PREPARED,
        lowers: true,
      }),
    ],
    basis: [law('MX LM arts. 74, 112 III, 133'), known('CRC GC6 paras. 79-94')],
  },
  {
    id: 'stay-review',
    kind: 'follow-up',
    stage: 'stay',
    title: t('Revisión de la permanencia', 'Review of the stay'),
    by: 'CPA-S',
    when: { all: [HERE, 'stayGranted', { any: ['stayGranted', 'stay-review:goes-on'] }] },
    requires: ['inSendingState'],
    secondPerson: ['child-asks-return'],
    deadline: due(6, 'months', 'L1', choice('A review every six months until 18')),
    form: [must('stay-notes', 'long-text', 'D8', t('Cómo va', 'How it goes'))],
    outcomes: [
      outcome('goes-on', t('Sigue bajo revisión', 'Goes on')),
      outcome('settled', t('Solución duradera firme', 'Durable solution settled'), {
        ends: 'closed-stay',
      }),
      outcome('child-asks-return', t('La niña o el niño pide volver', 'The child asks to return'), {
        clears: ['stayGranted', ...EVERYTHING],
        sets: ['returnOpen'],
        lowers: true,
      }),
    ],
    basis: [known('CRC GC6 paras. 79-94')],
  },
];
