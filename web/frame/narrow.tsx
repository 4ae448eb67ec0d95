import type { ComponentChildren } from 'preact';

/** Text and forms no wider than a line can be read. */
export function Narrow({ children }: { children: ComponentChildren }) {
  return (
    <div class="govuk-grid-row">
      <div class="govuk-grid-column-two-thirds">{children}</div>
    </div>
  );
}
