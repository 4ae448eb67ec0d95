import { ProblemError, statusOf } from '../../../api/errors.js';
import { say } from '../../../api/language.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { keepReason } from '../../../api/runs/reasons.js';
import {
  REASSIGN_REASONS,
  type Reassignment,
  reassignActOf,
  reassignRoleOf,
} from '../../../api/runs/reassign-role.js';
import { institutionIn } from '../../../api/views/words.js';
import { listInstitutions } from '../../../db/queries/institutions.js';
import { Button } from '../../components/button.js';
import { Radios } from '../../components/choices.js';
import { type Fault, faultOf } from '../../components/error-summary.js';
import { Select } from '../../components/select.js';
import { type Row, SummaryList } from '../../components/summary-list.js';
import { getKey } from '../../forms/one-time-key.js';
import type { Answer, Shown, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { doneAt } from '../case/just-done.js';
import { openCase } from '../case/open-case.js';
import { inNames } from '../in-names.js';
import { choiceOf } from '../sited.js';
import { Unsure } from '../unsure.js';
import { ActionKeys, actionPage, Foreseen } from './action-frame.js';
import { givenAway, LastRole } from './given-away.js';
import { ReasonField, readReason } from './reason-field.js';
import { ACTIONS, REASON_NAMES } from './words.js';

/** Which role goes where and why; then what that would bring. */
export async function reassignPage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'role.reassign');
  const { query } = visit;
  const { wanted, faults } = read(opened, query);
  const asked = query.has('institucion') || query.has('motivo');
  if (!wanted) return ask(visit, opened, query, asked ? faults : []);
  return orAgain(visit, opened, query, () => check(visit, opened, wanted, []));
}

/** The page that asks, with the reason, where an institution cannot fill the role. */
async function orAgain(
  visit: Visit,
  opened: OpenRun,
  given: URLSearchParams,
  go: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await go();
  } catch (error) {
    if (!(error instanceof ProblemError) || statusOf(error.code) !== 422) throw error;
    const { context, language } = visit;
    const text = inNames(error, opened.definition, context.door.directory, language);
    return ask(visit, opened, given, [{ text, field: 'institucion' }]);
  }
}

/** What the change would bring, and why it is made. */
async function check(
  visit: Visit,
  opened: OpenRun,
  wanted: Reassignment,
  faults: readonly Fault[],
): Promise<Shown> {
  const { language, context } = visit;
  const words = ACTIONS[language];
  const rows: Row[] = [
    { key: words.role, value: titleOf(opened, wanted.role) },
    {
      key: words.institution,
      value: institutionIn(context.door.directory, wanted.institution, language).title,
    },
    { key: words.reason, value: REASON_NAMES[language][wanted.reason] },
  ];
  const act = await reassignActOf(opened, wanted);
  const bindings = { ...opened.run.state.bindings, [wanted.role]: act.binding };
  return actionPage({
    opened,
    heading: words.reassign,
    faults,
    children: (
      <form
        method="post"
        autocomplete="off"
        action={casePath(opened.run.id, '/acciones/reasignar')}
        noValidate
      >
        <ActionKeys visit={visit} />
        <input type="hidden" name="funcion" value={wanted.role} />
        <input type="hidden" name="institucion" value={wanted.institution} />
        <input type="hidden" name="motivo" value={wanted.reason} />
        <SummaryList rows={rows} />
        <Unsure definition={opened.definition} bindings={bindings} visit={visit} />
        <Foreseen opened={opened} wanted={act} />
        <LastRole opened={opened} wanted={wanted} />
        <ReasonField visit={visit} faults={faults} />
        <Button kind="warning">{words.reassignDo}</Button>
      </form>
    ),
  });
}

/** Gives the role, once for each page that was shown. */
export async function reassignIt(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'role.reassign');
  const key = getKey(visit.form);
  const { wanted, faults } = read(opened, visit.form);
  if (!wanted) return ask(visit, opened, visit.form, faults);
  const given = readReason(visit);
  if (given.faults.length > 0) return check(visit, opened, wanted, given.faults);
  return orAgain(visit, opened, visit.form, async () => {
    await reassignActOf(opened, wanted);
    await keepReason(opened, key, given.reason);
    const committed = await reassignRoleOf(opened, key, wanted);
    const { id } = opened.run;
    return givenAway(opened, committed) ?? { to: doneAt(casePath(id), id, committed.seq) };
  });
}

function read(
  { definition, language }: OpenRun,
  given: URLSearchParams,
): { wanted?: Reassignment; faults: Fault[] } {
  const words = ACTIONS[language];
  const role = definition.roles.find(({ id }) => id === given.get('funcion'));
  const institution = given.get('institucion') ?? '';
  const reason = REASSIGN_REASONS.find((one) => one === given.get('motivo'));
  const faults: Fault[] = [
    ...(role ? [] : [{ text: words.chooseRole, field: 'funcion' }]),
    ...(institution === '' ? [{ text: words.chooseInstitution, field: 'institucion' }] : []),
    ...(reason ? [] : [{ text: words.chooseReason, field: 'motivo' }]),
  ];
  if (!role || institution === '' || !reason) return { faults };
  return { wanted: { role: role.id, institution, reason }, faults: [] };
}

function titleOf({ definition, language }: OpenRun, id: string): string {
  const role = definition.roles.find((one) => one.id === id);
  return role ? say(role.title, language) : id;
}

async function ask(
  visit: Visit,
  opened: OpenRun,
  given: URLSearchParams,
  faults: readonly Fault[],
): Promise<Shown> {
  const { language, context } = visit;
  const { definition } = opened;
  const words = ACTIONS[language];
  const role = definition.roles.find(({ id }) => id === given.get('funcion'));
  const all = (await listInstitutions(context.door.db)).filter(({ active }) => active);
  const kinds = new Set(role ? [role.kind] : definition.roles.map(({ kind }) => kind));
  return actionPage({
    opened,
    heading: words.reassign,
    faults,
    children: (
      <form method="get" action={casePath(opened.run.id, '/acciones/reasignar')}>
        <Select
          id="funcion"
          label={words.role}
          error={faultOf(faults, 'funcion')}
          value={role?.id ?? ''}
          items={[
            { value: '', label: words.chooseRole },
            ...definition.roles.map(({ id, title }) => ({
              value: id,
              label: say(title, language),
            })),
          ]}
        />
        <Select
          id="institucion"
          label={words.institution}
          error={faultOf(faults, 'institucion')}
          value={given.get('institucion') ?? ''}
          items={[
            { value: '', label: words.chooseInstitution },
            ...all
              .filter(({ kind }) => kinds.has(kind))
              .map((one) => choiceOf(one, context.door.directory, language)),
          ]}
        />
        <Radios
          id="motivo"
          label={words.reason}
          error={faultOf(faults, 'motivo')}
          value={given.get('motivo') ?? undefined}
          items={REASSIGN_REASONS.map((value) => ({ value, label: REASON_NAMES[language][value] }))}
        />
        <Button kind="secondary">{words.preview}</Button>
      </form>
    ),
  });
}
