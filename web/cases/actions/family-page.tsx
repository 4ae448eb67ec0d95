import { linkFamilyOf } from '../../../api/runs/link-family.js';
import { openCases } from '../../../api/runs/list-cases.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { runPrefixOf } from '../../../api/views/case-key.js';
import { Button } from '../../components/button.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { getKey } from '../../forms/one-time-key.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { openCase } from '../case/open-case.js';
import { ActionKeys, actionPage } from './action-frame.js';
import { ACTIONS } from './words.js';

const FIELD = 'clave-familiar';

export async function familyPage(visit: Visit): Promise<Answer> {
  return ask(visit, await openCase(visit, 'family.link'), []);
}

/** Links two cases of one family. Decides nothing for anybody. */
export async function linkIt(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'family.link');
  const key = getKey(visit.form);
  const prefix = runPrefixOf(visit.form.get(FIELD) ?? '');
  const found =
    prefix === undefined
      ? []
      : (
          await openCases(visit.context, visit, {
            side: 'lead',
            rehearsals: opened.run.rehearsal,
            ended: false,
            prefix,
            offset: 0,
            limit: 2,
          })
        ).cases;
  const [relative, another] = found;
  if (!relative || another) {
    return ask(visit, opened, [{ text: ACTIONS[visit.language].familyMissing, field: FIELD }]);
  }
  await linkFamilyOf(opened, key, relative.run.id);
  return { to: casePath(opened.run.id) };
}

function ask(visit: Visit, opened: OpenRun, faults: readonly Fault[]): Shown {
  const words = ACTIONS[visit.language];
  return actionPage({
    opened,
    heading: words.familyTitle,
    faults,
    children: (
      <form method="post" autocomplete="off" action={casePath(opened.run.id, '/acciones/familia')}>
        <ActionKeys visit={visit} />
        <p class="govuk-inset-text">{words.familyHint}</p>
        <Field
          id={FIELD}
          label={words.familyKey}
          hint={words.familyKeyHint}
          error={faultOf(faults, FIELD)}
          value={visit.form.get(FIELD) ?? ''}
          width={20}
        />
        <Button>{words.familyDo}</Button>
      </form>
    ),
  });
}
