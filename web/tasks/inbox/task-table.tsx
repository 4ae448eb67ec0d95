import { caseKeyOf } from '../../../api/views/case-key.js';
import { Due } from '../../components/due.js';
import { Table } from '../../components/table.js';
import { Tag } from '../../components/tag.js';
import type { Visit } from '../../frame/visit.js';
import { taskAt } from '../task.js';
import type { Line } from './line.js';
import { WORDS } from './words.js';

/** One group of tasks; a row a task, on a phone a card. */
export function TaskTable(props: {
  readonly caption: string;
  readonly lines: readonly Line[];
  readonly visit: Visit;
}) {
  const { caption, lines, visit } = props;
  const words = WORDS[visit.language];
  const columns = [words.task, words.case, words.due, words.holder, words.choose];
  return (
    <Table
      caption={caption}
      captionSize="m"
      columns={columns.map((title) => ({ title }))}
      rows={lines.map((line) => cellsOf(line, visit))}
    />
  );
}

function cellsOf({ view, item, standIn }: Line, { language, session }: Visit) {
  const words = WORDS[language];
  const key = caseKeyOf(item.run);
  const { holder } = item;
  const value = [item.run, item.step, item.opening, item.role].join('/');
  const id = `elegir-${value.replaceAll('/', '-')}`;
  return [
    <>
      <a class="govuk-link" href={taskAt(item)}>
        {view.title}
        <span class="govuk-visually-hidden">{`, ${key}`}</span>
      </a>
      <span class="rt-under">{view.protocol.title}</span>
      {view.suspended && <Tag colour="yellow">{words.suspended}</Tag>}
      {view.rehearsal && <Tag colour="purple">{words.rehearsal}</Tag>}
    </>,
    <span class="rt-key">{key}</span>,
    <Due due={view.due} />,
    holder === null ? (
      words.nobody
    ) : holder.id === session.user.id ? (
      words.you
    ) : standIn ? (
      <>
        {holder.name}
        <span class="rt-under">{words.standIn}</span>
      </>
    ) : (
      holder.name
    ),
    <div class="govuk-checkboxes govuk-checkboxes--small">
      <div class="govuk-checkboxes__item">
        <input class="govuk-checkboxes__input" type="checkbox" id={id} name="tarea" value={value} />
        <label class="govuk-label govuk-checkboxes__label" for={id}>
          <span class="govuk-visually-hidden">{words.chooseAbout(view.title, key)}</span>
        </label>
      </div>
    </div>,
  ];
}
