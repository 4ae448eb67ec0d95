import { ADULT_DECIDERS, consentRecord } from '../shared/consents.js';
import { PROTECTED_AT_RECEPTION, TO_UNIT_RECEIVING } from '../shared/screening.js';
import { choice, known, law, option, span, t } from '../shared/texts.js';
import { type AdultStep, ask, due, EVERYTHING, must, outcome, share } from './pieces.js';

/** Steps 27 to 31: registration, help, screening, papers and the way home. */
export const reception: readonly AdultStep[] = [
  {
    id: 'reception-registration',
    kind: 'task',
    stage: 'reception',
    title: t('Registro en recepción', 'Reception registration'),
    instructions: t(
      'Compare con la lista y registre el perfil. La persona decide si deja un teléfono.',
      'Match against the list and record the profile. The person decides whether to leave a phone number.',
    ),
    by: 'REC',
    when: { all: ['admitted', { not: 'registered' }] },
    deadline: due(12, 'hours', 'L1', choice('The same day')),
    form: [
      must('list-match', 'boolean', 'D10', t('Coincide con la lista', 'Matches the list')),
      ask(
        'arrival-biometric-match',
        'boolean',
        'D3',
        t('Coincide el cotejo biométrico', 'Biometric match'),
      ),
      ask('phone', 'text', 'D2', t('Teléfono, si quiere dejarlo', 'Phone, if the person wishes')),
      ask(
        'return-reason',
        'text',
        'D6',
        t('Por qué volvió, si quiere decirlo', 'Why they came back, if they wish to say'),
        {
          hint: t(
            'No insista: la detección viene después, a solas.',
            'Do not insist: the screening follows, in private.',
          ),
        },
      ),
      ask('skills', 'long-text', 'D11', t('Trabajo y habilidades', 'Work and skills')),
      ask('intention', 'text', 'D11', t('Planes', 'Plans')),
    ],
    shares: [
      share(
        'registry',
        'CIV-R',
        ['D1'],
        t('Documentos de identidad', 'Identity papers'),
        law('Workshop measure on registration at the return point'),
      ),
    ],
    outcomes: [outcome('registered', t('Registrada', 'Registered'), { sets: ['registered'] })],
    basis: [law('HN CAMR practice')],
  },
  {
    id: 'reception-immediate-assistance',
    kind: 'task',
    stage: 'reception',
    title: t('Atención inmediata', 'Immediate assistance'),
    instructions: t(
      'Dé alimento, aseo, atención médica y psicosocial, teléfono y, si hace falta, albergue.',
      'Give food, hygiene, medical and psychosocial care, a phone and, if needed, shelter.',
    ),
    by: 'REC',
    when: 'reception-registration:registered',
    deadline: due(12, 'hours', 'L1', choice('The same day')),
    form: [
      must('help', 'codes', 'D12', t('Apoyo entregado', 'Help given'), {
        options: [
          option('food', 'Alimento', 'Food'),
          option('hygiene', 'Aseo', 'Hygiene'),
          option('medical', 'Atención médica', 'Medical care'),
          option('psychosocial', 'Apoyo psicosocial', 'Psychosocial support'),
          option('phone', 'Teléfono e internet', 'Phone and internet'),
          option('lodging', 'Albergue', 'Lodging'),
          option('none-wanted', 'No quiso', 'None wanted'),
        ],
      }),
    ],
    outcomes: [outcome('given', t('Atendida', 'Assisted'))],
    basis: [law('HN CAMR and SV DGME practice')],
  },
  {
    id: 'reception-screening',
    kind: 'assessment',
    stage: 'reception',
    title: t('Detección en recepción', 'Reception screening'),
    instructions: t(
      'Entrevista privada con personal formado, antes de salir del centro. Si no se hace a tiempo, se ofrece albergue y la entrevista sigue pendiente.',
      'Private interview by trained staff before leaving the centre. If it is late, shelter is offered and the interview stays due.',
    ),
    by: 'REC',
    when: {
      all: [
        'registered',
        {
          any: [
            'reception-registration:registered',
            'protected-shelter:screen-again',
            'follow-up-visit:risk',
            'extended-follow-up:risk',
            'event:new-risk-information',
            'standstill-after-return:look-again',
          ],
        },
      ],
    },
    requires: ['registered', 'received'],
    limit: 12,
    safeguard: true,
    deadline: due(12, 'hours', 'L3', choice('Before the person leaves the centre'), {
      lapse: 'shelter-offered',
    }),
    form: [
      must(
        'reception-account',
        'long-text',
        'D6',
        t('Resultado por criterio', 'Result per criterion'),
      ),
    ],
    shares: [
      TO_UNIT_RECEIVING,
      share(
        'child',
        'CPA-R',
        ['D1', 'D4', 'D7'],
        t('Protección de la niñez', 'Child protection'),
        law('MX LM art. 112'),
        { on: ['child-issue'] },
      ),
    ],
    outcomes: [
      outcome('none', t('Sin riesgo', 'No risk')),
      { ...PROTECTED_AT_RECEPTION, clears: EVERYTHING },
      outcome('child-issue', t('Menor de 18 años', 'Under 18'), {
        clears: EVERYTHING,
        continues: { protocol: 'unaccompanied-minor', entry: 'reception-screening' },
      }),
      outcome('threat', t('Amenaza en el lugar de destino', 'Threat at the destination')),
      outcome(
        'shelter-offered',
        t('Albergue ofrecido; entrevista pendiente', 'Shelter offered; interview due'),
        { keepsOpen: true },
      ),
    ],
    basis: [known('CRM guidelines 2013')],
  },
  {
    id: 'protected-shelter',
    kind: 'task',
    stage: 'reception',
    title: t('Protección y reubicación interna', 'Protection and internal relocation'),
    instructions: t(
      'Ofrezca albergue y un lugar seguro dentro del país; la persona decide.',
      'Offer shelter and a safe place inside the country; the person decides.',
    ),
    by: 'REC',
    when: 'reception-screening:threat',
    limit: 12,
    deadline: due(24, 'hours', 'L1', choice('A threat cannot wait longer')),
    form: [
      ask('safe-place', 'text', 'D2', t('Lugar seguro', 'Safe place'), { required: ['relocated'] }),
    ],
    outcomes: [
      outcome('relocated', t('Reubicada', 'Relocated')),
      outcome('declined', t('La persona no lo quiso', 'The person declined')),
      outcome('screen-again', t('Entrevistar de nuevo', 'Screen again')),
    ],
  },
  {
    id: 'identity-documentation',
    kind: 'document',
    stage: 'reception',
    title: t('Constancia y documentos de identidad', 'Return certificate and identity papers'),
    instructions: t(
      'Entregue la constancia con código verificable el mismo día y derive al registro civil si falta identidad.',
      'Hand over the certificate with a verifiable code the same day and refer to the civil registry if papers are missing.',
    ),
    by: 'REC',
    when: {
      all: [
        { not: 'planAgreed' },
        {
          any: [
            'reception-screening:none',
            'protected-shelter:relocated',
            'protected-shelter:declined',
          ],
        },
      ],
    },
    requires: ['registered'],
    limit: 12,
    deadline: due(12, 'hours', 'L1', choice('The same day')),
    form: [
      must('certificate-code', 'text', 'D1', t('Código de la constancia', 'Certificate code')),
    ],
    shares: [
      share(
        'registry',
        'CIV-R',
        ['D1'],
        t('Cédula o documento nacional', 'National identity card'),
        law('Workshop measure on identity papers'),
        {
          on: ['issued-and-referred'],
          acknowledge: {
            ...span(5, 'working-days'),
            source: choice('5 working days to the referral'),
          },
        },
      ),
    ],
    outcomes: [
      outcome('issued', t('Constancia entregada', 'Certificate issued')),
      outcome('issued-and-referred', t('Constancia y derivación', 'Certificate and referral')),
    ],
  },
  {
    id: 'onward-transport',
    kind: 'task',
    stage: 'reception',
    title: t('Transporte al destino', 'Onward transport'),
    instructions: t(
      'Facilite el viaje. Solo si la persona está de acuerdo se avisa a la municipalidad y a la institución que puede apoyarla.',
      'Provide the journey. The municipality and the body that can support the person are told only if the person agrees.',
    ),
    by: 'REC',
    when: { any: ['identity-documentation:issued', 'identity-documentation:issued-and-referred'] },
    requires: ['registered'],
    limit: 12,
    deadline: due(12, 'hours', 'L1', choice('The same day')),
    form: [
      ask('destination', 'text', 'D2', t('Destino', 'Destination'), { required: ['gone'] }),
      must(
        'contact-agreed',
        'boolean',
        'D2',
        t('Acepta ser contactada', 'Agrees to be contacted'),
        {
          assigns: 'contactAgreed',
        },
      ),
      must(
        'tell-municipality',
        'boolean',
        'D2',
        t('¿Acepta que se avise a la municipalidad?', 'May the municipality be told?'),
        { assigns: 'municipalityAgreed' },
      ),
      ...consentRecord(['gone', 'stays'], ADULT_DECIDERS),
    ],
    consent: [
      { purpose: 'contact', gives: ['gone', 'stays'] },
      { purpose: 'municipality', gives: ['gone', 'stays'] },
    ],
    shares: [
      share(
        'operative-body',
        'OPB',
        ['D1', 'D2'],
        t('Ofrecer el apoyo', 'Offer the support'),
        choice('With the consent of the person'),
        { restsOn: 'contact' },
      ),
      share(
        'municipality',
        'MUN',
        ['D1', 'D2'],
        t('Acogida en el destino', 'Welcome at the destination'),
        choice('With the consent of the person'),
        { on: ['gone'], restsOn: 'municipality' },
      ),
    ],
    outcomes: [
      outcome('gone', t('En camino', 'On the way')),
      outcome('stays', t('Se queda en la zona', 'Stays in the area')),
    ],
    basis: [law('HN CAMR practice')],
  },
];
