import * as journey from '../shared/journey.js';
import { choice, law, t } from '../shared/texts.js';
import {
  CHECK_NEEDS,
  CHILD,
  CHILD_NEEDS,
  JOURNEY,
  JOURNEY_NEEDS,
  OFF,
  ORIGIN_SUPPRESSED_OR_ADULT,
  RETURN_DECISION,
} from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, share } from './pieces.js';

const NEEDS = [...CHECK_NEEDS, ...CHILD_NEEDS] as const;

/** The journey of a child: own escort, own reception, own last check, never the one of an adult. */
export const childTransfer: readonly ProtectedStep[] = [
  {
    ...journey.ESCORT_ASSIGNMENT,
    title: t('Asignación de acompañante especializado', 'Specialised escort'),
    instructions: t(
      'Asigne a una persona especializada para todo el trayecto. Una niña o un niño nunca viaja sin ella.',
      'Assign a specialised person for the whole journey. A child never travels without one.',
    ),
    when: { all: ['inSendingState', CHILD, 'safePlanAgreed', { not: 'escortAssigned' }] },
    requires: [...JOURNEY_NEEDS, 'guardianActive'],
    form: [
      must(
        'specialised-escort',
        'text',
        'D10',
        t('Acompañante especializado', 'Specialised escort'),
      ),
      journey.ESCORT_TRAINING,
    ],
    shares: [
      share(
        'counterpart',
        'CPA-R',
        ['D10'],
        t('Saber quién acompaña', 'Know who escorts'),
        law('GCM objective 21(g)'),
        { unless: ORIGIN_SUPPRESSED_OR_ADULT, restsOn: 'disclosure' },
      ),
    ],
  },
  {
    id: 'child-reception-confirmation',
    kind: 'approval',
    stage: 'transfer',
    title: t('Recepción por protección de la niñez', 'Reception by child protection'),
    instructions: t(
      'Confirme quién recibe, por nombre, y dónde.',
      'Confirm who receives, by name, and where.',
    ),
    by: 'CPA-R',
    when: { all: ['inSendingState', CHILD, 'safePlanAgreed', { not: 'childReceptionConfirmed' }] },
    requires: [...JOURNEY_NEEDS, 'guardianActive'],
    safeguard: true,
    deadline: due(48, 'hours', 'L2', choice('Two days to answer; enough time by LM art. 112 III')),
    form: [
      ask('child-officer', 'text', 'D6', t('Persona designada', 'Named officer'), {
        required: ['confirmed'],
      }),
    ],
    outcomes: [
      outcome('confirmed', t('Confirmada', 'Confirmed'), { sets: ['childReceptionConfirmed'] }),
      outcome('not-ready', t('Todavía no: otra fecha', 'Not ready: another date'), OFF),
    ],
    basis: [law('MX LM art. 112 III'), law('A/RES/64/142 para. 148(b)')],
  },
  {
    ...journey.CHILD_FINAL_CHECK,
    id: 'child-pre-departure-check',
    title: t('Verificación previa de la niña o el niño', 'Final check of a child'),
    instructions: t(
      'En las 24 horas previas escuche de nuevo a la niña o el niño, a solas. Si se opone, no viaja y se determina otra vez.',
      'Within the 24 hours before listen to the child again, in private. If the child is opposed, nobody travels and it is determined anew.',
    ),
    when: {
      all: [
        'inSendingState',
        CHILD,
        'safePlanAgreed',
        'familyContactSettled',
        'receptionConfirmed',
        'escortSettled',
        'fitToTravel',
        'escortAssigned',
        'childReceptionConfirmed',
        'remedyWindowClosed',
        { not: 'finalCheckPassed' },
      ],
    },
    requires: NEEDS,
    form: [
      journey.VIEW_AGAIN,
      journey.checklist('child-checklist', 'cleared', journey.CHILD_CHECKLIST),
      journey.monitoringCode('child-journey-code'),
    ],
    shares: [journey.noticeToMonitor('cleared')],
    outcomes: [
      outcome('cleared', t('Todo en orden', 'All in order'), {
        sets: [journey.forHours('finalCheckPassed', 24)],
      }),
      outcome('not-cleared', t('Algo falla', 'Something fails'), OFF),
      outcome('opposed', t('Ahora se opone', 'Now opposed'), {
        despiteMissing: true,
        clears: ['noObjection', 'childViewRecorded', ...RETURN_DECISION, ...JOURNEY],
        withdraws: ['preparation', 'transfer', 'bid-notice', 'bid-remedy-window'],
      }),
    ],
    basis: [law('GCM objective 21(g)'), law('MX LGDNNA art. 97')],
  },
  {
    ...journey.DEPARTURE,
    id: 'child-departure',
    title: t('Salida discreta de la niña o el niño', 'Discreet departure of a child'),
    instructions: t(
      'Con su acompañante todo el trayecto, aparte de personas adultas ajenas. Si se angustia, no sale.',
      'With the escort for the whole journey, apart from adults who are strangers. In distress nobody leaves.',
    ),
    by: 'IOM',
    when: { all: ['inSendingState', CHILD, 'finalCheckPassed'] },
    requires: [...NEEDS, 'finalCheckPassed'],
    deadline: due(12, 'hours', 'L1', choice('Half the time the last check is good for')),
    form: [journey.leftAt('child-left-at')],
    shares: [
      journey.awaitArrival('child-protection', 'CPA-R', choice('Named officer only')),
      journey.awaitArrival('counterpart', 'ATU-R', choice('Named officer only')),
    ],
    outcomes: [
      { ...journey.LEFT, withdraws: ['lead-decision'] },
      outcome('aborted', t('No salió', 'Did not leave'), {
        despiteMissing: true,
        clears: ['childViewRecorded', ...RETURN_DECISION, ...JOURNEY],
        withdraws: ['preparation', 'transfer', 'bid-notice', 'bid-remedy-window'],
      }),
    ],
    basis: [law('MX LM art. 112 III')],
  },
];
