import { choice, known, law, t } from '../shared/texts.js';
import {
  ask,
  BASE,
  CHILD,
  due,
  must,
  outcome,
  REASONS,
  STOPPED,
  share,
  type VoluntaryStep,
} from './pieces.js';

const result: VoluntaryStep['shares'] = [
  share(
    'provider',
    'IOM',
    ['D8'],
    t('Resultado, sin el relato', 'Result, without the account'),
    law('GCM objective 21(g)'),
  ),
];

const RESULT = must('result-note', 'text', 'D8', t('Resultado', 'Result'));

/** Step 5: each child who travels with their family. */
export const children: readonly VoluntaryStep[] = [
  {
    id: 'child-in-family-bia',
    kind: 'assessment',
    stage: 'choice',
    title: t('Evaluación del interés superior de cada niña o niño', 'Best interests of each child'),
    instructions: t(
      'Escuche a cada niña o niño por separado. Compruebe la autoridad de ambos padres y quién acompaña todo el trayecto. El silencio no equivale a una evaluación.',
      'Hear each child separately. Check the authority of both parents and who accompanies the whole way. Silence is no assessment.',
    ),
    by: 'CPA-S',
    when: {
      all: [
        'inSendingState',
        { any: ['who-travels:with-children', 'who-travels:accompanied-child'] },
        { any: ['start', 'stay-pathway:asks-to-return', 'withdrawal:not-withdrawn'] },
        { not: 'childAccompanied' },
      ],
    },
    requires: BASE,
    clearsAtOpening: CHILD,
    limit: 8,
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('As the determination for a child alone')),
    form: [
      must(
        'child-view',
        'long-text',
        'D6',
        t(
          'Palabras de cada niña o niño y cómo se valoraron',
          "Each child's words and their weight",
        ),
      ),
      must(
        'parents-authority',
        'long-text',
        'D4',
        t('Autoridad de ambos padres', 'Authority of both parents'),
      ),
      ask(
        'who-accompanies',
        'text',
        'D4',
        t('Quién acompaña todo el trayecto', 'Who accompanies the whole way'),
        { required: ['in-best-interests'] },
      ),
      RESULT,
    ],
    shares: result,
    outcomes: [
      outcome('in-best-interests', t('Es en su interés superior', 'In their best interests'), {
        sets: CHILD,
      }),
      outcome(
        'conflict-or-doubt',
        t('Conflicto, madre o padre separado, o duda', 'Conflict, separated parent or doubt'),
        { despiteMissing: true },
      ),
    ],
    basis: [law('GCM objective 21(g)'), known('CRC GC22')],
  },
  {
    id: 'best-interests-determination',
    kind: 'approval',
    stage: 'choice',
    title: t('Determinación del interés superior', 'Best interests determination'),
    instructions: t(
      'Compare todas las opciones, también quedarse, y decida con razones. Nadie más puede tomar esta decisión.',
      'Compare every option, also staying, and decide with reasons. Nobody else may take this decision.',
    ),
    by: 'CPA-S',
    when: { all: ['inSendingState', 'child-in-family-bia:conflict-or-doubt'] },
    requires: BASE,
    limit: 8,
    safeguard: true,
    deadline: due(10, 'working-days', 'L2', choice('As the decision for a child alone')),
    form: [
      REASONS,
      must('child-heard-again', 'boolean', 'D6', t('Se escuchó de nuevo', 'Heard again'), {
        yesFor: ['return-with-family'],
      }),
      ask(
        'carer-on-the-way',
        'text',
        'D4',
        t('Acompañante decidido', 'Accompanying adult decided'),
        { required: ['return-with-family'] },
      ),
      must('determination', 'text', 'D8', t('Determinación', 'Determination')),
    ],
    shares: result,
    outcomes: [
      outcome('return-with-family', t('Retorno con su familia', 'Return with family'), {
        sets: CHILD,
      }),
      outcome('stay', t('La niña o el niño permanece', 'The child stays'), {
        despiteMissing: true,
        ...STOPPED,
      }),
    ],
    basis: [known('CRC art. 3; GC14'), law('GCM objective 21(g)')],
  },
];
