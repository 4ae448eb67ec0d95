/** One thing to fill in, as a page shows it. */
export interface Control {
  readonly id: string;
  readonly name: string;
  readonly kind:
    | 'text'
    | 'number'
    | 'long-text'
    | 'password'
    | 'radio'
    | 'checkbox'
    | 'select'
    | 'hidden';
  /** What can be chosen, or what stands there. */
  readonly values: readonly string[];
}

/** A form of a page as a browser without script holds it. */
export interface PageForm {
  readonly action: string;
  readonly method: 'get' | 'post';
  /** The first button, if it says which one it is. */
  readonly button: Readonly<Record<string, string>>;
  /** Everything that would be sent as the page stands, but the pressed button. */
  readonly fields: Readonly<Record<string, string>>;
  readonly controls: readonly Control[];
}

/** Text as a browser reads it out of HTML. */
export function decoded(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** The forms of a page, in their order. */
export function formsOf(html: string): PageForm[] {
  return html
    .split('<form')
    .slice(1)
    .map((part) => formFrom(`<form${part.slice(0, part.indexOf('</form>'))}`));
}

/** The first form of a page that is sent to this address. Throws where there is none. */
export function formTo(html: string, action: string | RegExp): PageForm {
  const form = findFormTo(html, action);
  if (form) return form;
  throw new Error(`No form is sent to ${action}`);
}

/** The first form of a page that is sent to this address, if there is one. */
export function findFormTo(html: string, action: string | RegExp): PageForm | undefined {
  return formsOf(html).find((form) =>
    typeof action === 'string' ? form.action === action : action.test(form.action),
  );
}

const CONTROL =
  /<input(?:"[^"]*"|[^">])*>|<textarea(?:"[^"]*"|[^">])*>[^<]*<|<select(?:"[^"]*"|[^">])*>.*?<\/select>/gs;

function formFrom(html: string): PageForm {
  const fields: Record<string, string> = {};
  const controls: Control[] = [];
  for (const [tag] of html.slice(1).matchAll(CONTROL)) {
    const name = attributeOf(tag, 'name');
    if (name === undefined) continue;
    const control = { id: attributeOf(tag, 'id') ?? '', name, ...kindOf(tag) };
    const same = controls.find((one) => one.name === name && one.kind === control.kind);
    if (same && (control.kind === 'radio' || control.kind === 'checkbox')) {
      controls[controls.indexOf(same)] = { ...same, values: [...same.values, ...control.values] };
    } else {
      controls.push(control);
    }
    const sent = sentBy(tag, control);
    if (sent !== undefined) fields[name] = sent;
  }
  const method = attributeOf(html, 'method') === 'post' ? 'post' : 'get';
  return {
    action: attributeOf(html, 'action') ?? '',
    method,
    button: buttonIn(html),
    fields,
    controls,
  };
}

function buttonIn(html: string): Record<string, string> {
  const [tag = ''] = /<button(?:"[^"]*"|[^">])*>/.exec(html) ?? [];
  const name = attributeOf(tag, 'name');
  return name === undefined ? {} : { [name]: attributeOf(tag, 'value') ?? '' };
}

function attributeOf(tag: string, name: string): string | undefined {
  const start = tag.slice(0, endOfTag(tag));
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(start)?.[1];
  return found === undefined ? undefined : decoded(found);
}

function endOfTag(tag: string): number {
  return /^<(?:"[^"]*"|[^">])*>/.exec(tag)?.[0].length ?? tag.length;
}

function kindOf(tag: string): Pick<Control, 'kind' | 'values'> {
  if (tag.startsWith('<textarea')) {
    const text = decoded(tag.slice(endOfTag(tag), -1)).replace(/^\n/, '');
    return { kind: 'long-text', values: [text] };
  }
  if (tag.startsWith('<select')) {
    const options = [...tag.matchAll(/<option[^>]*>/g)];
    return { kind: 'select', values: options.map(([one]) => attributeOf(one, 'value') ?? '') };
  }
  const type = attributeOf(tag, 'type');
  const values = [attributeOf(tag, 'value') ?? ''];
  if (type === 'radio' || type === 'checkbox' || type === 'hidden' || type === 'password') {
    return { kind: type, values };
  }
  return { kind: attributeOf(tag, 'inputmode') === 'decimal' ? 'number' : 'text', values };
}

function sentBy(tag: string, { kind, values }: Control): string | undefined {
  if (kind === 'radio' || kind === 'checkbox') {
    return /\schecked/.test(tag) ? values[0] : undefined;
  }
  if (kind === 'select') {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(tag)?.[0];
    return chosen === undefined ? values[0] : attributeOf(chosen, 'value');
  }
  return values[0];
}
