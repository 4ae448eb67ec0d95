import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureDemoData } from '../../cli/up/demo-data.js';
import { ensureDemoPeople } from '../../cli/up/demo-people.js';
import { welcome } from '../../cli/up/welcome.js';
import { visitorOf } from '../support/visitor.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
const dataDir = mkdtempSync(join(tmpdir(), 'retorno-demo-'));
beforeAll(async () => {
  web = await startTestWeb({ web: { demo: true, testMail: true } });
});
afterAll(async () => {
  await web.close();
  rmSync(dataDir, { recursive: true });
});

describe('the people of the demo', () => {
  it('can sign in with what the welcome shows, also after the file was lost', async () => {
    const { db } = web.database;
    const tokens = await ensureDemoData(db, dataDir);
    await ensureDemoPeople(db, dataDir);
    rmSync(join(dataDir, 'demo-accounts.json'));
    const people = await ensureDemoPeople(db, dataDir);
    expect(await ensureDemoPeople(db, dataDir)).toEqual(people);
    const path = join(dataDir, 'demo-accounts.json');
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(people);

    const publicUrl = 'http://127.0.0.1:8080';
    const text = welcome({
      ...{ publicUrl, dataDir, tokens, people },
      ...{ temporalAddress: '127.0.0.1:7233', movedFrom: undefined },
    });
    expect(text).toContain(people.password);
    const shown = [...text.matchAll(/\S+@demo\.example/g)].map(([email]) => email);
    expect(shown).toHaveLength(4);
    const homes = [];
    for (const correo of shown) {
      const browser = visitorOf(web);
      const seen = await browser.submit('/entrar', { correo, clave: people.password });
      homes.push(seen.location);
      expect((await browser.get('/cuenta')).status).toBe(200);
    }
    expect(homes).toEqual(['/panel', '/tareas', '/tareas', '/monitoreo']);
  });

  it('find the way to the demo mail on the sign-in page', async () => {
    const { html } = await visitorOf(web).get('/entrar');
    expect(html).toContain('href="/correo"');
    expect(html).toContain('Esta es una demostración');
  });
});
