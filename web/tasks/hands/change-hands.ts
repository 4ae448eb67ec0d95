import { ProblemError } from '../../../api/errors.js';
import { type Holding, moveHolding } from '../../../db/queries/holders.js';
import { CONTROLS } from '../../forms/names.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { openTask, taskAt } from '../task.js';
import { type Hands, readHands } from './read-hands.js';

type Change = Pick<Holding, 'kind' | 'from' | 'to'>;

/**
 * Takes, releases, frees or undoes. What whoever asks may not do is refused; what somebody else did first changes nothing
 * and shows who holds the task now.
 */
export async function changeHands(visit: Visit): Promise<Answer> {
  const { context, access, session, form } = visit;
  const task = await openTask(visit, 'step.hold');
  const change = changeOf(visit, await readHands(visit, task), form.get(CONTROLS.action));
  const moved =
    change &&
    (await moveHolding(context.door.db, {
      ...task.place,
      institution: access.institution,
      by: session.user.id,
      ...change,
    }));
  return { to: taskAt(task.place, '', moved ? {} : { manos: 'no' }) };
}

function changeOf({ session }: Visit, hands: Hands, action: string | null): Change | undefined {
  const { holder, undoable } = hands;
  const me = session.user.id;
  switch (action) {
    case 'tomar':
      if (holder && !hands.standIn) return undefined;
      return { kind: 'taken', from: holder?.id ?? null, to: me };
    case 'soltar':
      return hands.mine ? { kind: 'released', from: me, to: null } : undefined;
    case 'liberar':
      if (!hands.maySupervise) throw new ProblemError('not-allowed');
      return holder && { kind: 'freed', from: holder.id, to: null };
    case 'deshacer':
      return (
        undoable && {
          kind: 'undone',
          from: undoable.to?.id ?? null,
          to: undoable.from?.id ?? null,
        }
      );
    default:
      return undefined;
  }
}
