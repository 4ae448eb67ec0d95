import type { ComponentChildren } from 'preact';

/** The heading of a receipt: what was done, and its folio below. */
export function ConfirmPanel(props: {
  readonly title: string;
  readonly children?: ComponentChildren;
}) {
  const { title, children } = props;
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{title}</h1>
      {children && <div class="govuk-panel__body">{children}</div>}
    </div>
  );
}
