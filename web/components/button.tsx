import type { ComponentChildren } from 'preact';
import { classes } from './form-group.js';

/** A button whose text names the act; with `href`, a link that looks like one because it begins something. */
export function Button(props: {
  readonly children: ComponentChildren;
  readonly kind?: 'secondary' | 'warning';
  readonly href?: string;
  readonly name?: string;
  readonly value?: string;
  readonly id?: string;
  /** Sends the form elsewhere, for a second button of a form. */
  readonly formAction?: string;
}) {
  const { children, kind, href, name, value, id, formAction } = props;
  const look = classes('govuk-button', kind && `govuk-button--${kind}`);
  if (href !== undefined) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a link that looks like a button is announced as one; the script lets Space press it
      <a href={href} role="button" draggable={false} class={look} data-module="govuk-button">
        {children}
      </a>
    );
  }
  return (
    <button
      type="submit"
      {...{ name, value, id }}
      formAction={formAction}
      class={look}
      data-module="govuk-button"
    >
      {children}
    </button>
  );
}

/** Buttons and links side by side, under each other on a phone. */
export function ButtonGroup({ children }: { children: ComponentChildren }) {
  return <div class="govuk-button-group">{children}</div>;
}
