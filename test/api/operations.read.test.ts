import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineOf } from '../../api/views/folio.js';
import { ACCESS_ROLES } from '../../db/queries/access-tokens.js';
import { SYSTEM } from '../../door/acts.js';
import { commitAct } from '../../door/commit-act.js';
import { traveller } from '../fixtures/traveller.js';
import {
  answer,
  ask,
  HOUR,
  operation,
  type PlannedOperation,
  plan,
  report,
  seat,
} from '../groups/stand.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { accepted, bindingsOf, startTestRun } from '../support/door.js';

const adult = traveller();
const child = traveller('child');

interface Line {
  line: string;
  list: { id: string };
  status: { id: string };
  run?: string;
  boarding?: { ready: boolean; missing: { code: string }[] };
}
type Lines = { items: Line[] };

let api: TestApi;
let bus: PlannedOperation;
/** Two adults, a child, and an adult whose line the consulate must not see. */
let runs: string[];

beforeAll(async () => {
  api = await startTestApi({ definitions: [operation, adult, child] });
  const { door } = api;
  bus = await plan(door, { capacity: 10 });
  runs = [await seat(door, adult, bus), await seat(door, adult, bus), await seat(door, child, bus)];
  const hidden = await protectedSeat();
  runs.push(hidden);
  // What the worker does with shares: a suppressed one is never handed over.
  await api.database.db
    .sql`update releases set state = 'released', released_at = now() where state = 'pending'`;
  accepted(await answer(door, bus.id, 'MIG-S', 'seat-individuals', 'closed'));
  accepted(await answer(door, bus.id, 'MIG-S', 'send-manifest', 'sent'));
  await api.database.db
    .sql`update releases set state = 'released', released_at = now() where state = 'pending'`;
});
afterAll(() => api.close());

async function protectedSeat(): Promise<string> {
  const { runId } = await startTestRun(api.door, adult);
  accepted(await report(api.door, runId, 'MIG-S', 'claim'));
  const { result } = await ask(api.door, adult, bus, { runId });
  accepted(result);
  return runId;
}

const url = (path = '') => `/v1/operations/${bus.id}${path}`;
const linesFor = async (as: string, path = '/lines') =>
  (await api.call<Lines>('GET', url(path), { as })).body.items;

describe('who sees which lines of an operation', () => {
  it('the sending side sees each, with the runs it may read and whether they may board', async () => {
    const lines = await linesFor('invented-mig-s/officer');
    expect(lines.map((line) => line.run).sort()).toEqual([...runs].sort());
    expect(lines.map(({ list }) => list.id).sort()).toEqual([
      'adults',
      'adults',
      'adults',
      'children',
    ]);
    expect(lines.map(({ boarding }) => boarding?.ready)).toEqual([true, true, true, true]);
    const other = await linesFor('invented-iom/officer');
    expect(other).toHaveLength(4);
    expect(other.every((line) => line.run === undefined)).toBe(true);
  });

  it('the receiver sees the lines that were sent to it', async () => {
    const lines = await linesFor('invented-mig-r/officer');
    expect(lines).toHaveLength(4);
    const { body } = await api.call<{ view: string; taken?: number }>('GET', url(), {
      as: 'invented-mig-r/officer',
    });
    expect(body).toMatchObject({ view: 'own' });
    expect(body.taken).toBeUndefined();
  });

  it('the consulate sees none that was suppressed, in no list, version or count', async () => {
    const as = 'invented-con/officer';
    const lines = await linesFor(as);
    expect(lines).toHaveLength(3);
    expect(lines.map((line) => line.run)).not.toContain(runs[3]);
    const all = await linesFor('invented-mig-s/officer');
    const hidden = all.find(({ run }) => run === runs[3])!.line;
    for (const path of ['', '/lines', '/versions', '/reconciliation']) {
      const { body } = await api.call<object>('GET', url(path), { as });
      expect(JSON.stringify(body), path).not.toContain(hidden);
      expect(JSON.stringify(body), path).not.toContain(runs[3]);
    }
    const { body } = await api.call<{ lines: { expected: number }; report?: object }>(
      'GET',
      url('/reconciliation'),
      { as },
    );
    expect(body.lines.expected).toBe(3);
    expect(body.report).toBeUndefined();
  });

  it('who answers the departure reads every gate as it stands now, and why one is false', async () => {
    const late = await plan(api.door);
    const runId = await seat(api.door, adult, late);
    const boarding = async () => {
      const { body } = await api.call<Lines>('GET', `/v1/operations/${late.id}/lines`, {
        as: 'invented-mig-s/officer',
      });
      return body.items[0];
    };
    expect(await boarding()).toMatchObject({ boarding: { ready: true, missing: [] } });
    // A gate of the departure that the seat itself does not stand on.
    accepted(await report(api.door, runId, 'MIG-S', 'unfit'));
    expect(await boarding()).toMatchObject({
      status: { id: 'proposed' },
      boarding: { ready: false, missing: [{ code: 'fitToTravel' }] },
    });
    expect((await answer(api.door, runId, 'MIG-S', 'boarded', 'said')).ok).toBe(false);
  });

  it('a receiving institution nothing was sent to sees no line', async () => {
    expect(await linesFor('invented-rec/officer')).toEqual([]);
  });

  it('monitors see pseudonyms and counts', async () => {
    const as = 'invented-mon/monitor';
    const lines = await linesFor(as);
    expect(lines).toHaveLength(4);
    expect(JSON.stringify(lines)).not.toContain(runs[0]);
    const { body } = await api.call<{ view: string; taken: number }>('GET', url(), { as });
    expect(body).toMatchObject({ view: 'pseudonyms', taken: 4 });
  });

  it('the same line has the same reference for all, and another on another operation', async () => {
    const [mine, theirs] = [
      await linesFor('invented-mig-s/officer'),
      await linesFor('invented-mon/monitor'),
    ];
    expect(mine.map(({ line }) => line).sort()).toEqual(theirs.map(({ line }) => line).sort());
    expect(lineOf(bus.id, runs[0]!)).not.toBe(lineOf('other', runs[0]!));
  });

  it('lists can be asked for apart', async () => {
    const children = await linesFor('invented-mig-s/officer', '/lines?list=children');
    expect(children.map(({ run }) => run)).toEqual([runs[2]]);
    expect(await linesFor('invented-mig-s/officer', '/lines?status=boarded')).toEqual([]);
  });
});

describe('who may read an operation at all', () => {
  const COLUMNS = ['invented-rector', 'invented-mig-s', 'invented-mig-r', FOREIGN] as const;
  const matrix = async (path: string, of = bus.id) => {
    const rows: Record<string, string> = {};
    for (const role of ACCESS_ROLES) {
      const statuses: number[] = [];
      for (const institution of COLUMNS) {
        const as = `${institution}/${role}`;
        statuses.push((await api.call('GET', `/v1/operations/${of}${path}`, { as })).status);
      }
      rows[role] = statuses.join(' ');
    }
    return rows;
  };

  it.each(['', '/lines', '/versions', '/reconciliation'])(
    'parties and monitors: %s',
    async (path) => {
      expect(await matrix(path)).toEqual({
        officer: '200 200 200 404',
        supervisor: '200 200 200 404',
        'case-lead': '200 200 200 404',
        monitor: '200 200 200 200',
        admin: '404 404 404 404',
      });
    },
  );

  it('the receiving side only once a step or a share has reached it', async () => {
    const draft = await plan(api.door);
    expect((await matrix('', draft.id)).officer).toBe('200 200 404 404');
  });

  it('lists exactly what may be read', async () => {
    const all = await api.database.db.sql<{ id: string }[]>`select run_id as id from operations`;
    for (const role of ACCESS_ROLES) {
      for (const institution of COLUMNS) {
        const as = `${institution}/${role}`;
        const { body } = await api.call<{ items: { run: string }[] }>(
          'GET',
          '/v1/operations?limit=100',
          { as },
        );
        const listed = new Set(body.items.map(({ run }) => run));
        for (const { id } of all) {
          const { status } = await api.call('GET', `/v1/operations/${id}`, { as });
          expect(listed.has(id), `${as} ${id}`).toBe(status === 200);
        }
      }
    }
  });

  it('a run that is no operation, one that may not be seen and none look the same', async () => {
    const ask = async (run: string, as: string) => {
      const { status, body } = await api.call<{ code: string }>('GET', `/v1/operations/${run}`, {
        as,
      });
      return `${status} ${body.code}`;
    };
    expect(await ask(runs[0]!, 'invented-mig-s/officer')).toBe('404 operation-unknown');
    expect(await ask(bus.id, `${FOREIGN}/officer`)).toBe('404 operation-unknown');
    expect(await ask('0'.repeat(26), 'invented-mig-s/officer')).toBe('404 operation-unknown');
  });
});

describe('through the API', () => {
  it('an operation is drafted like any run, and a seat taken in the run of the person', async () => {
    const departure = new Date(bus.departure).toISOString();
    const started = await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
      as: 'invented-mig-s/case-lead',
      key: freshKey(),
      body: {
        protocol: 'group-operation',
        bindings: bindingsOf(operation),
        attributes: { purpose: 'removal' },
      },
    });
    expect(started.status).toBe(201);
    const { run: id } = started.body.run;
    const complete = (run: string, step: string, body: object) =>
      api.call<{ code?: string }>('POST', `/v1/runs/${run}/steps/${step}/complete`, {
        as: 'invented-mig-s/officer',
        key: freshKey(),
        body: { opening: 1, ...body },
      });
    const planned = await complete(id, 'operation-draft', {
      outcome: 'planned',
      answers: { departure, latest: departure, seats: 1, route: 'land', point: 'punto-inventado' },
    });
    expect(planned.status).toBe(200);
    const shown = await api.call('GET', `/v1/operations/${id}`, {
      as: 'invented-mig-s/officer',
      language: 'en',
    });
    expect(shown.body).toMatchObject({
      capacity: 1,
      taken: 0,
      seating: true,
      point: 'punto-inventado',
      purpose: { id: 'removal', title: 'Removal by decision' },
      departsAt: departure,
    });
    const start = async () =>
      (
        await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
          as: 'invented-mig-s/case-lead',
          key: freshKey(),
          body: { protocol: adult.id, bindings: bindingsOf(adult) },
        })
      ).body.run.run;
    const answers = { operation: id, departure };
    const first = await complete(await start(), 'list', { outcome: 'sent', answers });
    expect(first.status).toBe(200);
    const second = await complete(await start(), 'list', { outcome: 'sent', answers });
    expect([second.status, second.body.code]).toEqual([409, 'operation-full']);
    const named = await complete(await start(), 'list', {
      outcome: 'sent',
      answers: { operation: 'Persona Inventada', departure },
    });
    expect([named.status, named.body.code]).toEqual([422, 'reference-invalid']);
  });

  it('versions tell what changed, and the reconciliation what became of everybody', async () => {
    const { door } = api;
    const planned = await plan(door, {
      departure: Math.ceil(Date.now() / 1000) * 1000 + 79 * HOUR,
    });
    const people = [];
    for (let n = 0; n < 7; n += 1) people.push(await seat(door, adult, planned));
    await answer(door, planned.id, 'MIG-S', 'seat-individuals', 'closed');
    accepted(await answer(door, planned.id, 'MIG-S', 'send-manifest', 'sent'));
    accepted(await report(door, people[0]!, 'MIG-S', 'appeal'));
    accepted(await answer(door, people[1]!, 'MIG-S', 'corrected', 'said'));
    accepted(
      await commitAct(door, {
        runId: planned.id,
        actId: 'told',
        actor: SYSTEM,
        act: { type: 'event-reported', event: 'list-changed', role: 'system' },
      }),
    );
    accepted(await answer(door, planned.id, 'MIG-S', 'manifest-update', 'sent'));
    const as = 'invented-mig-s/officer';
    const base = `/v1/operations/${planned.id}`;
    const { body } = await api.call<{
      items: {
        version: number;
        lines: object[];
        added: string[];
        dropped: string[];
        changed: string[];
      }[];
    }>('GET', `${base}/versions`, { as });
    expect(body.items.map((one) => one.lines.length)).toEqual([7, 6]);
    expect(body.items[1]).toMatchObject({ since: 1, added: [] });
    expect(body.items[1]!.dropped).toHaveLength(1);
    expect(body.items[1]!.changed).toHaveLength(1);
    for (const person of people.slice(1))
      accepted(await answer(door, person, 'MIG-S', 'boarded', 'said'));
    for (const person of people.slice(2))
      accepted(await answer(door, person, 'MIG-S', 'arrived', 'said'));
    accepted(await answer(door, people[1]!, 'MIG-S', 'refused', 'said'));
    const counts = await api.call('GET', `${base}/reconciliation`, { as });
    expect(counts.body).toMatchObject({
      lines: {
        expected: 7,
        stayed: 1,
        boarded: 6,
        arrived: 5,
        refused: 1,
        broughtBack: 0,
        onTheWay: 0,
      },
      report: {
        expected: null,
        stayed: null,
        boarded: null,
        arrived: 5,
        refused: null,
        broughtBack: 0,
      },
    });
  });
});
