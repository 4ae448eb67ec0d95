import type { Language } from '../../api/language.js';
import type { FieldView } from '../../api/schemas/steps.js';
import { zoneWords } from '../../api/views/due-view.js';
import { Checkboxes, Radios } from '../components/choices.js';
import { DateField } from '../components/date-field.js';
import { type Fault, faultOf } from '../components/error-summary.js';
import { Field } from '../components/field.js';
import { Select } from '../components/select.js';
import { TextArea } from '../components/text-area.js';
import { emptyParts } from './faults.js';
import { faultId, inputId, inputName } from './names.js';
import { chosenOf, dayParts, momentParts, textOf } from './typed.js';

const WORDS = {
  es: {
    yes: 'Sí',
    no: 'No',
    choose: 'Elija una opción',
    date: 'Por ejemplo, 27 3 2026',
    time: 'Hora',
    timeHint: (zone: string) => `Por ejemplo, 14:05 (${zone})`,
    onlyFor: (outcomes: string) => `Necesario si el resultado es ${outcomes}`,
    yesFor: (outcomes: string) => `El resultado ${outcomes} pide que la respuesta sea «Sí»`,
    or: ' o ',
    quote: (text: string) => `«${text}»`,
  },
  en: {
    yes: 'Yes',
    no: 'No',
    choose: 'Choose an option',
    date: 'For example, 27 3 2026',
    time: 'Time',
    timeHint: (zone: string) => `For example, 14:05 (${zone})`,
    onlyFor: (outcomes: string) => `Needed if the outcome is ${outcomes}`,
    yesFor: (outcomes: string) => `Outcome ${outcomes} takes the answer “Yes”`,
    or: ' or ',
    quote: (text: string) => `“${text}”`,
  },
};

/** Longest list shown as radios; beyond it as a list that opens. */
const MOST_RADIOS = 7;

export interface FormFieldsProps {
  readonly fields: readonly FieldView[];
  /** Answers, or what was typed (`read.ts`). */
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  /** Titles of outcomes, for fields only some of them need. */
  readonly outcomes?: readonly { readonly id: string; readonly title: string }[];
  readonly timeZone: string;
  readonly language: Language;
}

/** The inputs of a form, in one column. */
export function FormFields({ fields, ...rest }: FormFieldsProps) {
  return (
    <>
      {fields.map((field) => (
        <FormField field={field} {...rest} />
      ))}
    </>
  );
}

function FormField({
  field,
  values,
  faults,
  outcomes = [],
  timeZone,
  language,
}: Omit<FormFieldsProps, 'fields'> & { field: FieldView }) {
  const words = WORDS[language];
  const value = values[field.id];
  const id = inputId(field.id);
  const parts = {
    id,
    name: inputName(field.id),
    label: field.label,
    optional: field.required === false,
    error: faultOf(faults, faultId(field)),
  };
  const hint = hintOf(field, outcomes, language);
  const options = (field.options ?? []).map((one) => ({ value: one.id, label: one.title }));
  switch (field.type) {
    case 'text':
      return <Field {...parts} hint={hint} value={textOf(value)} />;
    case 'number':
      return <Field {...parts} hint={hint} value={textOf(value)} inputMode="decimal" width={10} />;
    case 'long-text':
      return (
        <TextArea {...parts} hint={hint} value={textOf(value)} limit={field.maxLength ?? 4000} />
      );
    case 'boolean': {
      const chosen = value === true ? 'si' : value === false ? 'no' : undefined;
      const items = [
        { value: 'si', label: words.yes },
        { value: 'no', label: words.no },
      ];
      return <Radios {...parts} hint={hint} value={chosen} items={items} inline />;
    }
    case 'code':
      return options.length <= MOST_RADIOS ? (
        <Radios {...parts} hint={hint} value={textOf(value)} items={options} />
      ) : (
        <Select
          {...parts}
          hint={hint}
          value={textOf(value)}
          items={[{ value: '', label: words.choose }, ...options]}
        />
      );
    case 'codes':
      return <Checkboxes {...parts} hint={hint} values={chosenOf(value)} items={options} />;
    case 'date':
      return <Day {...{ parts, hint, language }} value={dayParts(value)} />;
    case 'instant': {
      const { day, time } = momentParts(value, timeZone);
      return (
        <>
          <Day {...{ parts, hint, language }} value={day} />
          <Field
            id={`${id}-time`}
            name={`${parts.name}-time`}
            label={`${field.label}: ${words.time.toLowerCase()}`}
            hint={words.timeHint(zoneWords(timeZone, language))}
            value={time}
            width={5}
            optional={parts.optional}
          />
        </>
      );
    }
  }
}

function Day({
  parts,
  hint,
  value,
  language,
}: {
  parts: Parameters<typeof DateField>[0];
  hint: string | undefined;
  value: ReturnType<typeof dayParts>;
  language: Language;
}) {
  const missing = emptyParts(value);
  const wrong = missing.length > 0 && missing.length < 3 ? missing : undefined;
  return (
    <DateField
      {...parts}
      hint={[hint, WORDS[language].date].filter(Boolean).join('. ')}
      value={value}
      wrong={wrong}
    />
  );
}

function hintOf(
  { hint, required, yesFor = [] }: FieldView,
  outcomes: readonly { readonly id: string; readonly title: string }[],
  language: Language,
): string | undefined {
  const words = WORDS[language];
  const titles = (ids: readonly string[]) =>
    outcomes
      .filter(({ id }) => ids.includes(id))
      .map(({ title }) => words.quote(title))
      .join(words.or);
  const yes = titles(yesFor);
  // With which outcomes a yes is demanded says already that these need an answer.
  const only = titles(Array.isArray(required) ? required.filter((id) => !yesFor.includes(id)) : []);
  const parts = [hint, only && words.onlyFor(only), yes && words.yesFor(yes)];
  return parts.filter(Boolean).join('. ') || undefined;
}
