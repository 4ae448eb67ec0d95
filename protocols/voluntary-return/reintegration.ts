import * as support from '../shared/support.js';
import { choice, t } from '../shared/texts.js';
import { ask, due, must, outcome, toOperativeBody, type VoluntaryStep } from './pieces.js';

/** Which questions say who the person is. */
const NAMED = ['full-name', 'self-name', 'birth-date'];

/** Steps 20 to 25: first contact, offer, profile, plan, referrals and support. */
export const reintegration: readonly VoluntaryStep[] = [
  {
    id: 'post-arrival-contact',
    kind: 'task',
    stage: 'reception',
    title: t('Contacto posterior a la llegada', 'Post-arrival contact'),
    instructions: t(
      'Contacte por el canal que eligió la persona. Tras tres intentos la puerta queda abierta.',
      'Use the channel the person chose. After three attempts the door stays open.',
    ),
    by: 'OPB',
    when: {
      all: [
        'returned',
        { attribute: 'contactAgreed', is: true },
        { not: 'reintegrationConsent' },
        {
          any: [
            'arrival-reception:received',
            'self-return-registration:registered',
            'self-return-registration:registered-with-children',
            'post-arrival-contact:not-reached',
          ],
        },
      ],
    },
    requires: ['returned'],
    limit: 3,
    deadline: due(5, 'working-days', 'L1', choice('While the return is fresh')),
    form: [must('contact-channel', 'text', 'D2', t('Canal usado', 'Channel used'))],
    outcomes: [outcome('reached', t('Contactada', 'Reached')), support.NOT_REACHED],
    basis: [choice('Programmes once lost all contact after arrival')],
  },
  {
    ...support.REINTEGRATION_OFFER,
    when: { all: ['returned', 'post-arrival-contact:reached'] },
    requires: ['returned'],
    deadline: due(5, 'working-days', 'L0', choice('With the first contact, without pressure')),
    outcomes: [support.ACCEPTS_SUPPORT, support.DECLINES_SUPPORT],
  },
  {
    ...support.OPEN_DOOR,
    by: 'REC',
    when: {
      all: [
        'returned',
        {
          any: [
            { not: { attribute: 'contactAgreed', is: true } },
            'reintegration-offer:declines',
            'exhausted:post-arrival-contact',
          ],
        },
      ],
    },
    requires: ['returned'],
    consent: [
      { purpose: 'support', gives: ['opted-in'] },
      { purpose: 'contact', gives: ['opted-in'] },
    ],
    shares: [toOperativeBody('opted-in')],
    outcomes: [
      {
        ...support.OPTS_IN,
        sets: ['reintegrationConsent'],
        assigns: { contactAgreed: true },
        withdraws: ['post-arrival-contact', 'reintegration-offer', 'closure'],
      },
      support.DOOR_CLOSED,
    ],
  },
  {
    ...support.NEEDS_ASSESSMENT,
    instructions: t(
      'Compare con el perfil hecho antes del retorno, si lo hubo, y complete lo que falte.',
      'Compare with the profile made before the return, if any, and add what is missing.',
    ),
    when: { all: ['returned', 'reintegrationConsent'] },
    form: [
      ask('education', 'text', 'D11', t('Educación e idiomas', 'Education and languages')),
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
        'safety-review:plan-change',
      ],
    },
  },
  support.referrals(...NAMED),
  support.OTHER_PROVIDER,
  {
    ...support.DISBURSEMENT,
    shares: [support.toFund(...NAMED)],
    title: t('Apoyos por tramos', 'Support in tranches'),
  },
];
