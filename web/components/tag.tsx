import type { ComponentChildren } from 'preact';

/** A state in a word. Never a link: people take it for a button. */
export function Tag(props: {
  readonly children: ComponentChildren;
  readonly colour?: 'grey' | 'green' | 'red' | 'orange' | 'yellow' | 'purple';
}) {
  const { children, colour } = props;
  return <strong class={`govuk-tag${colour ? ` govuk-tag--${colour}` : ''}`}>{children}</strong>;
}
