import { appendFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Connection } from '@temporalio/client';
import proto from '@temporalio/proto';
import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import postgres from 'postgres';
import { ensureNamespace } from '../../platform/embedded/temporal-namespace.js';
import { payloadCodec } from '../../platform/temporal/payload-codec.js';
import { textsOf } from '../protocols/engine-history.js';
import { kept } from '../support/browser/kept.js';
import { rowsOf } from '../support/canaries.js';
import type { ByHand } from './acts.js';
import type { Told } from './caller.js';
import { dumpOf, statisticsOf } from './dumps.js';
import type { Installation } from './installation.js';
import { filesOf, type Piece } from './pieces.js';
import { openProfile, type Profile } from './profile.js';

/** A place where nothing personal may be. */
export interface Place {
  readonly name: string;
  pieces(): AsyncIterable<Piece> | Iterable<Piece>;
  /** Leaves a text there, by the way a leak would come where there is one. */
  plant(text: string): Promise<unknown>;
}

/** What is found out about an installation once its cases have ended. */
export interface Traces {
  readonly byHand: ByHand;
  readonly profiles: readonly Profile[];
  /** What the service says to anybody, and what it answered to requests that went wrong. */
  readonly answers: Told[];
  /** What commands say and write. */
  readonly outputs: Piece[];
  /** What those see who follow cases. */
  readonly views: Piece[];
  /** The program that dumps databases, where there is one that can. */
  readonly pgDump: string | undefined;
}

/** Every place of an installation. */
export function placesOf(at: Installation, traces: Traces): Place[] {
  const { database, folder, ground, catcher, receiver } = at;
  const nameOfInstitution = (text: string) => database.db.sql`
    update institutions set name_es = ${text} where id = ${traces.byHand.institution}`;
  const dumped = (name: string, format: 'plain' | 'directory'): Place | undefined =>
    traces.pgDump === undefined
      ? undefined
      : {
          name,
          pieces: () => dumpsOf(traces.pgDump!, [database.url, ...ground.engineDatabases], format),
          plant: nameOfInstitution,
        };
  const places: (Place | undefined)[] = [
    {
      name: 'database: every row, and our own backup of it',
      pieces: () => rowsOf(database.db),
      plant: nameOfInstitution,
    },
    dumped('database dump: pg_dump as statements, the engine’s databases too', 'plain'),
    dumped('database dump: pg_dump as compressed files', 'directory'),
    {
      name: 'metrics: statistics of PostgreSQL',
      pieces: () => statisticsOf(database.url),
      plant: (text) => database.db.sql.unsafe(`SELECT '${text}'`),
    },
    ground.metrics.length === 0
      ? undefined
      : {
          name: 'metrics: Temporal, as Prometheus reads them',
          pieces: () => metricsOf(ground.metrics),
          // Names of spaces are what metrics say; they take no more than letters and figures.
          plant: (text) =>
            ensureNamespace(ground.temporalAddress, text.split(' ')[0]!, 1, () => false),
        },
    ground.files.length === 0
      ? undefined
      : {
          name: 'servers’ files: tables, write-ahead log, settings',
          pieces: () => filesOf(ground.files),
          plant: (text) =>
            database.db.sql.unsafe(`CREATE TABLE planted AS SELECT '${text}' AS text; CHECKPOINT`),
        },
    {
      name: 'engine: histories as stored and as read with the keys, lists, search attributes',
      pieces: () => historiesOf(at),
      plant: (text) => startInClear(at, text),
    },
    ground.engineDatabases.length === 0
      ? undefined
      : {
          name: 'engine’s databases: every row',
          pieces: () => engineRows(ground.engineDatabases),
          plant: (text) => startInClear(at, text),
        },
    {
      name: 'logs: api, worker, relay, log',
      pieces: () => filesOf([join(folder, 'logs')]),
      plant: (text) => appendFile(join(folder, 'logs', 'api.log'), `${asciiJson({ msg: text })}\n`),
    },
    ground.logs.length === 0
      ? undefined
      : {
          name: 'logs: PostgreSQL, Temporal',
          pieces: () => filesOf(ground.logs),
          plant: (text) => database.db.sql.unsafe(`DO $$ BEGIN RAISE LOG '%', '${text}'; END $$`),
        },
    {
      name: 'mails and calendar files as received',
      pieces: () => mailsOf(at),
      plant: (text) => sendMail(catcher.smtpUrl, text),
    },
    {
      name: 'calls to institutions’ systems as received',
      pieces: () =>
        receiver.received.map((one, n) => ({ where: `call ${n}`, content: JSON.stringify(one) })),
      plant: (text) => fetch(receiver.url, { method: 'POST', body: JSON.stringify({ text }) }),
    },
    {
      name: 'answers: health, description, errors',
      pieces: () => traces.answers.map(({ to, text }) => ({ where: to, content: text })),
      plant: async (text) =>
        traces.answers.push({ ...traces.byHand.screen, text: asciiJson({ detail: text }) }),
    },
    {
      name: 'outputs: evidence, audit, backup, reads, manuals',
      pieces: () => traces.outputs,
      plant: async (text) =>
        traces.outputs.push({ where: 'planted', content: gzipSync(JSON.stringify({ text })) }),
    },
    {
      name: 'views: timelines, prints, lists and boards of who follows, monitors’ pages',
      pieces: () => traces.views,
      plant: async (text) =>
        traces.views.push({
          where: 'planted',
          content: `<td>${text.replaceAll('-', '&#45;')}</td>`,
        }),
    },
    {
      name: 'browser: storage while at work and after, page after signing out',
      pieces: () =>
        traces.profiles.flatMap(({ stored, shownAfterwards }) =>
          [...stored, shownAfterwards].map((content, n) => ({ where: `look ${n}`, content })),
        ),
      plant: async (text) => {
        const profile = traces.profiles[0]!;
        profile.stored.push(await storeInBrowser(at.address, profile.folder, text));
      },
    },
    {
      name: 'browser: profile on the disk',
      pieces: () => filesOf(traces.profiles.map((one) => one.folder)),
      plant: (text) => storeInBrowser(at.address, traces.profiles[0]!.folder, text),
    },
    {
      name: 'left behind: working and temporary folders, what crashes write',
      pieces: () =>
        filesOf([folder], (path) => !/^(mail|logs|profile)/.test(relative(folder, path))),
      plant: (text) => writeFile(join(folder, 'tmp', 'core'), Buffer.from(text, 'utf16le')),
    },
  ];
  return places.filter((place) => place !== undefined);
}

async function* historiesOf({ client, namespace, settings }: Installation): AsyncGenerator<Piece> {
  const codec = payloadCodec(settings.secrets.payloadKeys);
  let nextPageToken: Uint8Array | null | undefined;
  do {
    const listed = await client.workflowService.listWorkflowExecutions({
      namespace,
      ...(nextPageToken ? { nextPageToken } : {}),
    });
    nextPageToken = listed.nextPageToken;
    yield { where: 'list', content: Buffer.from(ListResponse.encode(listed).finish()) };
    for (const { execution } of listed.executions ?? []) {
      const { workflowId = '', runId } = execution ?? {};
      const handle = client.workflow.getHandle(workflowId ?? '', runId ?? undefined);
      const { stored, read } = await textsOf(await handle.fetchHistory(), codec);
      yield { where: `history ${workflowId}`, content: stored };
      yield { where: `read ${workflowId}`, content: read };
    }
  } while (nextPageToken && nextPageToken.length > 0);
}

async function* metricsOf(addresses: readonly string[]): AsyncGenerator<Piece> {
  for (const address of addresses) {
    const said = await (await fetch(address)).text();
    yield { where: address, content: said };
    // Whatever is no letter or figure is said as a low line.
    yield { where: `${address} with hyphens`, content: said.replaceAll('_', '-') };
  }
}

async function* dumpsOf(
  program: string,
  urls: readonly string[],
  format: 'plain' | 'directory',
): AsyncGenerator<Piece> {
  for (const url of urls) yield* await dumpOf(program, url, format);
}

const { ListWorkflowExecutionsResponse: ListResponse } = proto.temporal.api.workflowservice.v1;

async function* engineRows(urls: readonly string[]): AsyncGenerator<Piece> {
  for (const url of urls) {
    const sql = postgres(url, { max: 1 });
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`;
    for (const { name } of tables) {
      let part = 0;
      for await (const rows of sql.unsafe(`SELECT * FROM "${name}"`).cursor(500)) {
        const bytes = rows.flatMap((row) =>
          Object.values(row).flatMap((value) => [
            Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? '', 'utf8'),
            Buffer.alloc(4),
          ]),
        );
        part += 1;
        yield { where: `${new URL(url).pathname}/${name} ${part}`, content: Buffer.concat(bytes) };
      }
    }
    await sql.end();
  }
}

/** A workflow started past our codec, by somebody who writes a person into its memo and input. */
async function startInClear({ ground, namespace }: Installation, text: string): Promise<void> {
  const connection = await Connection.connect({ address: ground.temporalAddress });
  const payload = {
    metadata: { encoding: Buffer.from('json/plain') },
    data: Buffer.from(JSON.stringify(text)),
  };
  await connection.workflowService.startWorkflowExecution({
    namespace,
    workflowId: `planted-${Math.random()}`,
    requestId: String(Math.random()),
    workflowType: { name: 'planted' },
    taskQueue: { name: 'nobody' },
    input: { payloads: [payload] },
    memo: { fields: { note: payload } },
  });
  await connection.close();
  await new Promise((done) => setTimeout(done, 1_500));
}

async function* mailsOf({ folder }: Installation): AsyncGenerator<Piece> {
  for await (const { where, content } of filesOf([join(folder, 'mail')])) {
    yield { where, content };
    const { raw } = JSON.parse(String(content)) as { raw: string };
    const { subject, text, html, attachments, headerLines } = await simpleParser(raw);
    yield { where: `${where} raw`, content: raw };
    yield { where: `${where} read`, content: JSON.stringify([subject, text, html, headerLines]) };
    for (const file of attachments)
      yield { where: `${where} ${file.contentType}`, content: file.content };
  }
}

async function sendMail(smtpUrl: string, text: string): Promise<void> {
  const line = `SUMMARY:${text}`;
  const event = `BEGIN:VEVENT\r\n${line.slice(0, 20)}\r\n ${line.slice(20)}\r\nEND:VEVENT\r\n`;
  const transport = createTransport({ url: smtpUrl, ignoreTLS: true });
  await transport.sendMail({
    from: 'a@oficina-inventada.example',
    to: 'b@oficina-inventada.example',
    subject: 'x',
    text: 'x',
    attachments: [
      { filename: 'x.ics', content: event, encoding: undefined, contentType: 'text/calendar' },
    ],
  } as Parameters<typeof transport.sendMail>[0]);
  transport.close();
}

/** A page of this origin that keeps a text as careless ones do. */
async function storeInBrowser(address: string, folder: string, text: string): Promise<string> {
  const context = await openProfile(folder);
  const [page = await context.newPage()] = context.pages();
  await page.goto(`${address}/ayuda`);
  await page.evaluate(async (kept) => {
    localStorage.setItem('rt', kept);
    const cache = await caches.open('rt');
    await cache.put('/rt', new Response(kept));
  }, text);
  const stored = await kept(page);
  await context.close();
  return stored;
}

const asciiJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
