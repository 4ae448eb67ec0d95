import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveInstitutions } from '../../db/queries/institutions.js';
import { SHIPPED_PACKS } from '../../protocols/packs/index.js';
import { adult, MEXICO_HONDURAS } from '../packs/corridor.js';
import { bindingsOf, institutionsOf } from '../protocols/two-states.js';
import { freshKey } from '../support/api.js';
import { findFormTo, formTo } from '../support/page-form.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { wordsOf } from './task-play.js';

const LEAD = 'inventada-rector/case-lead';
const SILENCE = 'dato.agreementSilence';
const TITLE = 'Efecto del silencio en el acuerdo';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb({ definitions: [adult] });
  await saveInstitutions(web.database.db, institutionsOf(adult, MEXICO_HONDURAS));
  await web.door.directory.reload();
});
afterAll(() => web.close());

/** Sends the form of a page on as it stands, with what is answered. */
async function goOn(page: string, to: string, answers: Record<string, string> = {}) {
  const { html } = await web.open(page, LEAD);
  const { fields } = formTo(html, to);
  const next = `${to}?${new URLSearchParams({ ...fields, ...answers })}`;
  return { html, next };
}

/** The three first pages, answered for a case from Mexico to Honduras; where the fourth is. */
async function toInstitutions() {
  const facts = `/casos/nuevo/datos?protocolo=${adult.id}`;
  return goOn(facts, '/casos/nuevo/instituciones', { pais: 'HN' });
}
const roles = Object.fromEntries(
  Object.entries(bindingsOf(adult)).map(([role, { institution }]) => [
    `institucion.${role}`,
    institution,
  ]),
);

test('where no agreement is known, what silence means is asked in plain words once the countries are known, and nothing is the answer', async () => {
  const first = await toInstitutions();
  expect(first.html).not.toContain(SILENCE);
  const { html, next } = await goOn(first.next, '/casos/nuevo/plazos', roles);
  expect(formTo(html, '/casos/nuevo/plazos').fields[SILENCE]).toBe('none');
  expect(wordsOf(html)).toContain('Si no lo sabe, deje «Ninguno»');
  const check = await web.open(next.replace('/plazos?', '/revisar?'), LEAD);
  expect(check.status).toBe(200);
  expect(wordsOf(check.html)).toContain(`${TITLE} Ninguno Cambiar`);
  const yes = next
    .replace('/plazos?', '/revisar?')
    .replace(`${SILENCE}=none`, `${SILENCE}=acceptance`);
  expect(wordsOf((await web.open(yes, LEAD)).html)).toContain(`${TITLE} Aceptación Cambiar`);
});

test('where a pack knows the agreements, it is not asked but read from them, and a case can be started under one that deems', async () => {
  await web.door.packs.publishShipped(SHIPPED_PACKS);
  const first = await toInstitutions();
  const { html, next } = await goOn(first.next, '/casos/nuevo/plazos', roles);
  expect(html).not.toContain(SILENCE);
  expect(next).not.toContain(SILENCE);
  const address = next.replace('/plazos?', '/revisar?');
  const none = await web.open(address, LEAD);
  expect(wordsOf(none.html)).toMatch(new RegExp(`${TITLE} Ninguno\\. Lo dice el paquete [^.]+\\.`));

  const added = await web.call('POST', '/v1/register', {
    as: 'inventada-rector/admin',
    key: freshKey(),
    body: {
      change: {
        kind: 'agreement',
        agreement: 'memorandum-2006',
        until: '2099-12-31',
        silence: 'acceptance',
      },
      source: { mark: 'proposal', ref: 'Invented exchange of notes' },
    },
  });
  expect(added.status).toBe(201);
  // An address kept from before, with the answer that was given then.
  for (const kept of [address, `${address}&${SILENCE}=none`]) {
    const check = await web.open(kept, LEAD);
    expect(check.status).toBe(200);
    expect(wordsOf(check.html)).toMatch(new RegExp(`${TITLE} Aceptación\\. Lo dice el paquete`));
    expect(wordsOf(check.html)).not.toContain(`${TITLE} Aceptación Cambiar`);
  }
  const check = await web.open(address, LEAD);
  const { fields } = formTo(check.html, '/casos/nuevo/iniciar');
  const { llave: _, ...said } = fields;
  const started = await web.send('/casos/nuevo/iniciar', LEAD, said);
  expect(started.status).toBe(303);
  const run = /casos\/([0-9a-v]{26})/.exec(started.location)![1]!;
  const [row] = await web.database.db.sql<{ silence: string }[]>`
    select state->'attributes'->>'agreementSilence' as silence from runs where id = ${run}`;
  expect(row!.silence).toBe('acceptance');
  expect(findFormTo(check.html, '/casos/nuevo/plazos')).toBeUndefined();
});
