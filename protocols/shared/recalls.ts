import type { Condition } from '../language/condition.js';
import type { Names } from '../language/names.js';
import type { Recall } from '../language/recall.js';
import type { Step } from '../language/step.js';
import type { Text } from '../language/text.js';
import { ask, due, outcome } from './pieces.js';
import { choice, law, t } from './texts.js';

/** A step that takes data back from a role. */
export type RecallStep<To extends string> = `recall-${Lowercase<To>}`;

const KEPT = { required: ['kept'] } as const;

/**
 * The steps by which data is taken back from roles, all in the same words: they say what was sent and must go, never
 * why. What called for it stands in `when` alone, where several causes stand together, so that whoever is asked
 * cannot tell which it was.
 */
export function recallsFrom<N extends Names>(
  roles: readonly { readonly id: N['role']; readonly title: Text }[],
  stage: N['stage'],
) {
  return (to: N['role'], when: Condition<N>, recalls: Recall<N> = {}): Step<N> => {
    const { title } = roles.find(({ id }) => id === to)!;
    return {
      id: `recall-${to.toLowerCase()}` as N['step'],
      kind: 'task',
      stage,
      title: t(`Retiro de datos recibidos: ${title.es}`, `Recall of data received: ${title.en}`),
      instructions: t(
        'Deje de usar ahora los datos que recibió con los envíos indicados. Destruya sus copias o devuélvalas, y pida lo mismo a quien se los haya pasado. Solo puede conservarlos si una ley u orden le obliga; diga cuál y por qué. No hacer nada no cuenta como hecho.',
        'Stop using the data you received with the shares named here now. Destroy your copies or return them, and ask the same of whoever you passed them on to. You may keep them only if a law or order obliges you; say which and why. Doing nothing does not count as done.',
      ),
      by: to,
      when,
      recalls,
      deadline: due(
        3,
        'working-days',
        'L1',
        choice('Use stops at once; three days to find the copies and to answer'),
      ),
      form: [
        ask(
          'passed-on',
          'text',
          'D8',
          t('A quién los pasó, si los pasó', 'Whom they were passed on to, if anybody'),
        ),
        ask(
          'keep-ground',
          'text',
          'D8',
          t('Ley u orden que obliga a conservarlos', 'Law or order that obliges you to keep them'),
          KEPT,
        ),
        ask(
          'keep-reason',
          'long-text',
          'D8',
          t('Qué conserva y por qué', 'What is kept and why'),
          KEPT,
        ),
      ],
      outcomes: [
        outcome('destroyed', t('Destruidos', 'Destroyed'), { recalled: 'destroyed' }),
        outcome('returned', t('Devueltos', 'Returned'), { recalled: 'returned' }),
        outcome('kept', t('Conservados por obligación legal', 'Kept by a legal obligation'), {
          recalled: 'kept',
        }),
      ],
      basis: [law('MX LGPDPPSO arts. 10, 19, 62')],
    };
  };
}
