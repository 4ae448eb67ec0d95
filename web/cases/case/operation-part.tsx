import type { Language } from '../../../api/language.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { Table } from '../../components/table.js';
import { casePath } from '../addresses.js';
import type { LinkedOperation } from './operation.js';
import { CASE } from './words.js';

/** The lines of an operation, or the line a person holds on one. */
export function OperationPart(props: {
  readonly operation: LinkedOperation;
  readonly language: Language;
}) {
  const { operation, language } = props;
  const words = CASE[language];
  if (operation.is === 'line') {
    return (
      <>
        <h2 class="govuk-heading-m">{words.operation}</h2>
        <p class="govuk-body">
          {`${words.line}: ${operation.line}. `}
          {operation.run !== undefined && (
            <a class="govuk-link" href={casePath(operation.run)}>
              {words.operationCase}
            </a>
          )}
        </p>
      </>
    );
  }
  const { view, lines } = operation;
  return (
    <>
      {view.taken !== undefined && (
        <p class="govuk-body">{words.seats(view.taken, view.capacity)}</p>
      )}
      <Table
        caption={words.lines}
        captionSize="m"
        columns={[
          { title: words.line },
          { title: words.list },
          { title: words.status },
          { title: words.personCase },
        ]}
        rows={lines.map(({ line, list, status, run }) => [
          line,
          list.title,
          status.title,
          run === undefined ? (
            words.notVisible
          ) : (
            <a class="govuk-link" href={casePath(run)}>
              {caseKeyOf(run)}
            </a>
          ),
        ])}
      />
    </>
  );
}
