import { say } from '../../../api/language.js';
import { nudgeActOf, nudgeStepOf } from '../../../api/runs/nudge-step.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { getStep } from '../../../api/runs/pick-role.js';
import { foresee } from '../../../api/views/foreseen.js';
import { nowOf } from '../../../api/views/run-view.js';
import { Button } from '../../components/button.js';
import type { Fault } from '../../components/error-summary.js';
import { CONTROLS } from '../../forms/names.js';
import { getKey } from '../../forms/one-time-key.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath, stepPath } from '../addresses.js';
import { doneAt } from '../case/just-done.js';
import { openCase } from '../case/open-case.js';
import { ActionKeys, actionPage, Foreseen } from './action-frame.js';
import { ReasonField, readReason } from './reason-field.js';
import { ACTIONS } from './words.js';

/** Who would be reminded of a step, or why nobody can be now. */
export async function nudgePage(visit: Visit): Promise<Answer> {
  return ask(visit, await openCase(visit, 'step.nudge'), visit.query.get('paso') ?? '', []);
}

/** Has the institutions that must still answer a step reminded of it. */
export async function nudgeIt(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'step.nudge');
  const { form } = visit;
  const key = getKey(form);
  const step = getStep(opened.definition, form.get('paso') ?? '').id;
  const opening = Number(form.get(CONTROLS.opening));
  const { reason, faults } = readReason(visit);
  if (faults.length > 0) return ask(visit, opened, step, faults);
  const wanted = { step, opening: Number.isInteger(opening) ? opening : 0, reason };
  const { seq } = await nudgeStepOf(opened, key, wanted);
  return { to: doneAt(stepPath(opened.run.id, step), opened.run.id, seq) };
}

function ask(visit: Visit, opened: OpenRun, id: string, faults: readonly Fault[]): Shown {
  const { definition, run, language } = opened;
  const step = getStep(definition, id);
  const words = ACTIONS[language];
  const wanted = nudgeActOf(step.id, run.state.steps[step.id]?.open?.opening ?? 0);
  const possible = 'foreseen' in foresee(opened, wanted, nowOf(opened));
  return actionPage({
    opened,
    heading: words.nudgeTitle(say(step.title, language)),
    faults,
    children: (
      <form
        method="post"
        autocomplete="off"
        action={casePath(run.id, '/acciones/recordar')}
        noValidate
      >
        <ActionKeys visit={visit} />
        <input type="hidden" name="paso" value={step.id} />
        <input type="hidden" name={CONTROLS.opening} value={wanted.opening} />
        <Foreseen opened={opened} wanted={wanted} />
        <p class="govuk-body">{words.nudgeOnce}</p>
        {possible && (
          <>
            <ReasonField visit={visit} faults={faults} />
            <Button>{words.nudgeDo}</Button>
          </>
        )}
      </form>
    ),
  });
}
