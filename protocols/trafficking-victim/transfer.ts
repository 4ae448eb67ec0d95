import * as journey from '../shared/journey.js';
import { choice, law, option, span, t } from '../shared/texts.js';
import { ADULT, CHECK_NEEDS, JOURNEY, JOURNEY_NEEDS, OFF } from './needs.js';
import { ask, due, must, outcome, type ProtectedStep, record, share } from './pieces.js';

const ADULT_NEEDS = [...CHECK_NEEDS, 'majorityEstablished'] as const;
const ONE_DAY = span(24, 'hours');

const ADULT_CHECKLIST = [
  option('risk', 'Riesgo vigente', 'Risk valid'),
  option('remedy', 'Sin recurso', 'No remedy'),
  option('papers', 'Documentos', 'Papers'),
  option('reception', 'Recepción', 'Reception'),
] as const;

/** Steps 22 to 25: reception, escort, the last check and a discreet departure of an adult. */
export const transfer: readonly ProtectedStep[] = [
  {
    id: 'reception-confirmation',
    kind: 'approval',
    stage: 'transfer',
    title: t('Confirmación de recepción protegida', 'Protected reception confirmed'),
    instructions: t(
      'Confirme quién recibe, en un lugar aparte de la recepción de grupos. Pregunte cinco días hábiles antes.',
      'Confirm who receives, in a place apart from group reception. Asked five working days before.',
    ),
    by: 'ATU-R',
    when: { all: ['inSendingState', 'safePlanAgreed', { not: 'receptionConfirmed' }] },
    requires: JOURNEY_NEEDS,
    safeguard: true,
    deadline: due(48, 'hours', 'L2', choice('Two days to answer, asked five working days before')),
    form: [
      ask('reception-officer', 'text', 'D6', t('Persona que recibe', 'Receiving officer'), {
        required: ['confirmed'],
      }),
      ask('place-apart', 'boolean', 'D6', t('Lugar aparte', 'Place apart'), {
        required: ['confirmed'],
        yesFor: ['confirmed'],
      }),
    ],
    outcomes: [
      outcome('confirmed', t('Confirmada', 'Confirmed'), { sets: ['receptionConfirmed'] }),
      outcome('not-ready', t('Todavía no: otra fecha', 'Not ready: another date'), OFF),
    ],
    basis: [law('Palermo Protocol art. 8(1)')],
  },
  {
    id: 'escort-and-fitness',
    kind: 'task',
    stage: 'transfer',
    title: t('Acompañamiento y constancia médica', 'Escort and fitness'),
    instructions: t(
      'En las 72 horas previas. Ofrezca acompañante del sexo que la persona elija; una persona adulta puede no querer.',
      'Within the 72 hours before. Offer an escort of the sex the person chooses; an adult may decline.',
    ),
    by: ['IOM', 'HEA-S'],
    when: {
      all: [
        'inSendingState',
        'safePlanAgreed',
        { any: [{ not: 'escortSettled' }, { not: 'fitToTravel' }] },
      ],
    },
    requires: JOURNEY_NEEDS,
    notBefore: { ...span(72, 'hours'), before: 'departure' },
    safeguard: true,
    deadline: due(
      24,
      'hours',
      'L2',
      choice('Opens 72 hours before, because the certificate is good for 72; done a day before'),
      { from: { before: 'departure' } },
    ),
    form: [
      ask('escort-name', 'text', 'D10', t('Acompañante', 'Escort'), { required: ['ready'] }),
      ask(
        'escort-sex-chosen',
        'boolean',
        'D10',
        t('Del sexo elegido por la persona', 'Of the sex the person chose'),
        { required: ['ready'], yesFor: ['ready'] },
      ),
      must('fitness', 'text', 'D5a', t('Constancia médica', 'Fitness certificate')),
    ],
    shares: [
      share(
        'escort',
        'IOM',
        ['D5a', 'D10'],
        t('Acompañar el viaje', 'Accompany the journey'),
        choice('What the journey needs'),
        { on: ['ready', 'ready-without-escort'] },
      ),
    ],
    outcomes: [
      outcome('ready', t('Lista, con acompañante', 'Ready, with an escort'), {
        sets: ['escortSettled', { fact: 'fitToTravel', validFor: span(72, 'hours') }],
      }),
      outcome(
        'ready-without-escort',
        t('Lista, no quiere acompañante', 'Ready, declines an escort'),
        {
          sets: ['escortSettled', { fact: 'fitToTravel', validFor: span(72, 'hours') }],
        },
      ),
      outcome('unfit', t('No puede viajar', 'Not fit to travel'), {
        alone: true,
        despiteMissing: true,
        clears: ['noMedicalHold', ...JOURNEY],
        withdraws: ['transfer'],
      }),
    ],
    basis: [law('GCM objective 21(g)')],
  },
  {
    ...journey.CHILD_FINAL_CHECK,
    id: 'pre-departure-check',
    title: t('Verificación previa', 'Final check'),
    instructions: t(
      'En las 24 horas previas pregunte a solas si quiere viajar, y compruebe cada punto. Si duda, no viaja.',
      'Within the 24 hours before ask in private whether the person wants to travel, and check each point. In doubt nobody travels.',
    ),
    by: 'ATU-S',
    when: {
      all: [
        'inSendingState',
        ADULT,
        'safePlanAgreed',
        'familyContactSettled',
        'receptionConfirmed',
        'escortSettled',
        'fitToTravel',
        { not: 'finalCheckPassed' },
      ],
    },
    requires: ADULT_NEEDS,
    form: [
      ask('proceedings-again', 'boolean', 'D6', t('Sin audiencias nuevas', 'No new hearings'), {
        required: ['reconfirmed'],
        yesFor: ['reconfirmed'],
      }),
      journey.checklist('checklist', 'reconfirmed', ADULT_CHECKLIST),
      journey.monitoringCode('journey-code'),
      ...record('reconfirmed'),
    ],
    consent: [{ purpose: 'return', reconfirms: ['reconfirmed'], refuses: ['revoked'] }],
    shares: [journey.noticeToMonitor('reconfirmed')],
    outcomes: [
      outcome('reconfirmed', t('Ratificado y en orden', 'Reconfirmed and in order'), {
        sets: [
          { fact: 'consentValid', validFor: ONE_DAY },
          { fact: 'finalCheckPassed', validFor: ONE_DAY },
        ],
      }),
      outcome('not-cleared', t('Algo falla', 'Something fails'), OFF),
      outcome('new-hearing', t('Hay una audiencia nueva', 'There is a new hearing'), {
        despiteMissing: true,
        clears: ['proceedingsFree', ...JOURNEY],
        withdraws: ['transfer'],
      }),
      outcome('revoked', t('Ya no quiere viajar', 'No longer wants to travel'), {
        despiteMissing: true,
        clears: ['noObjection', 'returnDecided', 'disclosureAuthorised', ...JOURNEY],
        withdraws: ['preparation', 'transfer'],
      }),
    ],
    basis: [law('GCM objective 21(b)')],
  },
  {
    ...journey.DEPARTURE,
    id: 'departure',
    title: t('Salida discreta', 'Discreet departure'),
    instructions: t(
      'Viaje ordinario, sin uniformes ni listas, nunca en un traslado de deportación en grupo. Si la persona duda, no sale.',
      'An ordinary journey, without uniforms or lists, never on a group deportation transfer. If the person hesitates, nobody leaves.',
    ),
    by: 'IOM',
    when: { all: ['inSendingState', ADULT, 'finalCheckPassed'] },
    requires: [...ADULT_NEEDS, 'finalCheckPassed', 'consentValid'],
    deadline: due(12, 'hours', 'L1', choice('Half the time the reconfirmed consent is good for')),
    form: [journey.leftAt('left-at')],
    shares: [journey.awaitArrival('counterpart', 'ATU-R', choice('Named officer only'))],
    outcomes: [
      { ...journey.LEFT, withdraws: ['lead-decision'] },
      outcome('aborted', t('No salió', 'Did not leave'), {
        despiteMissing: true,
        clears: ['returnDecided', ...JOURNEY],
        withdraws: ['preparation', 'transfer'],
      }),
    ],
    basis: [law('Palermo Protocol art. 8')],
  },
];
