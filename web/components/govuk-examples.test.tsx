// GOV.UK Frontend ships an example of each component with the HTML it must make. Ours must make the same, wherever an
// example asks for nothing our components leave out on purpose (free classes, attributes, other elements).
import { readFileSync } from 'node:fs';
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { BackLink } from './back-link.js';
import { Banner } from './banner.js';
import { Button } from './button.js';
import { Checkboxes, type Choice, type Divider, Radios } from './choices.js';
import { ConfirmPanel } from './confirm-panel.js';
import { DateField } from './date-field.js';
import { Details } from './details.js';
import { ErrorSummary } from './error-summary.js';
import { Field, type TextFieldProps } from './field.js';
import { FileField } from './file-field.js';
import type { FieldParts } from './form-group.js';
import { LanguageOfPage } from './language.js';
import { type PageItem, Pagination } from './pagination.js';
import { PasswordField } from './password-field.js';
import { Select } from './select.js';
import { SkipTo } from './skip-to.js';
import { SummaryList } from './summary-list.js';
import { Table } from './table.js';
import { Tag } from './tag.js';
import { TextArea } from './text-area.js';
import { Warning } from './warning.js';

// biome-ignore lint/suspicious/noExplicitAny: the examples have every shape; `take` checks which
type Options = Record<string, any>;
interface Example {
  readonly name: string;
  readonly options: Options;
  readonly html: string;
}

/** Thrown where an example asks for what our component does not offer. */
class LeftOut extends Error {}

/** The parts of an example's options, refusing those we do not offer. */
function take(given: unknown, ...known: readonly string[]): Options {
  if (typeof given !== 'object' || given === null) throw new LeftOut('not an object');
  for (const key of Object.keys(given)) if (!known.includes(key)) throw new LeftOut(key);
  return given as Options;
}

/** Ready HTML of the examples, put back after rendering: our components take text and elements only. */
const ready = new Map<string, string>();

function content(given: unknown): ComponentChildren {
  if (given === undefined) return undefined;
  const { text, html } = take(given, 'text', 'html');
  if (html === undefined) return text;
  const mark = `HTML${ready.size}MARK`;
  ready.set(mark, html);
  return mark;
}

function textOf(given: unknown): string | undefined {
  return given === undefined ? undefined : (take(given, 'text').text as string);
}

function sizeIn(classes: string | undefined, block: string): FieldParts['size'] {
  const size = new RegExp(`^${block}--(s|m|l|xl)$`).exec(classes ?? '')?.[1];
  if (classes !== undefined && size === undefined) throw new LeftOut('classes');
  return size as FieldParts['size'];
}

const COMMON = ['id', 'name', 'label', 'hint', 'errorMessage', 'describedBy'] as const;

function labelled(options: Options): FieldParts {
  const { classes, isPageHeading, ...label } = take(
    options.label,
    'text',
    'html',
    'classes',
    'isPageHeading',
  );
  return {
    id: options.id ?? options.name,
    name: options.name,
    label: content(label),
    size: sizeIn(classes, 'govuk-label'),
    heading: isPageHeading,
    hint: content(options.hint),
    error: textOf(options.errorMessage),
    describedBy: options.describedBy,
  };
}

function grouped(options: Options, id: string): FieldParts {
  const { legend, describedBy } = take(options.fieldset, 'legend', 'describedBy');
  const { classes, isPageHeading, ...label } = take(
    legend,
    'text',
    'html',
    'classes',
    'isPageHeading',
  );
  return {
    id,
    name: options.name,
    label: content(label),
    size: sizeIn(classes, 'govuk-fieldset__legend'),
    heading: isPageHeading,
    hint: content(options.hint),
    error: textOf(options.errorMessage),
    describedBy,
  };
}

function choicesIn(options: Options): { items: (Choice | Divider)[]; chosen: string[] } {
  const chosen: string[] = options.values ?? (options.value ? [options.value] : []);
  const items = (options.items as unknown[]).map((item): Choice | Divider => {
    const { value, conditional, checked, behaviour, hint, divider, ...label } = take(
      item,
      ...['value', 'text', 'html', 'conditional', 'checked', 'behaviour', 'hint', 'divider'],
    );
    if (divider !== undefined) return { divider };
    if (checked !== undefined && chosen.includes(value) !== checked) {
      if (!checked) throw new LeftOut('checked against value');
      chosen.push(value);
    }
    const whenChosen = conditional ? content(conditional) : undefined;
    return {
      value,
      label: content(label),
      hint: content(hint),
      exclusive: behaviour === 'exclusive',
      whenChosen,
    };
  });
  return { items, chosen };
}

function lookIn(options: Options, block: string) {
  const names = ((options.classes as string | undefined) ?? '').split(' ').filter(Boolean);
  for (const name of names) {
    if (![`${block}--small`, `${block}--inline`].includes(name)) throw new LeftOut('classes');
  }
  return {
    small: names.includes(`${block}--small`),
    inline: names.includes(`${block}--inline`),
  };
}

/** Our dates always have a prefix; taken off where an example has none. */
const NO_PREFIX = 'NOPREFIX';

const GROUP = ['name', 'idPrefix', 'fieldset', 'hint', 'errorMessage', 'items', 'classes'] as const;

/** How an example of each component is asked of ours. */
const COMPONENTS: Readonly<Record<string, (options: Options) => VNode>> = {
  'back-link': (options) => {
    const { text, href } = take(options, 'text', 'href');
    return <BackLink href={href ?? '#'} text={text} />;
  },
  button: (options) => {
    const known = ['text', 'href', 'classes', 'name', 'value', 'id', 'type'];
    const { text, href, classes, name, value, id, type } = take(options, ...known);
    const kind = /^govuk-button--(secondary|warning)$/.exec(classes ?? '')?.[1];
    if (classes && !kind) throw new LeftOut('classes');
    if (type !== undefined && type !== 'submit') throw new LeftOut('type');
    return (
      <Button {...{ href, name, value, id }} kind={kind as 'secondary' | 'warning' | undefined}>
        {text}
      </Button>
    );
  },
  'character-count': (options) => {
    take(options, ...COMMON, 'maxlength', 'value', 'rows', 'spellcheck');
    const { maxlength, value, rows, spellcheck } = options;
    if (maxlength === undefined) throw new LeftOut('no limit');
    const parts = labelled(options);
    return <TextArea {...parts} limit={maxlength} {...{ value, rows }} spellCheck={spellcheck} />;
  },
  checkboxes: (options) => {
    take(options, ...GROUP, 'values');
    const { items, chosen } = choicesIn(options);
    const { small } = lookIn(options, 'govuk-checkboxes');
    const parts = grouped(options, options.idPrefix ?? options.name);
    return <Checkboxes {...parts} {...{ items, small }} values={chosen} />;
  },
  'date-input': (options) => {
    take(options, 'id', 'fieldset', 'hint', 'errorMessage', 'namePrefix', 'values');
    const { id, namePrefix = NO_PREFIX, values = {} } = options;
    const part = (name: string) => String(values[`${namePrefix}-${name}`] ?? values[name] ?? '');
    const value = { day: part('day'), month: part('month'), year: part('year') };
    return <DateField {...grouped(options, id)} name={namePrefix} value={value} />;
  },
  details: (options) => {
    const { summaryText, text, id, open } = take(options, 'summaryText', 'text', 'id', 'open');
    return (
      <Details summary={summaryText} {...{ id, open }}>
        {text}
      </Details>
    );
  },
  'error-summary': (options) => {
    const { titleText, errorList } = take(options, 'titleText', 'errorList');
    if (titleText !== 'There is a problem') throw new LeftOut('title');
    const faults = (errorList as unknown[]).map((error) => {
      const { text, href } = take(error, 'text', 'href');
      return { text, field: (href as string | undefined)?.slice(1) };
    });
    return <ErrorSummary faults={faults} />;
  },
  'file-upload': (options) => {
    const { multiple, javascript } = take(options, ...COMMON, 'multiple', 'javascript');
    return <FileField {...labelled(options)} multiple={multiple} plain={!javascript} />;
  },
  input: (options) => {
    const known = ['value', 'type', 'inputmode', 'autocomplete', 'classes', 'spellcheck'];
    take(options, ...COMMON, ...known, 'prefix', 'suffix');
    const { value, type, inputmode, autocomplete, classes, spellcheck } = options;
    const width = /^govuk-input--width-(\d+)$/.exec(classes ?? '')?.[1];
    if (classes && !width) throw new LeftOut('classes');
    const props = {
      ...{ value, type, autoComplete: autocomplete, inputMode: inputmode, spellCheck: spellcheck },
      width: width && (Number(width) as TextFieldProps['width']),
      prefix: textOf(options.prefix),
      suffix: textOf(options.suffix),
    } as Partial<TextFieldProps>;
    return <Field {...labelled(options)} {...props} />;
  },
  'notification-banner': (options) => {
    const { text, html, type, titleText } = take(options, 'text', 'html', 'type', 'titleText');
    if (type !== undefined && type !== 'success') throw new LeftOut('type');
    return (
      <Banner kind={type} title={titleText} text={text}>
        {html === undefined ? undefined : content({ html })}
      </Banner>
    );
  },
  pagination: (options) => {
    const { previous, next, items } = take(options, 'previous', 'next', 'items');
    const hrefOf = (link: unknown) => (link === undefined ? undefined : take(link, 'href').href);
    const pages = (items as unknown[] | undefined)?.map((item): PageItem => {
      const { ellipsis, number, href, current } = take(
        item,
        ...['ellipsis', 'number', 'href', 'current'],
      );
      return ellipsis ? 'gap' : { number, href, current };
    });
    return <Pagination previous={hrefOf(previous)} next={hrefOf(next)} items={pages} />;
  },
  panel: (options) => {
    const { titleText, titleHtml, text, html } = take(
      options,
      ...['titleText', 'titleHtml', 'text', 'html'],
    );
    if (titleText === undefined) ready.set('TITLEMARK', titleHtml);
    const body = text ?? (html === undefined ? undefined : content({ html }));
    return <ConfirmPanel title={titleText ?? 'TITLEMARK'}>{body}</ConfirmPanel>;
  },
  'password-input': (options) => {
    const { autocomplete } = take(options, ...COMMON, 'autocomplete');
    return <PasswordField {...labelled(options)} isNew={autocomplete === 'new-password'} />;
  },
  radios: (options) => {
    take(options, ...GROUP, 'value');
    const { items, chosen } = choicesIn(options);
    const parts = grouped(options, options.idPrefix ?? options.name);
    return (
      <Radios {...parts} items={items} {...lookIn(options, 'govuk-radios')} value={chosen[0]} />
    );
  },
  select: (options) => {
    take(options, ...COMMON, 'items', 'value');
    let chosen: string | undefined = options.value;
    const items = (options.items ?? ([] as unknown[])).map((item: unknown) => {
      const { value, text, selected } = take(item, 'value', 'text', 'selected');
      if (value === undefined) throw new LeftOut('no value');
      if (selected !== undefined && chosen !== undefined)
        throw new LeftOut('selected against value');
      if (selected) chosen = String(value);
      return { value: String(value), label: text };
    });
    return <Select {...labelled(options)} items={items} value={chosen} />;
  },
  'skip-link': (options) => {
    const { text, href } = take(options, 'text', 'href');
    if (href === undefined) throw new LeftOut('no href');
    return <SkipTo to={(href as string).slice(1)} text={text} />;
  },
  'summary-list': (options) => {
    const { rows, classes } = take(options, 'rows', 'classes');
    if (classes !== undefined && classes !== 'govuk-summary-list--no-border') {
      throw new LeftOut('classes');
    }
    const ours = (rows as unknown[]).map((row) => {
      if (!row) return undefined;
      const { key, value, actions } = take(row, 'key', 'value', 'actions');
      const all = actions ? take(actions, 'items').items : [];
      return {
        key: content(key),
        value: content(value),
        actions: (all as unknown[]).map((action) => {
          const { href, text, visuallyHiddenText } = take(
            action,
            ...['href', 'text', 'visuallyHiddenText'],
          );
          if (visuallyHiddenText === undefined) throw new LeftOut('a link about nothing');
          return { href, text, about: visuallyHiddenText };
        }),
      };
    });
    return <SummaryList rows={ours} noBorder={classes !== undefined} />;
  },
  table: (options) => {
    const { caption, captionClasses, head, rows, firstCellIsHeader } = take(
      options,
      ...['caption', 'captionClasses', 'head', 'rows', 'firstCellIsHeader'],
    );
    if (!caption || !head || !firstCellIsHeader) throw new LeftOut('no caption, head or row names');
    const columns = (head as unknown[]).map((cell) => {
      const { text, format } = take(cell, 'text', 'format');
      return { title: text, numeric: format === 'numeric' };
    });
    const cells = (rows as unknown[][]).map((row) =>
      row.map((cell) => take(cell, 'text', 'format').text),
    );
    const captionSize = sizeIn(captionClasses, 'govuk-table__caption');
    return <Table {...{ caption, captionSize, columns }} rows={cells} narrow />;
  },
  tag: (options) => {
    const { text, classes } = take(options, 'text', 'classes');
    const colour = /^govuk-tag--(grey|green|red|orange|yellow|purple)$/.exec(classes ?? '')?.[1];
    if (classes && !colour) throw new LeftOut('classes');
    return <Tag colour={colour as 'grey' | undefined}>{text}</Tag>;
  },
  textarea: (options) => {
    const { value, rows, spellcheck } = take(options, ...COMMON, 'value', 'rows', 'spellcheck');
    return <TextArea {...labelled(options)} {...{ value, rows }} spellCheck={spellcheck} />;
  },
  'warning-text': (options) => {
    const { text, iconFallbackText } = take(options, 'text', 'iconFallbackText');
    if (!text || iconFallbackText !== 'Warning') throw new LeftOut('other word');
    return <Warning>{text}</Warning>;
  },
};

function ourHtml(ask: (options: Options) => VNode, options: Options): string {
  ready.clear();
  const element = ask(options);
  const html = renderToString(
    <LanguageOfPage.Provider value="en">{element}</LanguageOfPage.Provider>,
  );
  const named = html.replaceAll(`name="${NO_PREFIX}-`, 'name="');
  return named.replace(/HTML\d+MARK|TITLEMARK/g, (mark) => ready.get(mark) ?? mark);
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ctdot: '⋯',
  '#39': "'",
};

function decoded(text: string): string {
  return text.replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all);
}

/** The tokens of HTML: attributes in one order, spaces between tags gone, words of scripts (`data-i18n`) left out. */
function normalised(html: string): string[] {
  return [...html.matchAll(/<(\/?[a-z0-9]+)((?:\s+[^\s"=>/]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gi)]
    .map(([, tag, attributes = '', text]) => {
      if (tag === undefined)
        return decoded(text ?? '')
          .replace(/\s+/g, ' ')
          .trim();
      const all = [...attributes.matchAll(/([^\s"=]+)(?:="([^"]*)")?/g)]
        .filter(([, name]) => !name?.startsWith('data-i18n'))
        .map(([, name, value]) => `${name}="${decoded(value ?? '').trim()}"`);
      return `<${tag}${all.sort().map((one) => ` ${one}`)}>`;
    })
    .filter((token) => token !== '' && token !== '</path>');
}

const FOLDER = new URL('../../node_modules/govuk-frontend/dist/govuk/components/', import.meta.url);

describe('our components make the HTML of GOV.UK Frontend', () => {
  const covered: string[] = [];
  for (const [component, ask] of Object.entries(COMPONENTS)) {
    const file = new URL(`${component}/fixtures.json`, FOLDER);
    const { fixtures } = JSON.parse(readFileSync(file, 'utf8')) as { fixtures: Example[] };
    const examples = fixtures.flatMap((example) => {
      try {
        return [{ ...example, ours: ourHtml(ask, example.options) }];
      } catch (error) {
        if (error instanceof LeftOut) return [];
        throw error;
      }
    });
    const names = examples.map(({ name }) => `  ${name}`);
    covered.push(`${component}: ${examples.length} of ${fixtures.length}`, ...names);
    it.each(examples)(`${component}: $name`, ({ ours, html }) => {
      expect(normalised(ours)).toEqual(normalised(html));
    });
  }

  it('covers the examples listed, none by accident fewer', async () => {
    await expect(`${covered.join('\n')}\n`).toMatchFileSnapshot(
      '../../test/fixtures/govuk-examples.txt',
    );
  });
});
