import { classes, describedBy, type FieldParts, FormGroup } from './form-group.js';

/** One of many. Put an entry with value '' first, so that nothing is chosen by looking away. */
export function Select(
  props: FieldParts & {
    readonly items: readonly { readonly value: string; readonly label: string }[];
    readonly value?: string;
  },
) {
  const { id, name = id, error, items, value } = props;
  return (
    <FormGroup parts={props}>
      <select
        class={classes('govuk-select', error && 'govuk-select--error')}
        id={id}
        name={name}
        aria-describedby={describedBy(props)}
      >
        {items.map((item) => (
          <option value={item.value} selected={item.value === value}>
            {item.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}
