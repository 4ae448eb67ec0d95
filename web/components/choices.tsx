import type { ComponentChildren } from 'preact';
import { classes, type FieldParts, FieldSet } from './form-group.js';

/** One thing to choose. */
export interface Choice {
  readonly value: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** Shown while this one is chosen; without script always, so it must make sense alone. */
  readonly whenChosen?: ComponentChildren;
  /** Choosing this one unchooses the others, and the other way round. */
  readonly exclusive?: boolean;
}

/** A word between two groups of choices. */
export interface Divider {
  readonly divider: string;
}

export interface ChoicesProps extends FieldParts {
  readonly items: readonly (Choice | Divider)[];
  readonly small?: boolean;
}

/** One of several; `value` is the one chosen. Up to seven: beyond, use `Select`. */
export function Radios(
  props: ChoicesProps & { readonly value?: string; readonly inline?: boolean },
) {
  const { inline, value, ...rest } = props;
  return (
    <Choices kind="radios" chosen={value === undefined ? [] : [value]} {...rest} inline={inline} />
  );
}

/** Any of several; `values` are those chosen. */
export function Checkboxes(props: ChoicesProps & { readonly values?: readonly string[] }) {
  const { values, ...rest } = props;
  return <Choices kind="checkboxes" chosen={values ?? []} {...rest} />;
}

interface AllProps extends ChoicesProps {
  readonly kind: 'radios' | 'checkboxes';
  readonly chosen: readonly string[];
  readonly inline?: boolean;
}

function Choices(props: AllProps) {
  const { kind, id, name = id, chosen, items, small, inline } = props;
  const block = `govuk-${kind}`;
  return (
    <FieldSet parts={props}>
      <div
        class={classes(block, small && `${block}--small`, inline && `${block}--inline`)}
        data-module={block}
      >
        {items.map((item, index) => {
          const own = index === 0 ? id : `${id}-${index + 1}`;
          if ('divider' in item) return <div class={`${block}__divider`}>{item.divider}</div>;
          const isChosen = chosen.includes(item.value);
          return <One item={item} {...{ kind, name, own, isChosen }} />;
        })}
      </div>
    </FieldSet>
  );
}

function One(props: {
  readonly item: Choice;
  readonly kind: AllProps['kind'];
  readonly name: string;
  readonly own: string;
  readonly isChosen: boolean;
}) {
  const { item, kind, name, own, isChosen } = props;
  const block = `govuk-${kind}`;
  const opens = item.whenChosen === undefined ? undefined : `conditional-${own}`;
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={own}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value}
          checked={isChosen}
          data-aria-controls={opens}
          data-behaviour={item.exclusive ? 'exclusive' : undefined}
          aria-describedby={item.hint === undefined ? undefined : `${own}-item-hint`}
        />
        <label class={`govuk-label ${block}__label`} for={own}>
          {item.label}
        </label>
        {item.hint !== undefined && (
          <div id={`${own}-item-hint`} class={`govuk-hint ${block}__hint`}>
            {item.hint}
          </div>
        )}
      </div>
      {opens !== undefined && (
        <div
          class={classes(`${block}__conditional`, !isChosen && `${block}__conditional--hidden`)}
          id={opens}
        >
          {item.whenChosen}
        </div>
      )}
    </>
  );
}
