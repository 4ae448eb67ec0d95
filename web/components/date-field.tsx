import { DATE_PARTS, type DateParts } from './date-parts.js';
import { classes, type FieldParts, FieldSet } from './form-group.js';
import { useWords } from './language.js';

const WORDS = {
  es: { day: 'Día', month: 'Mes', year: 'Año' },
  en: { day: 'Day', month: 'Month', year: 'Year' },
};

/** A date in three inputs, `<name>-day`, `<name>-month`, `<name>-year`; read it with `datePartsIn` and `dateFrom`. */
export function DateField(
  props: FieldParts & {
    readonly value?: DateParts;
    /** The parts that are wrong; all three unless said. */
    readonly wrong?: readonly (keyof DateParts)[];
    /** The person's own birth date, so that the browser may offer it. */
    readonly autoComplete?: 'bday';
  },
) {
  const { id, name = id, value, error, wrong = DATE_PARTS, autoComplete } = props;
  const words = useWords(WORDS);
  return (
    <FieldSet parts={props} role="group">
      <div class="govuk-date-input" id={id}>
        {DATE_PARTS.map((part) => (
          <div class="govuk-date-input__item">
            <div class="govuk-form-group">
              <label class="govuk-label govuk-date-input__label" for={`${id}-${part}`}>
                {words[part]}
              </label>
              <input
                class={classes(
                  'govuk-input govuk-date-input__input',
                  error && wrong.includes(part) && 'govuk-input--error',
                  `govuk-input--width-${part === 'year' ? 4 : 2}`,
                )}
                id={`${id}-${part}`}
                name={`${name}-${part}`}
                type="text"
                value={value?.[part] || undefined}
                autocomplete={autoComplete && `${autoComplete}-${part}`}
                inputmode="numeric"
              />
            </div>
          </div>
        ))}
      </div>
    </FieldSet>
  );
}
