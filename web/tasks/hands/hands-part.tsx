import { momentOf } from '../../../api/views/due-view.js';
import type { Colleague } from '../../../db/queries/holders.js';
import type { HoldingKind } from '../../../db/schema/step-holders.js';
import { Details } from '../../components/details.js';
import { Table } from '../../components/table.js';
import { CONTROLS } from '../../forms/names.js';
import { FormKey } from '../../frame/routes.js';
import type { Visit } from '../../frame/visit.js';
import { type Task, taskAt } from '../task.js';
import type { Hands } from './read-hands.js';
import { WORDS } from './words.js';

/** What can be done about who holds a task, as the form names it. */
export type HandsAction = 'tomar' | 'soltar' | 'liberar' | 'deshacer';

/** Who holds the task, and taking, releasing, handing over, freeing, undoing: at once, because all can be taken back. */
export function HandsPart({ visit, task, hands }: { visit: Visit; task: Task; hands: Hands }) {
  const { language, session } = visit;
  const words = WORDS[language];
  const { holder, mine, standIn, maySupervise, undoable } = hands;
  const name = holder ? (mine ? words.you : holder.name) : undefined;
  return (
    <div class="rt-hands">
      {undoable && undoable.kind !== 'undone' && (
        <div class="rt-hands__undo" role="status">
          <span>{words.now[undoable.kind]}</span>
          <HandsButton {...{ visit, task }} action="deshacer" text={words.undo} />
        </div>
      )}
      <p class="govuk-body">
        <strong>{`${words.who}: `}</strong>
        {name === undefined
          ? words.nobody
          : words.since(name, momentOf(holder!.since, session.timeZone, language))}
      </p>
      {standIn && <p class="govuk-body">{words.standIn}</p>}
      <div class="govuk-button-group">
        {(!holder || standIn) && (
          <HandsButton {...{ visit, task }} action="tomar" text={words.take} />
        )}
        {mine && <HandsButton {...{ visit, task }} action="soltar" text={words.release} />}
        {holder && !mine && maySupervise && (
          <HandsButton {...{ visit, task }} action="liberar" text={words.free} />
        )}
        {(mine || maySupervise) && (
          <a class="govuk-link" href={taskAt(task.place, '/pasar')}>
            {words.pass}
          </a>
        )}
      </div>
      <Log visit={visit} hands={hands} />
    </div>
  );
}

function HandsButton(props: {
  readonly visit: Visit;
  readonly task: Task;
  readonly action: HandsAction;
  readonly text: string;
}) {
  const { visit, task, action, text } = props;
  const { run, step, opening, role } = task.place;
  return (
    <form
      method="post"
      autocomplete="off"
      action={`/tareas/${run}/${step}/manos`}
      class="rt-inline"
    >
      <FormKey visit={visit} />
      <input type="hidden" name={CONTROLS.opening} value={String(opening)} />
      <input type="hidden" name={CONTROLS.role} value={role} />
      <button
        type="submit"
        class="govuk-button govuk-button--secondary"
        name={CONTROLS.action}
        value={action}
      >
        {text}
      </button>
    </form>
  );
}

function Log({ visit, hands }: { visit: Visit; hands: Hands }) {
  const { language, session } = visit;
  const words = WORDS[language];
  if (hands.log.length === 0) return null;
  const nameOf = (person: Colleague | null) => person?.name ?? words.nobody.toLowerCase();
  const said = (kind: HoldingKind, from: Colleague | null, to: Colleague | null) =>
    words.kinds[kind](nameOf(from), nameOf(to));
  return (
    <Details summary={words.log}>
      <Table
        caption={words.log}
        columns={[words.when, words.what, words.by].map((title) => ({ title }))}
        rows={hands.log.map(({ kind, from, to, by, at }) => [
          momentOf(at, session.timeZone, language),
          said(kind, from, to),
          by.name,
        ])}
      />
    </Details>
  );
}
