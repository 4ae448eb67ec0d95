import type { ComponentChildren } from 'preact';
import { classes } from './form-group.js';

/** A link beside an entry; `about` says of what to those who do not see the row. */
export interface RowAction {
  readonly href: string;
  readonly text: string;
  readonly about: string;
}

export interface Row {
  readonly key: ComponentChildren;
  /** A row without value is left out. */
  readonly value: ComponentChildren;
  readonly actions?: readonly RowAction[];
}

/** Facts with their names; for check-your-answers each with a link to change it. */
export function SummaryList(props: {
  readonly rows: readonly (Row | undefined | false)[];
  readonly noBorder?: boolean;
}) {
  const rows = props.rows.filter((row): row is Row => Boolean(row && isShown(row.value)));
  const someAct = rows.some(({ actions }) => actions?.length);
  return (
    <dl class={classes('govuk-summary-list', props.noBorder && 'govuk-summary-list--no-border')}>
      {rows.map(({ key, value, actions = [] }) => (
        <div
          class={classes(
            'govuk-summary-list__row',
            someAct && actions.length === 0 && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">{value}</dd>
          <Actions actions={actions} />
        </div>
      ))}
    </dl>
  );
}

function isShown(value: ComponentChildren): boolean {
  return value !== undefined && value !== null && value !== '' && value !== false;
}

function Actions({ actions }: { actions: readonly RowAction[] }) {
  const [only] = actions;
  if (!only) return null;
  return (
    <dd class="govuk-summary-list__actions">
      {actions.length === 1 ? (
        <ActionLink action={only} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function ActionLink({ action: { href, text, about } }: { action: RowAction }) {
  return (
    <a class="govuk-link" href={href}>
      {text}
      <span class="govuk-visually-hidden">{` ${about}`}</span>
    </a>
  );
}
