import { choice, comparator, known, law, t } from '../shared/texts.js';
import { type AdultStep, ask, due, EVERYTHING, must, outcome, REASONS, share } from './pieces.js';

/** Steps 6 to 9: what must be known before anything is decided about a person. */
export const assessment: readonly AdultStep[] = [
  {
    id: 'individual-assessment',
    kind: 'assessment',
    stage: 'assessment',
    title: t('Evaluación individual', 'Individual assessment'),
    instructions: t(
      'Evalúe arraigo, familia, salud, tiempo de estancia y riesgos de esta persona. El silencio no equivale a una evaluación.',
      "Assess this person's ties, family, health, length of stay and risks. Silence is no assessment.",
    ),
    by: 'MIG-S',
    when: {
      all: [
        { not: 'received' },
        {
          any: [
            'individual-screening:none',
            'individual-screening:wants-return',
            'individual-screening:illness',
            'individual-screening:family-linked',
            'protection-or-regularisation:refused',
            'appeal-pending:remitted',
            'asylum-hold:refused',
            'asylum-hold:withdrawn',
            'handover-reception-act:refused',
            'nationality-doubt:not-national',
            'nationality-doubt-extension:not-national',
            'exhausted:nationality-doubt',
            'take-back:taken-back',
            'individual-clearance:reassess',
            'event:new-risk-information',
          ],
        },
      ],
    },
    requires: [
      'rightsInformed',
      'counselSettled',
      'personPresent',
      'noAsylumPending',
      'inSendingState',
    ],
    clearsAtOpening: ['individualAssessed', 'nonRefoulementClear'],
    limit: 8,
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('A third of the time for the decision')),
    form: [
      must('ties', 'long-text', 'D4', t('Familia y arraigo', 'Family and ties')),
      must('health', 'long-text', 'D5b', t('Salud', 'Health')),
      must('stay', 'text', 'D8', t('Tiempo de estancia', 'Length of stay')),
      must('risk', 'long-text', 'D6', t('Riesgos', 'Risks')),
    ],
    shares: [
      share(
        'counsel-copy',
        'LEGAL',
        ['D4', 'D6', 'D8'],
        t('Copia para la defensa', 'Copy for counsel'),
        law('MX LM art. 109 V-VI'),
      ),
    ],
    outcomes: [
      outcome('complete', t('Evaluación completa', 'Assessment complete'), {
        sets: ['individualAssessed'],
      }),
    ],
    basis: [law('ICRMW art. 22(1)'), law('GCM objective 21(e)')],
  },
  {
    id: 'non-refoulement-assessment',
    kind: 'assessment',
    stage: 'assessment',
    title: t('Evaluación de no devolución', 'Non-refoulement assessment'),
    instructions: t(
      'Valoren las condiciones del país y el riesgo personal. Para descartar el riesgo firman las dos autoridades; para afirmarlo basta una. El silencio no lo descarta.',
      'Weigh country conditions and personal risk. Both authorities sign to rule risk out; one is enough to find it. Silence never rules it out.',
    ),
    by: ['MIG-S', 'ASY'],
    when: 'individual-assessment:complete',
    requires: ['individualAssessed', 'noAsylumPending', 'personPresent'],
    clearsAtOpening: ['nonRefoulementClear'],
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('As the individual assessment')),
    form: [
      must(
        'country-conditions',
        'long-text',
        'D6',
        t('Condiciones del país', 'Country conditions'),
      ),
      must('personal-risk', 'long-text', 'D6', t('Riesgo personal', 'Personal risk')),
      must(
        'refoulement-result',
        'text',
        'D8',
        t('Resultado para la persona', 'Result for the person'),
      ),
    ],
    shares: [
      share(
        'counsel-result',
        'LEGAL',
        ['D8'],
        t('Resultado para la defensa', 'Result for counsel'),
        law('MX LM art. 121'),
      ),
    ],
    outcomes: [
      outcome('clear', t('Sin riesgo de devolución', 'No risk of refoulement'), {
        sets: ['nonRefoulementClear'],
      }),
      outcome('risk', t('Hay riesgo', 'There is a risk'), {
        alone: true,
        despiteMissing: true,
        clears: ['nonRefoulementClear', 'removalDecided'],
      }),
    ],
    basis: [law('GCM objective 21'), law('MX LM art. 121'), law('MX LRPCAP art. 6')],
  },
  {
    id: 'voluntary-return-offer',
    kind: 'task',
    stage: 'assessment',
    title: t('Oferta de retorno voluntario', 'Offer of voluntary return'),
    instructions: t(
      'Ofrezca el retorno voluntario asistido, con 7 a 30 días para salir, y anótelo; sin oferta no se prepara ningún traslado. Después anote la respuesta. La oferta sigue abierta hasta la salida; no responder no perjudica.',
      'Offer assisted voluntary return, with 7 to 30 days to leave, and record that you did; without an offer no transfer is prepared. Then record the answer. The offer stays open until departure; not answering does no harm.',
    ),
    by: 'MIG-S',
    when: { any: ['individual-screening:wants-return', 'individual-assessment:complete'] },
    requires: ['personPresent', 'inSendingState'],
    limit: 8,
    secondPerson: ['accepts'],
    deadline: due(7, 'calendar-days', 'L0', comparator('EU Return Directive art. 7: 7 to 30 days')),
    form: [must('offer', 'long-text', 'D8', t('Texto de la oferta', 'Text of the offer'))],
    shares: [
      share(
        'assisted-return',
        'IOM',
        ['D1'],
        t('Retorno voluntario asistido', 'Assisted voluntary return'),
        law('MX LM arts. 118-119'),
        { on: ['accepts'] },
      ),
    ],
    outcomes: [
      outcome('offered', t('Ofrecido; la persona lo piensa', 'Offered; the person thinks'), {
        keepsOpen: true,
        sets: ['returnOffered'],
      }),
      outcome('accepts', t('Acepta', 'Accepts'), {
        clears: EVERYTHING,
        continues: { protocol: 'voluntary-return', entry: 'information-counselling' },
        lowers: true,
      }),
      outcome('declines', t('No acepta', 'Declines'), { sets: ['returnOffered'] }),
    ],
    basis: [law('MX LM arts. 118-119')],
  },
  {
    id: 'protection-or-regularisation',
    kind: 'task',
    stage: 'assessment',
    title: t('Protección o regularización', 'Protection or regularisation'),
    instructions: t(
      'Resuelvan si la persona puede quedarse. Cualquiera de las dos autoridades puede conceder; para negar firman ambas.',
      'Decide whether the person may stay. Either authority may grant; both sign a refusal.',
    ),
    by: ['MIG-S', 'ASY'],
    when: {
      any: [
        'individual-screening:serious-crime',
        'individual-screening:regularisable',
        'non-refoulement-assessment:risk',
        'appeal-pending:overturned',
        'family-unity-check:not-possible',
        'nationality-alternatives:protection',
        'statelessness-branch:not-stateless',
        'medical-hold:permanent',
      ],
    },
    requires: ['inSendingState'],
    limit: 4,
    deadline: due(20, 'working-days', 'L1', law('MX LM art. 128')),
    form: [
      ask('permit', 'text', 'D8', t('Permiso o condición otorgada', 'Permit or status'), {
        required: ['granted'],
      }),
      REASONS,
    ],
    outcomes: [
      outcome('granted', t('Concedida', 'Granted'), { alone: true, ends: 'closed-stay' }),
      outcome('refused', t('Negada en definitiva', 'Refused, final'), {
        clears: EVERYTHING,
        sets: ['renewedProcedure'],
        withdraws: ['removal-decision', 'renewed-removal-decision'],
        lowers: true,
      }),
    ],
    basis: [law('MX LM arts. 113, 132-134'), law('MX LRPCAP art. 7'), known('ICRMW art. 22')],
  },
];
