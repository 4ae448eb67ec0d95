import { DEPARTURE, leftAt } from '../shared/journey.js';
import { choice, law, span, t } from '../shared/texts.js';
import {
  ask,
  CHECK_NEEDS,
  due,
  outcome,
  READY_PARTS,
  record,
  STOPPED,
  share,
  TRIP,
  type VoluntaryStep,
} from './pieces.js';

const NOTICE_NEEDS = CHECK_NEEDS.filter((fact) => fact !== 'noticeSettled');
const ACKNOWLEDGE = {
  ...span(2, 'working-days'),
  source: choice('Time to prepare before the arrival'),
};

/** Steps 15 and 16: the notice the person may refuse, and the last word. */
export const beforeDeparture: readonly VoluntaryStep[] = [
  {
    id: 'advance-notice',
    kind: 'share',
    stage: 'travel',
    title: t('Aviso al país de origen', 'Notice to the country of origin'),
    instructions: t(
      'Pregunte si la persona quiere que la esperen. Solo con su consentimiento se avisa, y solo con códigos; negarse no cambia el viaje.',
      'Ask whether the person wants to be met. Notice is given only with their consent and in codes; declining does not change the journey.',
    ),
    by: 'IOM',
    when: {
      all: ['inSendingState', 'prepare:ready', ...READY_PARTS, { not: 'noticeSettled' }],
    },
    requires: NOTICE_NEEDS,
    effects: ['discloses-identity'],
    limit: 15,
    deadline: due(5, 'working-days', 'L1', choice('A week for the reception'), {
      from: { before: 'departure' },
    }),
    form: [
      ask('arrival-plan', 'text', 'D10', t('Llegada prevista', 'Planned arrival'), {
        required: ['sent'],
      }),
      ...record('sent'),
    ],
    consent: [{ purpose: 'origin', gives: ['sent'], refuses: ['declined'] }],
    shares: [
      share(
        'reception',
        'REC',
        ['D1', 'D7', 'D10'],
        t('Preparar la acogida', 'Prepare the welcome'),
        choice('Only with the consent of the person'),
        { on: ['sent'], restsOn: 'origin', acknowledge: ACKNOWLEDGE },
      ),
      share(
        'operative-body',
        'OPB',
        ['D1', 'D7', 'D10'],
        t('Preparar la reintegración', 'Prepare reintegration'),
        choice('Only with the consent of the person'),
        { on: ['sent'], restsOn: 'origin', acknowledge: ACKNOWLEDGE },
      ),
    ],
    outcomes: [
      outcome('sent', t('Consiente; aviso enviado', 'Agrees; notice sent'), {
        seat: 'accepted',
        sets: ['noticeSettled', 'originNoticeAgreed', 'originTold'],
      }),
      outcome('declined', t('No quiere que se avise', 'Declines the notice'), {
        seat: 'accepted',
        clears: ['originNoticeAgreed'],
        sets: ['noticeSettled'],
      }),
    ],
    basis: [law('GCM objective 21(c)-(d)')],
  },
  {
    id: 'consent-reconfirmation',
    kind: 'approval',
    stage: 'travel',
    title: t('Ratificación del consentimiento', 'Consent reconfirmed'),
    instructions: t(
      'En las 24 horas antes de salir, pregunte a solas si la persona sigue queriendo viajar. Sin un sí firmado o grabado no hay salida; un no se respeta en el acto.',
      'Within the 24 hours before leaving, ask in private whether the person still wants to travel. Without a signed or recorded yes nobody departs; a no is respected at once.',
    ),
    by: 'IOM',
    when: {
      all: ['inSendingState', 'windowValid', 'noticeSettled', { not: 'consentValid' }],
    },
    requires: CHECK_NEEDS,
    notBefore: { ...span(24, 'hours'), before: 'departure' },
    limit: 15,
    safeguard: true,
    deadline: due(1, 'hours', 'L2', choice('Before boarding'), { from: { before: 'departure' } }),
    form: record('reconfirmed'),
    consent: [{ purpose: 'return', reconfirms: ['reconfirmed'], refuses: ['revoked'] }],
    outcomes: [
      outcome('reconfirmed', t('Mantiene su decisión', 'Reconfirmed'), {
        sets: [{ fact: 'consentValid', validFor: span(24, 'hours') }],
      }),
      outcome('revoked', t('Ya no quiere viajar', 'No longer wants to travel'), {
        despiteMissing: true,
        ...STOPPED,
      }),
      outcome('postponed', t('Otra fecha', 'Another date'), { despiteMissing: true, clears: TRIP }),
    ],
    basis: [law('GCM objective 21(b)')],
  },
];

/** Step 17. */
export const departure: readonly VoluntaryStep[] = [
  {
    ...DEPARTURE,
    id: 'departure',
    stage: 'travel',
    title: t('Salida', 'Departure'),
    instructions: t(
      'Acompañe a la persona hasta que aborde. Si no quiere abordar, no viaja y no pasa nada.',
      'Accompany the person until boarding. If they do not want to board, they do not travel and nothing happens.',
    ),
    by: 'IOM',
    when: { all: ['inSendingState', 'windowValid', 'consentValid'] },
    requires: [...CHECK_NEEDS, 'consentValid', 'familyChecked'],
    limit: 8,
    deadline: due(12, 'hours', 'L1', choice('The booked time, with delays')),
    form: [
      leftAt('left-at'),
      ask('exit-record', 'text', 'D10', t('Registro de salida', 'Exit record'), {
        required: ['left'],
      }),
    ],
    consent: [{ purpose: 'return', refuses: ['refuses-to-board'] }],
    shares: [
      share(
        'reception',
        'REC',
        ['D10'],
        t('Salió: preparar la llegada', 'Left: prepare the arrival'),
        choice('Only with the consent of the person'),
        { on: ['left'], restsOn: 'origin' },
      ),
    ],
    outcomes: [
      outcome('left', t('Salió', 'Left'), {
        seat: 'boarded',
        clears: ['inSendingState', 'handedOver'],
        sets: ['inTransit'],
        withdraws: ['request', 'protection-vulnerability-screening', 'lead-decision'],
      }),
      outcome('refuses-to-board', t('No quiere abordar', 'Does not want to board'), {
        despiteMissing: true,
        ...STOPPED,
      }),
      outcome('not-left', t('El viaje no salió', 'The journey did not start'), {
        despiteMissing: true,
        clears: TRIP,
      }),
    ],
    basis: [law('GCM objective 21(b)')],
  },
];
