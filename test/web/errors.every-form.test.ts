import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Definition } from '../../protocols/language/definition.js';
import type { Field } from '../../protocols/language/form.js';
import { LANGUAGE_COOKIE, SESSION_COOKIE } from '../../web/frame/cookies.js';
import { tiny } from '../fixtures/tiny.js';
import { bindingsOf, startTestRun } from '../support/door.js';
import { type Control, formsOf, type PageForm } from '../support/page-form.js';
import { type Seen, type Visitor, visitorOf } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { ALL_PAGES, type KnownPage } from './all-pages.js';
import { SEEDED, type Seed, seedPages } from './seed-pages.js';

/** Words that blame or say nothing, in any message of ours. */
const FORBIDDEN =
  /\b(inv[aá]lid[oa]s?|v[aá]lid[oa]s?|requerid[oa]s?|por favor|lo sentimos|error inesperado|invalid|required|please|sorry|oops|unexpected)\b/i;

/** Forms for which nothing typed is an answer, by method and how their address ends; each with the reason. */
const TAKES_EMPTY: Readonly<Record<string, string>> = {
  'get /tareas': 'a search without words shows everything',
  'get /tareas/hechas': 'a search without words shows everything',
  'get /institucion/personas': 'a search without words shows everybody',
  'get /casos': 'a search without words shows everything',
  'get /monitoreo': 'a search without words shows everything',
  'get /linea': 'a search without words shows everything',
  'post /pruebas/pedir': 'a checkpoint is not needed',
  'post /cuenta/horario': 'no hours are as good as any',
};

/** Pages of the start of a case that only stand after one another. */
const START_PAGES: readonly KnownPage[] = ['datos', 'instituciones'].map((name) => ({
  name: `caso-nuevo-${name}`,
  as: 'invented-home-library/case-lead',
  url: () => `/casos/nuevo/${name}?protocolo=book-loan&pais=MX&dato.isRare=no`,
}));

const label = (id: string) => ({ es: `Dato ${id}`, en: `Datum ${id}` });
const field = (id: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  id,
  type,
  category: 'D1',
  label: label(id),
  required: true,
  ...more,
});
const options = [
  { id: 'one', title: label('one') },
  { id: 'two', title: label('two') },
];

/** A form with every kind of field there is. */
const everyKind: Definition = tiny(
  [
    {
      id: 'kinds',
      form: [
        field('line', 'text', { maxLength: 40 }),
        field('lines', 'long-text', { maxLength: 200 }),
        field('amount', 'number', { min: 1, max: 9 }),
        field('day', 'date'),
        field('moment', 'instant'),
        field('whether', 'boolean'),
        field('which', 'code', { options }),
        field('whichever', 'codes', { options }),
      ],
    },
  ],
  { id: 'every-kind' },
);

/** What is wrong for each kind, besides nothing at all. */
const WRONG: readonly {
  readonly what: string;
  readonly typed: Readonly<Record<string, string>>;
}[] = [
  { what: 'nothing at all', typed: {} },
  {
    what: 'too much, and what there is not',
    typed: {
      line: 'x'.repeat(41),
      lines: 'y'.repeat(201),
      amount: 'siete',
      'day-day': '31',
      'day-month': '2',
      'day-year': '2026',
      'moment-day': '1',
      'moment-month': '6',
      'moment-year': '2027',
      'moment-time': '25:00',
      which: 'three',
      whether: 'tal vez',
      whichever: 'three',
    },
  },
  {
    what: 'blanks, halves and words',
    typed: {
      line: '   ',
      lines: '\n\n',
      amount: '10',
      'day-day': '3',
      'day-month': 'marzo',
      'day-year': '26',
      'moment-day': '1',
      'moment-month': '',
      'moment-year': '2027',
      'moment-time': '8:05',
    },
  },
];

let web: TestWeb;
let seed: Seed;
let kinds: string;
beforeAll(async () => {
  web = await startTestWeb({ definitions: [...SEEDED, everyKind] });
  seed = await seedPages({ ...web } as Parameters<typeof seedPages>[0]);
  const { runId } = await startTestRun(web.door, everyKind, { bindings: bindingsOf(everyKind) });
  kinds = `/tareas/${runId}/kinds`;
});
afterAll(() => web.close());

async function visitor(language: 'es' | 'en', as?: string): Promise<Visitor> {
  const browser = visitorOf(web, language);
  browser.cookies.set(LANGUAGE_COOKIE, language);
  if (as) browser.cookies.set(SESSION_COOKIE, await web.sessionOf(as));
  return browser;
}

const isFilledIn = ({ kind }: Control) => kind !== 'hidden';

/** Sends a form with nothing but its hidden fields and what is typed. */
function send(
  browser: Visitor,
  at: string,
  form: PageForm,
  typed: Readonly<Record<string, string>>,
) {
  const hidden = form.controls.filter(({ kind }) => kind === 'hidden');
  const blank = form.controls.filter(({ kind }) => !/hidden|radio|checkbox/.test(kind));
  const fields = {
    ...Object.fromEntries(hidden.map(({ name }) => [name, form.fields[name] ?? ''])),
    ...Object.fromEntries(blank.map(({ name }) => [name, ''])),
    ...typed,
    ...form.button,
  };
  const to = form.action || at;
  if (form.method === 'post') return browser.post(to, fields);
  return browser.get(`${to.split('?')[0]}?${new URLSearchParams(fields)}`);
}

/** What is wrong with how a page says what was wrong; nothing when it helps. */
function complaints({ status, html }: Seen, typed: Readonly<Record<string, string>>): string[] {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const plain = (part: string) =>
    part
      .replace(/<[^>]*>/g, '')
      .replace(/^Error:/, '')
      .trim();
  const list =
    /<ul class="govuk-list govuk-error-summary__list">(.*?)<\/ul>/s.exec(main)?.[1] ?? '';
  const summary = [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => item!);
  const inline = [...main.matchAll(/<p id="([^"]*)" class="govuk-error-message">(.*?)<\/p>/gs)];
  const described = [...main.matchAll(/aria-describedby="([^"]*)"/g)].flatMap(([, ids]) =>
    ids!.split(' '),
  );
  const found: string[] = [];
  const claim = (holds: boolean, what: string) => {
    if (!holds) found.push(what);
  };
  claim(status === 422, `status ${status}`);
  claim(/<title>Error: /.test(html), 'title');
  claim(summary.length > 0, 'no summary');
  claim(
    summary.length === inline.length,
    `${summary.length} in the summary, ${inline.length} beside fields`,
  );
  for (const [, id, text] of inline) {
    claim(described.includes(id!), `${id} describes nothing`);
    claim(
      summary.some((item) => plain(item) === plain(text!)),
      `${plain(text!)}: not in the summary`,
    );
  }
  for (const item of summary) {
    const to = /href="#([^"]*)"/.exec(item)?.[1];
    claim(to !== undefined && main.includes(` id="${to}"`), `${plain(item)}: leads nowhere`);
    claim(!FORBIDDEN.test(plain(item)), `${plain(item)}: forbidden word`);
  }
  const kept = Object.assign({}, ...formsOf(main).map(({ fields }) => fields)) as Record<
    string,
    string
  >;
  const fields = formsOf(main).flatMap(({ controls }) => controls);
  for (const [name, text] of Object.entries(typed)) {
    const isText = fields.some((one) => one.name === name && /text|number/.test(one.kind));
    if (isText) claim(kept[name] === text, `${name}: not kept`);
  }
  return found;
}

describe.each(['es', 'en'] as const)('every form that comes back in %s', (language) => {
  it('says what to do, above and beside its fields, when sent empty', async () => {
    const asked = new Set<string>();
    const faulty: string[] = [];
    const isLast = ({ name }: KnownPage) => Number(name === 'cuenta-clave');
    for (const { as, url } of [...ALL_PAGES, ...START_PAGES].toSorted(
      (a, b) => isLast(a) - isLast(b),
    )) {
      const browser = await visitor(language, as);
      const at = url(seed);
      const page = await browser.get(at);
      for (const form of formsOf(page.html.slice(page.html.indexOf('<main')))) {
        const key = `${form.method} ${form.action || at.split('?')[0]!}`;
        if (asked.has(key) || !form.controls.some(isFilledIn)) continue;
        asked.add(key);
        const answer = await send(browser, at, form, {});
        const mayBeEmpty = Object.keys(TAKES_EMPTY)
          .map((one) => one.split(' '))
          .some(([method, end]) => form.method === method && key.endsWith(end!));
        if (mayBeEmpty) expect([200, 303], key).toContain(answer.status);
        else faulty.push(...complaints(answer, {}).map((what) => `${key}: ${what}`));
      }
    }
    console.log(`${language}: ${asked.size} forms sent empty, ${faulty.length} complaints`);
    expect(faulty).toEqual([]);
  });

  it.each(WRONG)('says it for every kind of field: $what', async ({ typed }) => {
    const browser = await visitor(language, 'invented-office/officer');
    const page = await browser.get(kinds);
    const form = formsOf(page.html).find(({ action }) => action === kinds)!;
    const answer = await send(browser, kinds, form, { ...typed, resultado: 'done' });
    expect(complaints(answer, typed)).toEqual([]);
    const faults = answer.html.match(/class="govuk-error-message"/g) ?? [];
    expect(faults).toHaveLength(8);
  });
});
