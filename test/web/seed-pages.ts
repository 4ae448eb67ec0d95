import { pseudonymOf } from '../../door/pseudonyms.js';
import { adultDeportee } from '../../protocols/adult-deportee.js';
import { SHIPPED } from '../../protocols/registry.js';
import { ENTRY_COOKIE } from '../../web/frame/cookies.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { freshKey } from '../support/api.js';
import type { BrowserWeb } from '../support/browser/browser.js';
import { bindingsOf } from '../support/door.js';
import { visitorOf } from '../support/visitor.js';
import { addFile } from './files.js';
import { PASSWORD, personIn } from './people.js';
import { sharedLoan } from './shared-loan.js';
import { fieldsOf, fill, HOME } from './task-play.js';

/** The protocols of the server pages are looked at on: the fictional one, and the shipped ones with their long texts. */
export const SEEDED = [bookLoan, ...SHIPPED];

/** What the pages show, all of invented people. */
export interface Seed {
  /** An address of the home library's own system. */
  readonly webhook: string;
  /** Somebody who works at the home library. */
  readonly colleague: string;
  /** A loan with a step that waits. */
  readonly run: string;
  /** One whose first step has been answered, so that the next institution has a task. */
  readonly next: string;
  /** One with a file and a draft that is ready to be sent. */
  readonly drafted: string;
  /** One that sent data to the expert. */
  readonly shared: string;
  /** One of two cases of a family under a shipped protocol. */
  readonly family: string;
  /** The name of `next` to the monitor. */
  readonly pseudonym: string;
  /** Requests for evidence: one with its file and one that waits for long, of the monitor; one of the lead nothing came of. */
  readonly evidence: { readonly ready: string; readonly late: string; readonly failed: string };
  /** The page that says that an event was recorded. */
  readonly reported: string;
  /** Secret of a sign-in whose second factor is missing. */
  readonly entry: string;
}

/** Fills the server with what the pages show. */
export async function seedPages(web: BrowserWeb): Promise<Seed> {
  const run = await web.startLoan();
  const next = await web.startLoan();
  await web.answer(next, 'home-library', 'request', 'accepted');
  const drafted = await web.startLoan();
  await addFile(web, {
    run: drafted,
    step: 'request',
    as: HOME,
    file: Buffer.from('%PDF-1.7 Acta inventada\n%%EOF'),
  });
  await fill(web, drafted, 'request', HOME, { resultado: 'accepted' });
  await seedSeries(web, [run, next]);
  return {
    run,
    next,
    drafted,
    shared: await sharedLoan(web),
    family: await startFamily(web),
    pseudonym: await pseudonymOf(web.door, 'invented-audit-office', next),
    reported: await report(web),
    entry: await halfSignIn(web),
    webhook: await seedWebhook(web),
    colleague: await seedColleagues(web),
    evidence: await seedEvidence(web, next),
  };
}

/** So many people that their list has pages; one of them. */
async function seedColleagues(web: BrowserWeb): Promise<string> {
  for (let n = 0; n < 25; n += 1) await personIn(web);
  return (await personIn(web)).id;
}

/** Two adults of one family; the first one's registration is done. */
async function startFamily(web: BrowserWeb): Promise<string> {
  const first = await startAdult(web, {});
  await startAdult(web, { relativeOf: first });
  return first;
}

async function startAdult(web: BrowserWeb, more: object): Promise<string> {
  const { status, body } = await web.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: 'invented-rector/case-lead',
    key: freshKey(),
    body: { protocol: adultDeportee.id, bindings: bindingsOf(adultDeportee), ...more },
  });
  if (status !== 201) throw new Error(`Not started: ${status} ${JSON.stringify(body)}`);
  return body.run.run;
}

/** Reports an event through its pages; the address of the page that says so. */
async function report(web: BrowserWeb): Promise<string> {
  const run = await web.startLoan();
  const page = `/tareas/${run}/sucesos/claim-filed`;
  const asked = await web.open(page, HOME);
  const check = await web.send(page, HOME, fieldsOf(asked.html, page));
  const enter = `${page}/registrar`;
  const done = await web.send(enter, HOME, fieldsOf(check.html, enter));
  return done.location;
}

/** The secret of the browser of somebody whose role needs a second factor, after the password. */
async function halfSignIn(web: BrowserWeb): Promise<string> {
  const { email } = await personIn(web, 'supervisor');
  const browser = visitorOf(web);
  await browser.submit('/entrar', { correo: email, clave: PASSWORD });
  return browser.cookies.get(ENTRY_COOKIE)!;
}

/** An address of an institution's own system nobody answers at, on a host two people approved, and a host that waits. */
async function seedWebhook({ door, database }: BrowserWeb): Promise<string> {
  const id = '0webhook0of0home0library00';
  const secret = door.vault.protect('whsec_c2VlZA==', `webhook/${id}`);
  const host = 'sistema.biblioteca-inventada.example';
  await database.db
    .sql`insert into webhook_hosts (id, institution_id, host, requested_by, approved_by, approved_at) values
    ('h1', 'invented-home-library', ${host}, 'one', 'another', now()),
    ('h2', 'invented-home-library', 'otro.biblioteca-inventada.example:8443', 'one', null, null)`;
  await database.db
    .sql`insert into webhook_endpoints (id, institution_id, url, host, secret, created_by)
    values (${id}, 'invented-home-library', ${`https://${host}/avisos/de/retorno`}, ${host}, ${secret}, 'one')`;
  return id;
}

/** Requests for evidence in each state, with a file that shows nothing of its own. */
async function seedEvidence(
  { door, database }: BrowserWeb,
  run: string,
): Promise<Seed['evidence']> {
  const [ready = '', late = '', failed = ''] = ['a', 'b', 'c'].map((sign) => sign.repeat(32));
  const { sql } = database.db;
  const checkpoint =
    'retorno/log/5f8c2e1d9a04\n48213\nq2Zr0m8nKxV1yB7eT4uWcJpL3dGhS6fAoXiRk5vNwQE=\n\n— retorno/log/5f8c2e1d9a04 Jm0Yb2Q3ZWYx\n';
  const key = door.vault.protect('invented', `evidence-file/${ready}`);
  await sql`insert into evidence_requests (id, institution_id, account, access, run_id, from_at, to_at, own_size, asked_at, state,
    failure, ended_at, expires_at, size, digest, checkpoint, sealed_key) values
    (${ready}, 'invented-audit-office', 'x', 'monitor', null, '2026-10-01Z', '2026-11-01Z', 31877, now() - interval '2 days', 'ready',
      null, now() - interval '2 days' + interval '4 seconds', now() + interval '5 days', 5120833, ${'5c'.repeat(32)}, ${checkpoint}, ${key}),
    (${late}, 'invented-audit-office', 'x', 'monitor', ${run}, null, null, null, now() - interval '1 hour', 'pending',
      null, null, null, null, null, null, null),
    (${failed}, 'invented-home-library', 'x', 'case-lead', ${run}, null, null, null, now() - interval '1 hour', 'failed',
      'not-made', now(), null, null, null, null, null)`;
  return { ready, late, failed };
}

/** Two accounts that decided in series: one that is held, one that was released. */
async function seedSeries({ door, database }: BrowserWeb, runs: readonly string[]): Promise<void> {
  const { sql } = database.db;
  const [standing, over] = ['0hold0of0home0library00001', '0hold0of0home0library00002'] as const;
  const decisions = JSON.stringify(
    runs.map((run, n) => ({
      ...{ run, seq: 2, step: 'request', at: `2026-01-0${n + 1}T10:00:00.000Z` },
      ...(n ? { alike: 93 } : {}),
    })),
  );
  await sql`insert into series_holds (id, account, institution_id, cause, run_id, step, decisions, monitors) values
    (${standing}, 'one', 'invented-home-library', 'fast', ${runs[0]!}, 'request', ${decisions}::text::json, '{invented-audit-office}'),
    (${over}, 'another', 'invented-home-library', 'alike', ${runs[0]!}, 'request', ${decisions}::text::json, '{invented-audit-office}')`;
  for (const [id, hold, decision, allowance] of [
    ['review1', standing, 'kept', null],
    ['review2', over, 'released', 20],
  ] as const) {
    const reason = door.vault.protect(
      'Se revisó cada caso inventado con la persona.',
      `series/${id}`,
    );
    await sql`insert into series_reviews (id, hold_id, decision, allowance, reason, institution_id, account)
      values (${id}, ${hold}, ${decision}, ${allowance}, ${reason}, 'invented-home-library', 'invented-supervisor')`;
  }
  const cases = JSON.stringify(runs.map((run) => ({ run, related: false })));
  await sql`insert into reading_alarms (id, account, institution_id, access, opened, usual, unrelated, cases, monitors)
    values ('0alarm', 'one', 'invented-home-library', 'officer', 96, 8, 2, ${cases}::text::json, '{invented-audit-office}')`;
}
