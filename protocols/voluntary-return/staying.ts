import type { Condition } from '../language/condition.js';
import { choice, law, option, t } from '../shared/texts.js';
import type { VoluntaryNames } from './names.js';
import {
  ask,
  CONSENT,
  due,
  EVERYTHING,
  FROM_PROCEDURE,
  must,
  NOT_HOME,
  outcome,
  share,
  type VoluntaryStep,
} from './pieces.js';

const BACK = { any: ['withdrawal:withdrawn', 'stay-pathway:unchanged'] } as const;
const HERE = ['personPresent', 'inSendingState'] as const;

/** Step 9 and where a person is after changing their mind: at no disadvantage. */
export const staying: readonly VoluntaryStep[] = [
  {
    id: 'stay-pathway',
    kind: 'task',
    stage: 'staying',
    title: t('Permanencia', 'Stay pathway'),
    instructions: t(
      'Resuelvan si la persona puede quedarse. Cualquiera de las dos autoridades puede conceder. Haber pedido el retorno, o no quererlo ya, no pesa en contra.',
      'Decide whether the person may stay. Either authority may grant. Having asked for return, or no longer wanting it, counts against nobody.',
    ),
    by: ['MIG-S', 'ASY'],
    when: {
      all: [
        'inSendingState',
        { not: 'returnWanted' },
        {
          any: [
            'information-counselling:chooses-to-stay',
            'protection-vulnerability-screening:risk',
            'asylum-effects-counselling:keeps-claim',
            'asylum-effects-counselling:risk',
            'representative-review:no-representative',
            'best-interests-determination:stay',
            'consent:refused',
            'host-clearance:refused',
            'prepare:cannot-be-prepared',
            'document-alternatives:stay',
            'withdrawal:wants-to-stay',
            'remedy-pending:upheld',
            'asylum-hold:recognised',
            'medical-hold:permanent',
            'event:status-granted',
          ],
        },
      ],
    },
    requires: HERE,
    limit: 8,
    secondPerson: ['asks-to-return'],
    deadline: due(20, 'working-days', 'L1', law('MX LM art. 128')),
    form: [
      ask('permit', 'text', 'D8', t('Permiso o condición otorgada', 'Permit or status'), {
        required: ['stays'],
      }),
    ],
    outcomes: [
      outcome('stays', t('Permanece', 'Stays'), { alone: true, ends: 'closed-stay' }),
      outcome('asks-to-return', t('Pide de nuevo el retorno', 'Asks to return again'), {
        alone: true,
        clears: ['counselled', 'nonRefoulementClear', 'capacitySettled', ...CONSENT],
        sets: ['returnWanted'],
        withdraws: ['consent', 'withdrawal', 'previous-procedure', 'situation-kept'],
        lowers: true,
      }),
      outcome('unchanged', t('Sigue como estaba antes', 'Stays as before')),
    ],
    basis: [law('MX LM arts. 119 II, 128')],
  },
  {
    id: 'previous-procedure',
    kind: 'task',
    stage: 'staying',
    title: t('Vuelta al proceso anterior, sin perjuicio', 'Back to the previous run'),
    instructions: t(
      'La persona venía de otro proceso: continúa desde la información de derechos o se queda. Desistirse no se le reprocha.',
      'The person came from another run: it goes on from the rights information, or they stay. Withdrawing is not held against them.',
    ),
    by: 'MIG-S',
    when: { all: ['inSendingState', FROM_PROCEDURE, BACK] },
    requires: HERE,
    secondPerson: ['resumed'],
    deadline: due(5, 'working-days', 'L1', choice('Nobody should wait between two runs')),
    outcomes: [
      outcome('resumed', t('Continúa el proceso anterior', 'The previous run goes on'), {
        clears: EVERYTHING,
        continues: {
          protocol: 'adult-deportee',
          entry: 'inform-rights',
          back: { protocol: 'trafficking-victim', entry: 'indicator-detected' },
        },
        lowers: true,
      }),
      outcome('not-resumed', t('Permanece', 'Stays'), { ends: 'closed-stay' }),
    ],
    basis: [law('GCM objective 21(b)')],
  },
  {
    id: 'situation-kept',
    kind: 'notice',
    stage: 'staying',
    title: t('Todo queda como estaba', 'Everything stays as it was'),
    instructions: t(
      'Diga a la persona que el proceso se cierra sin consecuencia, devuélvale sus papeles y recuérdele que puede volver a pedirlo.',
      'Tell the person that the run closes without consequence, give back their papers and remind them that they may ask again.',
    ),
    by: 'IOM',
    when: { all: ['inSendingState', { not: FROM_PROCEDURE }, BACK] },
    requires: HERE,
    deadline: due(3, 'working-days', 'L1', choice('The person should know soon')),
    form: [
      must(
        'papers-returned',
        'boolean',
        'D10',
        t('Papeles devueltos, si se tenían', 'Papers returned, if any were held'),
        { yesFor: ['told'] },
      ),
    ],
    outcomes: [
      outcome('told', t('Persona informada', 'Person told'), { ends: 'closed-withdrawn' }),
    ],
    basis: [law('GCM objective 21(b)')],
  },
];

/** After an asylum claim the authorities of the country of origin hear nothing more without a new consent. */
const untold = (
  told: 'consulateTold' | 'originTold',
  agreed: 'consularContactAgreed' | 'originNoticeAgreed',
): Condition<VoluntaryNames> => ({
  any: [{ not: told }, { all: ['event:asylum-claim', { not: agreed }] }],
});

const TELL_RECIPIENTS = choice('Whoever was told of the journey is told that it is off');

/** Step W: accepted at every hour until the arrival, without reasons. */
export const withdrawal: readonly VoluntaryStep[] = [
  {
    id: 'withdrawal',
    kind: 'approval',
    stage: 'staying',
    title: t('Desistimiento', 'Withdrawal'),
    instructions: t(
      'Anote el desistimiento; no pida razones. El viaje ya está detenido. La persona dice si quiere quedarse, volver a su situación anterior o seguir con el retorno.',
      'Record the withdrawal; ask no reasons. The journey is already stopped. The person says whether they want to stay, go back to their former situation, or return after all.',
    ),
    by: 'IOM',
    when: {
      all: [
        NOT_HOME,
        {
          any: [
            'event:consent-revoked',
            'consent-reconfirmation:revoked',
            'departure:refuses-to-board',
          ],
        },
      ],
    },
    secondPerson: ['not-withdrawn'],
    deadline: due(
      3,
      'working-days',
      'L1',
      choice('Accepted at any time; only the answer has a term'),
    ),
    form: [
      must('withdrawn-on', 'instant', 'D8', t('Fecha y hora', 'Date and time')),
      must('withdrawal-channel', 'code', 'D8', t('Canal', 'Channel'), {
        options: [
          option('in-person', 'En persona', 'In person'),
          option('phone', 'Teléfono o mensaje', 'Phone or message'),
          option('other-person', 'Otra persona o institución', 'Another person or institution'),
        ],
      }),
    ],
    shares: [
      share(
        'migration',
        'MIG-S',
        ['D8'],
        t('Se desistió, sin motivos', 'Withdrawn, without reasons'),
        law('GCM objective 21(b)'),
        {
          on: ['wants-to-stay', 'withdrawn'],
          unless: { all: [{ not: 'migrationTold' }, { not: FROM_PROCEDURE }] },
        },
      ),
      share('consulate', 'CON', ['D10'], t('No hay viaje', 'No journey'), TELL_RECIPIENTS, {
        on: ['wants-to-stay', 'withdrawn'],
        unless: untold('consulateTold', 'consularContactAgreed'),
        onlyIfReached: true,
      }),
      share('reception', 'REC', ['D10'], t('No hay viaje', 'No journey'), TELL_RECIPIENTS, {
        on: ['wants-to-stay', 'withdrawn'],
        unless: untold('originTold', 'originNoticeAgreed'),
        onlyIfReached: true,
      }),
      share('operative-body', 'OPB', ['D10'], t('No hay viaje', 'No journey'), TELL_RECIPIENTS, {
        on: ['wants-to-stay', 'withdrawn'],
        unless: untold('originTold', 'originNoticeAgreed'),
        onlyIfReached: true,
      }),
    ],
    outcomes: [
      outcome('not-withdrawn', t('Aclara que quiere volver', 'Makes clear they want to return'), {
        sets: ['returnWanted'],
        withdraws: ['stay-pathway', 'previous-procedure', 'situation-kept'],
        lowers: true,
      }),
      outcome('wants-to-stay', t('Quiere quedarse', 'Wants to stay')),
      outcome('withdrawn', t('Vuelve a su situación anterior', 'Back to the former situation')),
    ],
    basis: [law('GCM objective 21(b)')],
  },
];
