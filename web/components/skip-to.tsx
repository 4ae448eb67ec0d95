/** A link that shows when it has the focus and jumps over what repeats; `to` is an id of the page. */
export function SkipTo({ to, text }: { to: string; text: string }) {
  return (
    <a href={`#${to}`} class="govuk-skip-link" data-module="govuk-skip-link">
      {text}
    </a>
  );
}
