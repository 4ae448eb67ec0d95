import { detailOf, ProblemError } from '../../../api/errors.js';
import { linkFamilyOf } from '../../../api/runs/link-family.js';
import { openCases } from '../../../api/runs/list-cases.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { caseKeyOf, wholeRunPrefixOf } from '../../../api/views/case-key.js';
import { Button, ButtonGroup } from '../../components/button.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { Field } from '../../components/field.js';
import { CONTROLS } from '../../forms/names.js';
import { getKey } from '../../forms/one-time-key.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { CaseCard } from '../board/case-card.js';
import { doneAt } from '../case/just-done.js';
import { openCase } from '../case/open-case.js';
import { ActionKeys, actionPage } from './action-frame.js';
import { ACTIONS } from './words.js';

const FIELD = 'clave-familiar';

/** Asks for the key of the relative's case. */
export async function familyPage(visit: Visit): Promise<Answer> {
  return ask(visit, await openCase(visit, 'family.link'), []);
}

/** Shows the case a key stands for; links the two when it is the one that was shown. Decides nothing for anybody. */
export async function linkIt(visit: Visit): Promise<Answer> {
  const { form, language } = visit;
  const opened = await openCase(visit, 'family.link');
  const key = getKey(form);
  const relative = await findRelative(visit, opened, form.get(FIELD) ?? '');
  if (!relative) return ask(visit, opened, [fault(ACTIONS[language].familyMissing)]);
  if (form.get(CONTROLS.seen) !== relative.run.id) return check(visit, opened, relative);
  try {
    const { seq } = await linkFamilyOf(opened, key, relative.run.id);
    return { to: doneAt(casePath(opened.run.id), opened.run.id, seq) };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return ask(visit, opened, [fault(detailOf(error, language))]);
  }
}

const fault = (text: string): Fault => ({ text, field: FIELD });

/** The one other open case the institution leads with this whole key. */
async function findRelative(
  visit: Visit,
  { run }: OpenRun,
  typed: string,
): Promise<OpenRun | undefined> {
  const prefix = wholeRunPrefixOf(typed);
  if (prefix === undefined || run.id.startsWith(prefix)) return undefined;
  const { cases } = await openCases(visit.context, visit, {
    side: 'lead',
    rehearsals: run.rehearsal,
    ended: false,
    prefix,
    offset: 0,
    limit: 2,
  });
  return cases.length === 1 ? cases[0] : undefined;
}

/** The other case as it stands, so that nobody is linked with a person nobody meant. */
function check(visit: Visit, opened: OpenRun, relative: OpenRun): Shown {
  const words = ACTIONS[visit.language];
  const action = casePath(opened.run.id, '/acciones/familia');
  return actionPage({
    opened,
    heading: words.familyCheck,
    children: (
      <>
        <p class="govuk-body">{words.familyCheckHint(caseKeyOf(opened.run.id))}</p>
        <ol class="rt-cases">
          <CaseCard opened={relative} />
        </ol>
        <form method="post" autocomplete="off" action={action}>
          <ActionKeys visit={visit} />
          <input type="hidden" name={FIELD} value={caseKeyOf(relative.run.id)} />
          <input type="hidden" name={CONTROLS.seen} value={relative.run.id} />
          <ButtonGroup>
            <Button>{words.familyDo}</Button>
            <a class="govuk-link" href={action}>
              {words.familyOther}
            </a>
          </ButtonGroup>
        </form>
      </>
    ),
  });
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
        <Button>{words.familyNext}</Button>
      </form>
    ),
  });
}
