import { DECISION_NOTICE, NOTICE_RECEIPT } from '../shared/best-interests.js';
import { REMEDY_PENDING } from '../shared/holds.js';
import * as remedy from '../shared/remedies.js';
import { comparator, known, law, t } from '../shared/texts.js';
import {
  type AdultStep,
  ask,
  CONSULATE_SUPPRESSED,
  due,
  EVERYTHING,
  must,
  outcome,
  PRESENTED,
  READINESS,
  REASONS,
  share,
} from './pieces.js';

const NEW_DECISION = ['decisionNotified', 'remedyWindowClosed'] as const;

const decisionForm: AdultStep['form'] = [
  must('decision-date', 'date', 'D8', t('Fecha de la resolución', 'Date of the decision')),
  ask(
    'ban-months',
    'number',
    'D8',
    t('Impedimento de reingreso, en meses', 'Re-entry ban in months'),
    {
      min: 0,
      max: 240,
      required: ['removal'],
    },
  ),
  // Asked, and not required to open the step: then the time after which silence releases would not run.
  ask(
    'offered-before',
    'boolean',
    'D8',
    t('Antes se le ofreció el retorno voluntario', 'Voluntary return was offered to them before'),
    { required: ['removal'], yesFor: ['removal'] },
  ),
  REASONS,
];

const decisionShares: AdultStep['shares'] = [
  share(
    'counsel',
    'LEGAL',
    ['D8'],
    t('Copia para la defensa', 'Copy for counsel'),
    law('MX LM art. 109'),
  ),
  share(
    'consulate',
    'CON',
    ['D8'],
    t('Existencia de la resolución', 'Existence of the decision'),
    law('VCCR art. 36'),
    { on: ['removal'], unless: CONSULATE_SUPPRESSED },
  ),
];

const removal = outcome('removal', t('Salida del país', 'Removal'), {
  clears: [...NEW_DECISION, 'removalDecided', ...READINESS],
  sets: ['removalDecided'],
});

const release = outcome(
  'release',
  t('Libertad con permiso de estancia', 'Release with permit to stay'),
  { despiteMissing: true, ends: 'closed-stay' },
);

const assistedReturn = outcome('assisted-return', t('Retorno asistido', 'Assisted return'));

/** Steps 10 to 13: the decision about one person, its notice and the remedies against it. */
export const decision: readonly AdultStep[] = [
  {
    id: 'removal-decision',
    kind: 'approval',
    stage: 'decision',
    title: t('Resolución migratoria', 'Removal decision'),
    instructions: t(
      'Dicte una resolución individual, razonada y firmada. Si el plazo vence sin resolución, la persona queda en libertad con permiso de estancia.',
      'Give an individual, reasoned and signed decision. If time runs out, the person is released with a permit to stay.',
    ),
    by: 'MIG-S',
    when: {
      all: [
        'inSendingState',
        'nonRefoulementClear',
        'individualAssessed',
        { not: 'renewedProcedure' },
      ],
    },
    requires: [
      'rightsInformed',
      'individualAssessed',
      'nonRefoulementClear',
      'noAsylumPending',
      'noReferralPending',
    ],
    limit: 4,
    safeguard: true,
    deadline: due(
      15,
      'working-days',
      'L3',
      law('MX LM art. 111: 15 working days from presentation'),
      {
        from: { after: 'apprehension-record:ordered' },
        lapse: 'release',
      },
    ),
    form: decisionForm,
    shares: decisionShares,
    outcomes: [
      { ...removal, sets: ['removalDecided', 'renewedProcedure'] },
      release,
      assistedReturn,
      outcome('extended', t('Prórroga por causa de ley', 'Extended for a cause the law lists'), {
        sets: ['renewedProcedure'],
      }),
    ],
    basis: [law('MX LM arts. 111, 115, 144'), law('ICRMW art. 22(2)')],
  },
  {
    id: 'assisted-return-offer',
    kind: 'task',
    stage: 'decision',
    title: t('Retorno asistido: respuesta de la persona', "Assisted return: the person's answer"),
    instructions: t(
      'Explique el retorno asistido y anote la respuesta; si no acepta, se resuelve de nuevo.',
      'Explain assisted return and record the answer; on a refusal a new decision is made.',
    ),
    by: 'MIG-S',
    when: { any: ['removal-decision:assisted-return', 'renewed-removal-decision:assisted-return'] },
    requires: ['personPresent', 'inSendingState'],
    limit: 4,
    secondPerson: ['accepts'],
    deadline: due(7, 'calendar-days', 'L1', comparator('EU Return Directive art. 7: 7 to 30 days')),
    form: [
      must('assisted-answer', 'text', 'D8', t('Respuesta de la persona', "The person's answer")),
    ],
    shares: [
      share(
        'assisted-return',
        'IOM',
        ['D1'],
        t('Retorno asistido', 'Assisted return'),
        law('MX LM arts. 118-119'),
        { on: ['accepts'] },
      ),
    ],
    outcomes: [
      outcome('accepts', t('Acepta', 'Accepts'), {
        clears: EVERYTHING,
        continues: { protocol: 'voluntary-return', entry: 'information-counselling' },
        lowers: true,
      }),
      outcome('declines', t('No acepta', 'Declines'), {
        clears: ['removalDecided'],
        sets: ['renewedProcedure'],
      }),
    ],
    basis: [law('MX LM arts. 118-119')],
  },
  {
    id: 'renewed-removal-decision',
    kind: 'approval',
    stage: 'decision',
    title: t('Nueva resolución migratoria', 'New removal decision'),
    instructions: t(
      'Resuelva de nuevo: la resolución anterior no puede ejecutarse. Si el plazo vence, la persona queda en libertad con permiso de estancia.',
      'Decide again: the former decision cannot be executed. If time runs out, the person is released with a permit to stay.',
    ),
    by: 'MIG-S',
    when: {
      all: [
        'inSendingState',
        'renewedProcedure',
        'nonRefoulementClear',
        'individualAssessed',
        { not: 'removalDecided' },
        { any: ['start', 'assisted-return-offer:declines', 'exhausted:assisted-return-offer'] },
      ],
    },
    requires: [
      'rightsInformed',
      'individualAssessed',
      'nonRefoulementClear',
      'noAsylumPending',
      'noReferralPending',
      'inSendingState',
    ],
    limit: 6,
    safeguard: true,
    deadline: due(
      15,
      'working-days',
      'L3',
      law('MX LM art. 111; counted anew from this opening, within the 60 days of the stay'),
      { lapse: 'release' },
    ),
    form: decisionForm,
    shares: decisionShares,
    outcomes: [removal, release, assistedReturn],
    basis: [law('MX LM arts. 111, 119 VIII'), law('ICRMW art. 22(2)')],
  },
  {
    id: 'stay-limit',
    kind: 'wait',
    stage: 'decision',
    title: t('Límite legal de la estancia', 'Legal limit of the stay'),
    instructions: t(
      'Si a los 60 días hábiles de iniciado el proceso la persona no ha salido, queda en libertad con permiso de estancia. El plazo se detiene mientras hay recurso o asilo en trámite. Si la persona vuelve, el plazo no empieza de nuevo.',
      'If the person has not left within 60 working days of the start of the procedure, they are released with a permit to stay. The clock stands still while a remedy or an asylum claim is pending. If the person comes back, it does not begin anew.',
    ),
    by: 'MIG-S',
    when: {
      all: [
        'inSendingState',
        {
          any: [
            PRESENTED,
            'bring-back:brought-back',
            'standstill-on-the-way:brought-back',
            'handover-reception-act:refused',
            'nationality-doubt:not-national',
            'nationality-doubt-extension:not-national',
            'take-back:taken-back',
          ],
        },
      ],
    },
    requires: ['noRemedyPending', 'noAsylumPending', 'personPresent'],
    deadline: due(
      60,
      'working-days',
      'L3',
      law('MX LM art. 111: 60 working days; no cap while a remedy is pending, art. 111 V'),
      // One stay, however often the person is brought back: a second count would hold them twice as long.
      { from: 'start', lapse: 'release' },
    ),
    outcomes: [release],
    basis: [law('MX LM art. 111')],
  },
  {
    ...DECISION_NOTICE,
    id: 'notify-decision',
    stage: 'decision',
    title: t('Notificación de la resolución', 'Decision notified'),
    instructions: t(
      'Entregue la resolución por escrito, en un idioma que la persona entienda, con motivos y recursos.',
      'Hand over the decision in writing, in a language the person understands, with reasons and remedies.',
    ),
    by: 'MIG-S',
    when: { any: ['removal-decision:removal', 'renewed-removal-decision:removal'] },
    requires: ['removalDecided', 'personPresent'],
    clearsAtOpening: ['decisionNotified', 'remedyWindowClosed'],
    form: [
      must(
        'notified-language',
        'text',
        'D8',
        t('Idioma de la notificación', 'Language of the notice'),
      ),
      must('remedies-explained', 'boolean', 'D8', t('Recursos explicados', 'Remedies explained'), {
        yesFor: ['notified'],
      }),
      NOTICE_RECEIPT,
    ],
    shares: [
      share(
        'counsel',
        'LEGAL',
        ['D8'],
        t('Constancia para la defensa', 'Receipt for counsel'),
        law('MX LM art. 122'),
      ),
    ],
    outcomes: [outcome('notified', t('Notificada', 'Notified'), { sets: ['decisionNotified'] })],
    basis: [law('ICRMW art. 22(3)'), law('MX LM art. 122')],
  },
  {
    ...remedy.REMEDY_WINDOW,
    id: 'appeal-window',
    stage: 'decision',
    instructions: t(
      'La persona puede recurrir en 15 días hábiles y pedir amparo en todo momento. Solo el vencimiento del plazo, o la renuncia ante su defensa, lo cierra.',
      'The person may appeal within 15 working days and ask for amparo at any time. Only the end of the window, or a waiver before counsel, closes it.',
    ),
    when: 'notify-decision:notified',
    requires: ['decisionNotified'],
    clearsAtOpening: ['remedyWindowClosed'],
    deadline: remedy.remedyWindow('window-closed'),
    form: [
      ask('filing-receipt', 'text', 'D8', t('Acuse del recurso', 'Filing receipt'), {
        required: ['filed'],
      }),
      remedy.WAIVER,
    ],
    outcomes: [remedy.WINDOW_OVER, remedy.WAIVED, remedy.FILED],
    basis: [law('MX LFPA art. 85'), law('MX LA arts. 17, 20')],
  },
  {
    ...REMEDY_PENDING,
    id: 'appeal-pending',
    stage: 'decision',
    instructions: t(
      'Mientras se resuelve, nadie sale del país. Si en 5 días no se resuelve la suspensión pedida, se tiene por concedida.',
      'Until the ruling nobody leaves. If the suspension asked for is not ruled on in 5 days, it counts as granted.',
    ),
    when: { any: ['appeal-window:filed', 'event:appeal-filed', 'event:court-order'] },
    // Whoever is on the way is brought back first, so that the ruling finds the person where it can be carried out.
    requires: ['inSendingState'],
    clearsAtOpening: ['noRemedyPending'],
    safeguard: true,
    deadline: due(
      5,
      'calendar-days',
      'L3',
      law('MX LFPA art. 87; no cap on the stay, LM art. 111 V'),
      { lapse: 'suspension-deemed' },
    ),
    outcomes: [
      outcome('suspension-granted', t('Suspensión concedida', 'Suspension granted'), {
        keepsOpen: true,
      }),
      remedy.SUSPENSION_DEEMED,
      outcome('dismissed', t('Recurso desestimado en definitiva', 'Remedy finally dismissed'), {
        sets: ['noRemedyPending'],
      }),
      outcome('overturned', t('Resolución revocada', 'Decision overturned'), {
        clears: EVERYTHING,
        sets: ['noRemedyPending', 'renewedProcedure'],
        withdraws: [
          'removal-decision',
          'renewed-removal-decision',
          'notify-decision',
          'appeal-window',
        ],
      }),
      outcome('released', t('Se ordena la libertad', 'Release ordered'), { ends: 'closed-stay' }),
      outcome('remitted', t('Debe resolverse de nuevo', 'To be decided again'), {
        clears: EVERYTHING,
        sets: ['noRemedyPending', 'renewedProcedure'],
        withdraws: [
          'removal-decision',
          'renewed-removal-decision',
          'notify-decision',
          'appeal-window',
        ],
      }),
    ],
    basis: [law('MX LA arts. 126, 160'), known('ICRMW art. 22(4)'), law('GCM objective 21(e)')],
  },
];
