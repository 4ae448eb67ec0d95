import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bindingsOf, startTestRun } from '../support/door.js';
import { decoded, formTo } from '../support/page-form.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { ALL, isText, PAYLOADS, PROTOCOLS, shownAs } from './payloads.js';

const OFFICE = 'invented-office/officer';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ definitions: PROTOCOLS.map(({ forms }) => forms) });
});
afterAll(() => web.close());

/** Texts of people on a page, as a browser reads them. */
function typedOn(html: string): string[] {
  return [...html.matchAll(/<bdi class="rt-typed" dir="auto">(.*?)<\/bdi>/gs)].map(([, text]) =>
    decoded(text!),
  );
}

/** Nothing of a payload stands in the page as marks of its own. */
function isHarmless(html: string): boolean {
  return !/<script>alert|<img src=x|<svg onload|href="javascript:/i.test(html);
}

const sums = { forms: 0, fields: 0, whole: 0 };
afterAll(() => {
  console.log(
    `payloads: ${sums.fields} texts typed into ${sums.forms} forms came back as typed, ${sums.whole} forms over check page and receipt`,
  );
});

type Texts = Readonly<Record<string, string>>;

/** What is typed into the text fields of a form; over all forms every payload has its turn. */
function textsFor(fields: readonly { readonly id: string }[]): Texts {
  const at = sums.fields;
  return Object.fromEntries(fields.map(({ id }, n) => [id, PAYLOADS[(at + n) % PAYLOADS.length]!]));
}

/** Sends the form without an outcome: it comes back with everything typed. */
async function comesBack(address: string, texts: Texts): Promise<void> {
  const place = { vez: '1', funcion: 'office' };
  const { status, html } = await web.send(address, OFFICE, {
    ...place,
    ...texts,
    accion: 'revisar',
  });
  expect(status).toBe(422);
  expect(isHarmless(html)).toBe(true);
  const { fields } = formTo(html, address);
  for (const [id, text] of Object.entries(texts)) {
    expect(fields[id], `${address} ${id}`).toBe(shownAs(text));
  }
}

/** From the form over the check page to the receipt, each with the texts as typed. */
async function goesTheWholeWay(address: string, texts: Texts): Promise<void> {
  const page = await web.open(address, OFFICE);
  const { llave: _, ...empty } = formTo(page.html, address).fields;
  const sent = { ...empty, ...texts, resultado: 'done', accion: 'revisar' };
  const check = await web.open((await web.send(address, OFFICE, sent)).location, OFFICE);
  const { llave: __, ...answer } = formTo(check.html, `${address}/revisar`).fields;
  const done = await web.send(`${address}/revisar`, OFFICE, answer);
  const receipt = await web.open(`${done.location}&respuestas=ver`, OFFICE);
  const wanted = Object.values(texts).map(shownAs);
  expect(typedOn(check.html), `check page of ${address}`).toEqual(wanted);
  expect(typedOn(receipt.html), `receipt of ${address}`).toEqual(wanted);
  for (const { html, headers } of [page, check, receipt]) {
    expect(isHarmless(html)).toBe(true);
    expect(headers['set-cookie']).toBeUndefined();
  }
}

describe.each(PROTOCOLS)('texts in the forms of $protocol.id', ({ forms }) => {
  it(
    'come back as typed and run nothing',
    async () => {
      for (let round = 0; round < (ALL ? PAYLOADS.length : 1); round += 1) {
        const { runId } = await startTestRun(web.door, forms, { bindings: bindingsOf(forms) });
        for (const [n, { id, form = [] }] of forms.steps.entries()) {
          const address = `/tareas/${runId}/${id}`;
          const texts = textsFor(form.filter(isText));
          sums.fields += Object.keys(texts).length;
          sums.forms += 1;
          await comesBack(address, texts);
          if (!ALL && n % 8 > 0) continue;
          await goesTheWholeWay(address, texts);
          sums.whole += 1;
        }
      }
    },
    ALL ? 3_600_000 : 120_000,
  );
});
