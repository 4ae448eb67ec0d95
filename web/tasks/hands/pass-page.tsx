import { ProblemError } from '../../../api/errors.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { namedIn } from '../../../api/views/words.js';
import { listColleagues, moveHolding } from '../../../db/queries/holders.js';
import { BackLink } from '../../components/back-link.js';
import { Button } from '../../components/button.js';
import { Radios } from '../../components/choices.js';
import { ErrorSummary, type Fault, faultOf } from '../../components/error-summary.js';
import { Select } from '../../components/select.js';
import { CONTROLS } from '../../forms/names.js';
import { FormKey } from '../../frame/routes.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { openTask, type Task, taskAt } from '../task.js';
import { type Hands, readHands } from './read-hands.js';
import { WORDS } from './words.js';

/** Longest list shown as radios. */
const MOST_RADIOS = 7;

/** Asks to whom a task goes. */
export async function passPage(visit: Visit): Promise<Shown> {
  const task = await openTask(visit, 'step.hold');
  getPasser(await readHands(visit, task));
  return showPass(visit, task, []);
}

/** Hands a task over to the colleague chosen. */
export async function pass(visit: Visit): Promise<Answer> {
  const { context, access, session, form, language } = visit;
  const task = await openTask(visit, 'step.hold');
  const hands = getPasser(await readHands(visit, task));
  const to = form.get('persona') ?? '';
  const known = await listColleagues(context.door.db, access.institution);
  if (!known.some(({ id }) => id === to)) {
    return showPass(visit, task, [{ text: WORDS[language].choose, field: 'persona' }]);
  }
  const moved = await moveHolding(context.door.db, {
    ...task.place,
    institution: access.institution,
    kind: 'handed-over',
    from: hands.holder?.id ?? null,
    to,
    by: session.user.id,
  });
  return { to: taskAt(task.place, '', moved ? {} : { manos: 'no' }) };
}

/** Whoever holds it, and supervisors. Throws `not-allowed` for others. */
function getPasser(hands: Hands): Hands {
  if (hands.mine || hands.maySupervise) return hands;
  throw new ProblemError('not-allowed');
}

async function showPass(visit: Visit, task: Task, faults: readonly Fault[]): Promise<Shown> {
  const { context, access, language } = visit;
  const words = WORDS[language];
  const { holder } = await readHands(visit, task);
  const all = await listColleagues(context.door.db, access.institution);
  const others = all.filter(({ id }) => id !== holder?.id);
  const items = others.map(({ id, name }) => ({ value: id, label: name }));
  const title = namedIn(task.opened.definition.steps, task.step.id, language).title;
  const field = { id: 'persona', error: faultOf(faults, 'persona'), hint: words.passHint };
  const { run, step, opening, role } = task.place;
  const content = (
    <>
      <BackLink href={taskAt(task.place)} text={words.back} />
      <ErrorSummary faults={faults} />
      <span class="govuk-caption-l">{`${title} – ${caseKeyOf(run)}`}</span>
      <h1 class="govuk-heading-l">{words.passTitle}</h1>
      {items.length === 0 ? (
        <p class="govuk-body">{words.noColleagues}</p>
      ) : (
        <form method="post" autocomplete="off" action={`/tareas/${run}/${step}/pasar`} noValidate>
          <FormKey visit={visit} />
          <input type="hidden" name={CONTROLS.opening} value={String(opening)} />
          <input type="hidden" name={CONTROLS.role} value={role} />
          {items.length <= MOST_RADIOS ? (
            <Radios {...field} label={words.to} items={items} />
          ) : (
            <Select
              {...field}
              label={words.to}
              items={[{ value: '', label: words.choose }, ...items]}
            />
          )}
          <Button>{words.doPass}</Button>
        </form>
      )}
    </>
  );
  return { title: words.passTitle, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
