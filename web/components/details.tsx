import type { ComponentChildren } from 'preact';

/** Something only some people need, behind a line that opens. */
export function Details(props: {
  readonly summary: string;
  readonly id?: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}) {
  const { summary, id, open, children } = props;
  return (
    <details id={id} class="govuk-details" open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
