import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { invite } from '../../accounts/invite.js';
import { createSendNotices } from '../../activities/send-notices.js';
import { spreadCalendarChanges } from '../../db/queries/calendar.js';
import { saveInstitutions } from '../../db/queries/institutions.js';
import type { CaughtMail } from '../../platform/mail/mail-store.js';
import { adultDeportee } from '../../protocols/adult-deportee.js';
import type { Definition } from '../../protocols/language/definition.js';
import { unaccompaniedMinor } from '../../protocols/unaccompanied-minor.js';
import { voluntaryReturn } from '../../protocols/voluntary-return.js';
import { INVENTED_TEXTS } from '../../rehearsal/invented-answers.js';
import { playScene, type ScenePlayer } from '../../rehearsal/scene.js';
import { playAtTheDoor } from '../audit/door-player.js';
import { adultDeporteeScenes } from '../protocols/adult-deportee/scenes.js';
import type { ProtocolScene } from '../protocols/scene.js';
import { institutionsOf } from '../protocols/two-states.js';
import { unaccompaniedMinorScenes } from '../protocols/unaccompanied-minor/scenes.js';
import { voluntaryReturnScenes } from '../protocols/voluntary-return/scenes.js';
import { type CaughtFile, filesIn } from '../support/mail-files.js';
import { openPost, type Post } from '../support/post.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { inActivity } from './in-activity.js';

const SHIPPED: readonly Definition[] = [adultDeportee, unaccompaniedMinor, voluntaryReturn];
const AT = Date.parse('2026-02-02T15:00:00Z');
const publicUrl = 'https://retorno.example';
/** Beside the invented answers: what somebody could give away who wrote a name into an institution's directory. */
const CANARIES = [...INVENTED_TEXTS, 'codigo-inventado', 'Canaria'];

let web: TestWeb;
let post: Post;
let mails: CaughtMail[];
let files: CaughtFile[];
const runs: { id: string; person: string; definition: Definition; ending: string | undefined }[] =
  [];

beforeAll(async () => {
  web = await startTestWeb({ definitions: SHIPPED, web: { publicUrl } });
  post = await openPost(web.door, { publicUrl });
  for (const [index, definition] of SHIPPED.entries()) {
    const rows = institutionsOf(definition).map((row) => ({
      ...row,
      language: index === 1 ? ('en' as const) : ('es' as const),
      email: `${row.id}@correo.example`,
      supervisorEmail: `supervision.${row.id}@correo.example`,
    }));
    await saveInstitutions(web.database.db, rows);
    await web.door.directory.reload();
    await playToItsEnd(definition, sceneOf(definition));
  }
  await invite(web.door.db, {
    displayName: 'Persona Inventada Canaria',
    email: 'alguien@correo.example',
    language: 'es',
    institution: institutionsOf(adultDeportee)[0]!.id,
    role: 'officer',
    vault: web.door.vault,
  });
  await post.deliver();
  const list = post.catcher.list({ limit: 5000 }).mails.toReversed();
  mails = await Promise.all(list.map(({ id }) => post.catcher.get(id)));
  files = (await Promise.all(mails.map(filesIn))).flat();
}, 180_000);
afterAll(async () => {
  await post?.close();
  await web?.close();
});

/** A scene that goes far: handed over, a year of visits, or home and supported. */
function sceneOf(definition: Definition): ProtocolScene {
  const scenes: Record<string, readonly ProtocolScene[]> = {
    'adult-deportee': adultDeporteeScenes,
    'unaccompanied-minor': unaccompaniedMinorScenes,
    'voluntary-return': voluntaryReturnScenes,
  };
  const own = scenes[definition.id]!.filter(({ continues }) => !continues);
  // Longer than three quarters of them; the longest live years of visits that all mail alike.
  return own.toSorted((a, b) => b.beats.length - a.beats.length)[Math.floor(own.length / 4)]!;
}

/** Plays a run; after every act what a worker would mail is mailed. */
async function playToItsEnd(definition: Definition, { attributes, beats }: ProtocolScene) {
  const bindings = Object.fromEntries(
    definition.roles.map((role, index) => [role.id, institutionsOf(definition)[index]!.id]),
  );
  const start = { at: AT, bindings, ...(attributes ? { attributes } : {}) };
  const player = await playAtTheDoor(web.door, definition, start);
  const { sql } = web.database.db;
  const send = createSendNotices(post.deps);
  const mailAll = async (): Promise<void> => {
    const pending = await sql<{ seq: number; n: number }[]>`
      select seq, n from notices where run_id = ${player.runId} and state = 'pending' order by seq, n`;
    const acts = pending.map(({ seq, n }) => ({ seq, notices: [n] }));
    if (acts.length > 0) await inActivity(() => send({ runId: player.runId, acts }));
    while ((await spreadCalendarChanges(sql, 100)) > 0);
    await post.deliver();
  };
  const mailing = Object.fromEntries(
    Object.entries(player).map(([name, does]) => [
      name,
      typeof does !== 'function'
        ? does
        : async (...given: unknown[]) => {
            const result: unknown = await (does as (...of: unknown[]) => unknown)(...given);
            if (name !== 'now' && name !== 'state') await mailAll();
            return result;
          },
    ]),
  ) as unknown as ScenePlayer;
  await playScene(mailing, beats);
  await mailAll();
  const [row] = await sql<{ person: string; ending: string | null }[]>`
    select person_id as person, ending from runs where id = ${player.runId}`;
  runs.push({
    id: player.runId,
    person: row!.person,
    definition,
    ending: row!.ending ?? undefined,
  });
}

const visible = (html: string) =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
/** Words and figures alone: what a text says, without how it is set. */
const facts = (text: string) => text.match(/[\p{L}\p{N}:/.@]+/gu)?.join(' ');
const linksIn = ({ text, html }: CaughtMail) => [
  ...new Set(
    [...text.matchAll(/https?:\/\/\S+/g), ...html.matchAll(/href="([^"]+)"/g)].map(
      (m) => m[1] ?? m[0],
    ),
  ),
];

test('runs went to their end, and mails of every shape came of them', async () => {
  for (const { ending, definition } of runs) expect(ending, definition.id).toBeDefined();
  expect(mails.length).toBeGreaterThan(60);
  const unsent = await web.database.db
    .sql`select * from notices where state in ('pending', 'sending', 'bundled')`;
  expect(unsent).toEqual([]);
  const kinds = new Set(mails.map(({ subject }) => subject.replace(/[,-].*$/, '').trim()));
  console.log(
    `${runs.length} protocols to their end: ${mails.length} mails of ${kinds.size} subjects, ${files.length} calendar files`,
  );
});

test('nothing of a person, a protocol, a step or a run is in headers, bodies, files or addresses', async () => {
  let looked = 0;
  for (const mail of mails) {
    const { attachments, headerLines } = await simpleParser(mail.raw);
    const said = [
      mail.text,
      visible(mail.html),
      mail.html,
      mail.subject,
      mail.to.join(' '),
      mail.from,
      ...headerLines.map(({ line }) => line),
      ...attachments.flatMap(({ content, filename }) => [content.toString('utf8'), filename ?? '']),
    ].join('\n');
    const hidden = [
      ...CANARIES,
      ...runs.flatMap(({ id, person, definition: { id: protocol, title, steps } }) => [
        ...[id, person, protocol, title.es, title.en],
        ...steps.flatMap((step) => [`${step.id}`, step.title.es, step.title.en]),
      ]),
    ].filter((word) => word.length > 7);
    for (const word of hidden) {
      looked += 1;
      // A step may be called what every mail says anyway; as a code it never is.
      if (said.includes(word)) expect.soft(`${word} in: ${mail.subject}`).toBe('nowhere');
    }
  }
  console.log(`${looked} times looked for what must not be there, 0 found`);
});

test('the text and the HTML of each mail say the same', () => {
  for (const mail of mails) {
    expect(facts(visible(mail.html))).toBe(facts(mail.text.replace('\n--\n', '\n')));
  }
});

test('each mail has one thing to do, says it is made by a machine, and asks for no password', () => {
  for (const mail of mails) {
    expect(linksIn(mail)).toHaveLength(1);
    expect(mail.html.match(/href=/g)).toHaveLength(1);
    expect(mail.html).not.toMatch(/<(img|script|link|iframe|form|input|style)\b|url\(|src=/);
    const header = (of: string) => mail.headers.find(({ name }) => name === of)?.value;
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(mail.text).toMatch(
      /Nunca le pediremos su contraseña|We will never ask for your password/,
    );
  }
});

test('calendar files can be read, and each entry is taken back once its task is over', async () => {
  const byUid = new Map<string, CaughtFile[]>();
  for (const file of files) byUid.set(file.uid, [...(byUid.get(file.uid) ?? []), file]);
  expect(byUid.size).toBeGreaterThan(10);
  let cancelled = 0;
  // A recall is still to be answered when the run has ended, so its entry stays; nothing else does.
  const open = await web.database.db.sql<{ uid: string; step: string }[]>`
    select uid, step from calendar_entries where not closed`;
  const recalls = SHIPPED.flatMap(({ steps }) => steps.filter((one) => one.recalls));
  for (const { step } of open) expect(recalls.map(({ id }) => id)).toContain(step);
  const unanswered = await web.database.db.sql<{ step: string }[]>`
    select step from steps where status = 'open'`;
  for (const { step } of open) expect(unanswered.map((one) => one.step)).toContain(step);
  const standing = new Set(open.map((one) => one.uid));
  for (const [uid, own] of byUid) {
    const sequences = own.map(({ sequence }) => sequence);
    expect(sequences, uid).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
    expect(own[0]!.method).toBe('PUBLISH');
    const stands = [...standing].some((one) => uid.startsWith(one));
    expect(own.at(-1)!.method, uid).toBe(stands ? 'PUBLISH' : 'CANCEL');
    expect(own.at(-1)!.isCancelled).toBe(!stands);
    expect(
      own.every(({ isTransparent, title }) => isTransparent && / – R-\w{4}-\w{4}$/.test(title)),
    ).toBe(true);
    if (!stands) cancelled += 1;
  }
  expect(cancelled).toBeGreaterThan(10);
  console.log(`${byUid.size} calendar entries, ${cancelled} taken back`);
});

test('a robot that asks for every link five times changes no row', async () => {
  const links = [...new Set(mails.flatMap(linksIn))];
  const before = await digests();
  let asked = 0;
  for (const link of links) {
    const { origin, pathname, search } = new URL(link);
    expect(origin).toBe(publicUrl);
    for (let n = 0; n < 5; n += 1) {
      const method = n === 4 ? 'HEAD' : 'GET';
      const { statusCode } = await web.app.inject({ method, url: pathname + search });
      expect(statusCode).toBeLessThan(500);
      asked += 1;
    }
  }
  expect(await digests()).toEqual(before);
  console.log(
    `${links.length} links, ${asked} requests without cookies, 0 rows changed in ${Object.keys(before).length} tables`,
  );
});

/** Rows and their digest, of every table. */
async function digests(): Promise<Record<string, string>> {
  const counts = await web.database.countRows();
  const result: Record<string, string> = {};
  for (const [table, count] of Object.entries(counts)) {
    const [row] = await web.database.db.sql.unsafe<{ digest: string | null }[]>(
      `SELECT md5(string_agg(t::text, '' ORDER BY t::text)) AS digest FROM "${table}" AS t`,
    );
    result[table] = `${count} ${row!.digest}`;
  }
  return result;
}
