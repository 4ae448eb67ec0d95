import { say } from '../../../api/language.js';
import { commit } from '../../../api/runs/commit.js';
import { getStep } from '../../../api/runs/pick-role.js';
import { foresee } from '../../../api/views/foreseen.js';
import { nowOf } from '../../../api/views/run-view.js';
import type { UndatedAct } from '../../../door/acts.js';
import { Button } from '../../components/button.js';
import { CONTROLS } from '../../forms/names.js';
import { getKey } from '../../forms/one-time-key.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { casePath, stepPath } from '../addresses.js';
import { openCase } from '../case/open-case.js';
import { ActionKeys, actionPage, Foreseen } from './action-frame.js';
import { ACTIONS } from './words.js';

/** Who would be reminded of a step, or why nobody can be now. */
export async function nudgePage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'step.nudge');
  const { definition, run, language } = opened;
  const step = getStep(definition, visit.query.get('paso') ?? '');
  const words = ACTIONS[language];
  const wanted = nudgeOf(step.id, run.state.steps[step.id]?.open?.opening ?? 0);
  const possible = 'foreseen' in foresee(opened, wanted, nowOf(opened));
  return actionPage({
    opened,
    heading: words.nudgeTitle(say(step.title, language)),
    children: (
      <form method="post" action={casePath(run.id, '/acciones/recordar')}>
        <ActionKeys visit={visit} />
        <input type="hidden" name="paso" value={step.id} />
        <input type="hidden" name={CONTROLS.opening} value={wanted.opening} />
        <Foreseen opened={opened} wanted={wanted} />
        <p class="govuk-body">{words.nudgeOnce}</p>
        {possible && <Button>{words.nudgeDo}</Button>}
      </form>
    ),
  });
}

/** Has the institutions that must still answer a step reminded of it. */
export async function nudgeIt(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'step.nudge');
  const { form } = visit;
  const key = getKey(form);
  const step = getStep(opened.definition, form.get('paso') ?? '');
  const opening = Number(form.get(CONTROLS.opening));
  await commit(opened, key, nudgeOf(step.id, Number.isInteger(opening) ? opening : 0));
  return { to: stepPath(opened.run.id, step.id) };
}

function nudgeOf(step: string, opening: number) {
  return { type: 'step-nudged', step, opening } as const satisfies UndatedAct;
}
