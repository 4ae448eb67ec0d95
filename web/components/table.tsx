import type { ComponentChildren } from 'preact';
import { classes } from './form-group.js';

export interface Column {
  readonly title: string;
  readonly numeric?: boolean;
}

/** A table. On a phone it becomes a card a row, each cell under its column's title; the first cell names the row. */
export function Table(props: {
  readonly caption: string;
  readonly captionSize?: 's' | 'm' | 'l' | 'xl';
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly ComponentChildren[])[];
  /** Stays a table on a phone: few short columns. */
  readonly narrow?: boolean;
}) {
  const { caption, captionSize, columns, rows, narrow } = props;
  return (
    <table class={classes('govuk-table', !narrow && 'rt-cards')}>
      <caption
        class={classes(
          'govuk-table__caption',
          captionSize && `govuk-table__caption--${captionSize}`,
        )}
      >
        {caption}
      </caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {columns.map(({ title, numeric }) => (
            <th
              scope="col"
              class={classes('govuk-table__header', numeric && 'govuk-table__header--numeric')}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((cells) => (
          <tr class="govuk-table__row">
            {cells.map((cell, index) => (
              <Cell
                cell={cell}
                column={columns[index]}
                isFirst={index === 0}
                narrow={narrow ?? false}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell(props: {
  readonly cell: ComponentChildren;
  readonly column: Column | undefined;
  readonly isFirst: boolean;
  readonly narrow: boolean;
}) {
  const { cell, column, isFirst, narrow } = props;
  if (isFirst) {
    return (
      <th scope="row" class="govuk-table__header">
        {cell}
      </th>
    );
  }
  return (
    <td
      class={classes('govuk-table__cell', column?.numeric && 'govuk-table__cell--numeric')}
      data-column={narrow ? undefined : column?.title}
    >
      {cell}
    </td>
  );
}
