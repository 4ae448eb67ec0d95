import { STILL_SEARCHING } from '../shared/holds.js';
import { choice, span, t } from '../shared/texts.js';
import { ask, due, must, outcome, type ProtectedStep, record, share } from './pieces.js';

const IN_ORIGIN = ['received', 'personPresent'] as const;

const areas = (
  area:
    | 'needHealth'
    | 'needEducation'
    | 'needWork'
    | 'needSocial'
    | 'needSpecialised'
    | 'needLegal',
) =>
  ({
    on: ['accepted'],
    restsOn: 'referrals',
    unless: { not: { attribute: area, is: true } },
    acknowledge: { ...span(5, 'working-days'), source: choice('5 working days to accept') },
  }) as const;

/** What a provider needs to find the person and to help; not which other services were asked for. */
const REFERRED = { only: ['full-name', 'safe-phone', 'need-extract'] } as const;

const EXTRACT = choice('With consent for each referral');

/** Steps 29 and 30: security contacts, what follows a threat or silence, and referrals. */
export const contacts: readonly ProtectedStep[] = [
  {
    id: 'r-security-check-ins',
    kind: 'follow-up',
    stage: 'reception',
    title: t('Contactos de seguridad', 'Security check-ins'),
    instructions: t(
      'A las 48 horas, una semana, dos semanas y un mes, por el canal elegido y con la palabra clave.',
      'After 48 hours, one week, two weeks and one month, by the chosen channel and with the code word.',
    ),
    by: 'ATU-R',
    when: 'r-shelter:settled',
    requires: IN_ORIGIN,
    series: {
      after: 'r-shelter:settled',
      at: [span(48, 'hours'), span(168, 'hours'), span(336, 'hours'), span(1, 'months')],
    },
    deadline: due(12, 'hours', 'L1', choice('Half a day: silence may mean danger')),
    form: [
      must('code-word-right', 'boolean', 'D6', t('Palabra clave correcta', 'Code word right'), {
        yesFor: ['safe'],
      }),
      must('status-code', 'text', 'D13', t('Código de estado', 'Status code')),
    ],
    shares: [
      share(
        'coded',
        'ATU-S',
        ['D13'],
        t('«Bien», en código', '"Well", in code'),
        choice('Coded only'),
        { on: ['safe'] },
      ),
    ],
    outcomes: [
      outcome('safe', t('Está bien', 'Safe'), { sets: ['safeContact'] }),
      outcome('threat', t('Hay amenaza', 'There is a threat'), {
        clears: ['safeContact'],
        endsSeries: true,
      }),
      outcome('no-contact', t('Sin contacto', 'No contact'), { clears: ['safeContact'] }),
    ],
  },
  {
    id: 'r-risk-assessment',
    kind: 'assessment',
    stage: 'reception',
    title: t('Riesgo en origen', 'Risk in the country of origin'),
    instructions: t(
      'Evalúe de nuevo. Si hay amenaza, ofrezca otro lugar; la persona decide.',
      'Assess again. If there is a threat, offer another place; the person decides.',
    ),
    by: 'ATU-R',
    when: {
      all: [
        'received',
        {
          any: [
            'r-security-check-ins:threat',
            'r-lost-contact:found-in-danger',
            'follow-up-visit:risk',
            'extended-follow-up:risk',
            'event:new-risk-information',
            'event:trafficking-indicator',
            'standstill-after-return:look-again',
          ],
        },
      ],
    },
    requires: IN_ORIGIN,
    safeguard: true,
    deadline: due(24, 'hours', 'L2', choice('A threat cannot wait longer')),
    form: [must('threat-account', 'long-text', 'D6', t('Qué ocurre', 'What is happening'))],
    outcomes: [
      outcome('no-threat', t('Sin amenaza', 'No threat'), { sets: ['safeContact'] }),
      outcome(
        'threat',
        t('Amenaza: otro lugar y nuevos contactos', 'Threat: another place and new check-ins'),
        { clears: ['safeContact'], withdraws: ['r-security-check-ins'] },
      ),
    ],
    basis: [choice('The assessment of step 12, in the country of origin')],
  },
  {
    id: 'r-lost-contact',
    kind: 'task',
    stage: 'reception',
    title: t('Contacto perdido', 'Contact lost'),
    instructions: t(
      'Busque por los canales acordados, con discreción. No avise a la familia sin permiso.',
      'Search by the agreed channels, discreetly. Do not tell the family without permission.',
    ),
    by: 'ATU-R',
    when: 'r-security-check-ins:no-contact',
    requires: ['received'],
    deadline: due(12, 'hours', 'L1', choice('Half a day: silence may mean danger')),
    form: [must('search-record', 'long-text', 'D6', t('Qué se hizo', 'What was done'))],
    outcomes: [
      outcome('found-safe', t('Está bien', 'Found safe'), { sets: ['safeContact'] }),
      outcome('found-in-danger', t('En peligro', 'In danger')),
      outcome('not-found', t('No aparece', 'Not found')),
      STILL_SEARCHING,
    ],
  },
  {
    id: 'referral',
    kind: 'share',
    stage: 'reception',
    title: t('Derivación especializada', 'Specialised referral'),
    instructions: t(
      'Con consentimiento para cada una, derive solo lo que cada área necesita, nunca el motivo.',
      'With consent for each, refer only what each area needs, never the reason.',
    ),
    by: 'ATU-R',
    when: {
      any: [
        'r-shelter:settled',
        'referral:declined',
        'follow-up-visit:new-need',
        'extended-follow-up:new-need',
      ],
    },
    requires: IN_ORIGIN,
    limit: 10,
    deadline: due(10, 'working-days', 'L1', choice('5 working days to refer and 5 to accept')),
    form: [
      must('ask-health', 'boolean', 'D11', t('¿Salud?', 'Health?'), { assigns: 'needHealth' }),
      must('ask-education', 'boolean', 'D11', t('¿Educación?', 'Education?'), {
        assigns: 'needEducation',
      }),
      must('ask-work', 'boolean', 'D11', t('¿Trabajo?', 'Work?'), { assigns: 'needWork' }),
      must(
        'ask-social',
        'boolean',
        'D11',
        t('¿Vivienda o apoyo social?', 'Housing or social support?'),
        { assigns: 'needSocial' },
      ),
      must(
        'ask-specialised',
        'boolean',
        'D11',
        t('¿Mecanismo de las mujeres?', "Women's institute?"),
        { assigns: 'needSpecialised' },
      ),
      must('ask-legal', 'boolean', 'D11', t('¿Asesoría legal?', 'Legal advice?'), {
        assigns: 'needLegal',
      }),
      ask(
        'safe-phone',
        'text',
        'D2',
        t('Teléfono seguro, si quiere darlo', 'Safe phone, if the person wishes'),
      ),
      ask(
        'need-extract',
        'long-text',
        'D11',
        t(
          'Extracto para quien atiende, sin motivo',
          'Extract for the provider, without the reason',
        ),
        { required: ['accepted'] },
      ),
      ask(
        'health-need',
        'long-text',
        'D5a',
        t('Qué atención de salud necesita', 'What health care is needed'),
        {
          hint: t(
            'Solo si acordó apoyo en salud: lo que el servicio necesita saber, sin motivo ni historia.',
            'Only where health support was agreed: what the service needs to know, no reason and no record.',
          ),
        },
      ),
      ask(
        'consent-each',
        'boolean',
        'D6',
        t('Consintió cada derivación', 'Consented to each referral'),
        { required: ['accepted'], assigns: 'referralAgreed' },
      ),
      ...record('accepted'),
    ],
    consent: [{ purpose: 'referrals', gives: ['accepted'], refuses: ['none-wanted'] }],
    shares: [
      share('health', 'HEA-R', ['D1', 'D5a'], t('Atención en salud', 'Health care'), EXTRACT, {
        ...areas('needHealth'),
        only: ['full-name', 'language', 'health-need'],
      }),
      share('education', 'EDU', ['D1', 'D2', 'D11'], t('Estudio', 'Study'), EXTRACT, {
        ...areas('needEducation'),
        ...REFERRED,
      }),
      share('labour', 'LAB', ['D1', 'D2', 'D11'], t('Trabajo', 'Work'), EXTRACT, {
        ...areas('needWork'),
        ...REFERRED,
      }),
      share(
        'social',
        'SOC',
        ['D1', 'D2', 'D11'],
        t('Vivienda y apoyo', 'Housing and support'),
        EXTRACT,
        { ...areas('needSocial'), ...REFERRED },
      ),
      share('women', 'WOM', ['D1', 'D2', 'D11'], t('Apoyo', 'Support'), EXTRACT, {
        ...areas('needSpecialised'),
        ...REFERRED,
      }),
      share('legal', 'LEGAL', ['D1', 'D11'], t('Asesoría legal', 'Legal advice'), EXTRACT, {
        ...areas('needLegal'),
        only: ['full-name', 'language', 'need-extract'],
      }),
    ],
    outcomes: [
      outcome('accepted', t('Aceptada', 'Accepted'), { sets: ['referralSettled'] }),
      outcome('none-wanted', t('No quiere ninguna', 'None wanted'), { sets: ['referralSettled'] }),
      outcome('declined', t('Rechazada: buscar otra', 'Declined: seek another')),
    ],
  },
];
