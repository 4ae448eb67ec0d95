import type { ComponentChildren } from 'preact';
import { useWords } from './language.js';

/** What every field takes. Texts are shown as given; `error` is the same sentence the summary shows. */
export interface FieldParts {
  /** Id of the element, and name of what is sent unless `name` says otherwise. */
  readonly id: string;
  readonly name?: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string;
  /** Adds “(opcional)” to the label; a field without it must be filled. */
  readonly optional?: boolean;
  /** The label is also the heading of the page: one question a page. */
  readonly heading?: boolean;
  /** Size of label or legend. */
  readonly size?: 's' | 'm' | 'l' | 'xl';
  /** Id of another text that describes the field. */
  readonly describedBy?: string;
}

const WORDS = {
  es: { error: 'Error:', optional: '(opcional)' },
  en: { error: 'Error:', optional: '(optional)' },
};

/** Class names, those that apply. */
export function classes(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}

/** Ids of hint and error, in the order they are read; undefined where there is neither. */
export function describedBy(parts: FieldParts, first?: string): string | undefined {
  const { id, hint, error } = parts;
  const ids = [parts.describedBy, first, hint && `${id}-hint`, error && `${id}-error`];
  return ids.filter(Boolean).join(' ') || undefined;
}

/** The frame of a field: label, hint, error and the element itself. */
export function FormGroup(props: {
  readonly parts: FieldParts;
  readonly extra?: string;
  /** Attributes of a script that adds to the field. */
  readonly data?: Readonly<Record<string, string | number | undefined>>;
  readonly children: ComponentChildren;
}) {
  const { parts, extra, data, children } = props;
  return (
    <div
      class={classes('govuk-form-group', parts.error && 'govuk-form-group--error', extra)}
      {...data}
    >
      <Label parts={parts} />
      <HintAndError parts={parts} />
      {children}
    </div>
  );
}

/** The frame of several inputs that answer one question; legend instead of label. */
export function FieldSet(props: {
  readonly parts: FieldParts;
  readonly role?: 'group';
  readonly children: ComponentChildren;
}) {
  const { parts, role, children } = props;
  const { size, heading, error } = parts;
  return (
    <div class={classes('govuk-form-group', error && 'govuk-form-group--error')}>
      <fieldset class="govuk-fieldset" role={role} aria-describedby={describedBy(parts)}>
        <legend
          class={classes('govuk-fieldset__legend', size && `govuk-fieldset__legend--${size}`)}
        >
          {heading ? (
            <h1 class="govuk-fieldset__heading">
              <Text parts={parts} />
            </h1>
          ) : (
            <Text parts={parts} />
          )}
        </legend>
        <HintAndError parts={parts} />
        {children}
      </fieldset>
    </div>
  );
}

function Label({ parts }: { parts: FieldParts }) {
  const { id, heading, size } = parts;
  const label = (
    <label class={classes('govuk-label', size && `govuk-label--${size}`)} for={id}>
      <Text parts={parts} />
    </label>
  );
  return heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}

function Text({ parts }: { parts: FieldParts }) {
  const words = useWords(WORDS);
  return (
    <>
      {parts.label}
      {parts.optional && ` ${words.optional}`}
    </>
  );
}

/** What is wrong with a field, beside it; the field names it by its id. */
export function FieldError({ id, error }: { readonly id: string; readonly error: string }) {
  const words = useWords(WORDS);
  return (
    <p id={`${id}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">{words.error}</span> {error}
    </p>
  );
}

function HintAndError({ parts: { id, hint, error } }: { parts: FieldParts }) {
  return (
    <>
      {hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      {error && <FieldError id={id} error={error} />}
    </>
  );
}
