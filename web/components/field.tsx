import { classes, describedBy, type FieldParts, FormGroup } from './form-group.js';

export interface TextFieldProps extends FieldParts {
  readonly value?: string | number;
  readonly type?: 'text' | 'email' | 'tel' | 'search';
  readonly inputMode?: 'numeric' | 'decimal';
  readonly autoComplete?: string;
  /** Width in characters, where the length of the answer is known. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  readonly spellCheck?: boolean;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** A line of text. The browser checks nothing: the server does, and keeps what was typed. */
export function Field(props: TextFieldProps) {
  const { id, name = id, error, value, width, prefix, suffix } = props;
  const input = (
    <input
      class={classes(
        'govuk-input',
        width && `govuk-input--width-${width}`,
        error && 'govuk-input--error',
      )}
      id={id}
      name={name}
      type={props.type ?? 'text'}
      list={undefined}
      spellcheck={props.spellCheck}
      value={value}
      aria-describedby={describedBy(props)}
      autocomplete={props.autoComplete}
      inputmode={props.inputMode}
    />
  );
  return (
    <FormGroup parts={props}>
      {prefix || suffix ? (
        <div class="govuk-input__wrapper">
          {prefix && <Affix place="prefix" text={prefix} />}
          {input}
          {suffix && <Affix place="suffix" text={suffix} />}
        </div>
      ) : (
        input
      )}
    </FormGroup>
  );
}

function Affix({ place, text }: { place: 'prefix' | 'suffix'; text: string }) {
  return (
    <div class={`govuk-input__${place}`} aria-hidden="true">
      {text}
    </div>
  );
}
