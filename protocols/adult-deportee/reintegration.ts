import * as support from '../shared/support.js';
import { choice, t } from '../shared/texts.js';
import { type AdultStep, ask, due } from './pieces.js';

/** Which questions say who the person is. */
const NAMED = ['full-name', 'birth-date'];

/** Steps 32 to 36: offer, profile, plan, referrals and support. */
export const reintegration: readonly AdultStep[] = [
  {
    ...support.REINTEGRATION_OFFER,
    when: { any: ['onward-transport:gone', 'onward-transport:stays'] },
    requires: ['received'],
    limit: 12,
    deadline: due(10, 'working-days', 'L0', choice('Contact within 10 working days of arrival'), {
      from: { after: 'handover-reception-act:accepted' },
    }),
    outcomes: [support.ACCEPTS_SUPPORT, support.DECLINES_SUPPORT, support.NOT_REACHED],
  },
  {
    ...support.OPEN_DOOR,
    by: 'OPB',
    when: { any: ['reintegration-offer:declines', 'reintegration-offer:not-reached'] },
    requires: ['received'],
    deadline: due(12, 'months', 'L4', choice('The offer stays open for 12 months'), {
      from: { after: 'handover-reception-act:accepted' },
      lapse: 'door-closed',
    }),
    outcomes: [
      { ...support.OPTS_IN, sets: ['reintegrationConsent'] },
      { ...support.DOOR_CLOSED, ends: 'closed-declined' },
    ],
  },
  {
    ...support.NEEDS_ASSESSMENT,
    instructions: t(
      'Recoja con la persona necesidades, habilidades, familia y la línea base de la encuesta de sostenibilidad.',
      'Record with the person needs, skills, family and the baseline of the sustainability survey.',
    ),
    when: { any: ['reintegration-offer:accepts', 'open-door:opted-in'] },
    form: [
      ask('education', 'text', 'D11', t('Educación', 'Education')),
      ask('languages', 'text', 'D11', t('Idiomas', 'Languages')),
      ...support.NEEDS_FORM,
    ],
  },
  {
    ...support.SUPPORT_PLAN,
    when: {
      any: [
        'needs-and-skills-assessment:assessed',
        'follow-up-visit:plan-change',
        'extended-follow-up:plan-change',
      ],
    },
  },
  support.referrals(...NAMED),
  support.OTHER_PROVIDER,
  {
    ...support.DISBURSEMENT,
    shares: [support.toFund(...NAMED)],
    title: t('Entrega de apoyos y capital semilla', 'Support and seed capital'),
  },
];
