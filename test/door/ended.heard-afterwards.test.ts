import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { commitAct } from '../../door/commit-act.js';
import { workflowIdOf } from '../../protocols/messages.js';
import { closing } from '../fixtures/closing.js';
import {
  accepted,
  answer,
  inventedInstitutions,
  officerOf,
  startTestRun,
} from '../support/door.js';
import { type Stage, setStage } from '../support/stage.js';

const mailOf = (role: string) => `${role}@closing.invented.test`;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({
    definitions: [closing],
    institutions: inventedInstitutions(closing).map((one) => ({
      ...one,
      email: mailOf(one.id.replace('invented-', '')),
      supervisorEmail: mailOf('supervisor'),
    })),
  });
});
afterAll(() => stage.stop());

const handleOf = (runId: string) =>
  stage.client.workflow.getHandle(workflowIdOf(closing.id, runId));
/** Subjects of the mails about notices. What changes an entry of a calendar is a mail of its own, some seconds later. */
const noticesIn = (of: { to?: string } = {}) =>
  stage.catcher
    .list({ ...of, limit: 500 })
    .mails.map(({ subject }) => subject)
    .filter((subject) => !/^Calenda(r|rio):/.test(subject));
const toldTo = (role: string) => noticesIn({ to: mailOf(role) }).length;
const soon = { timeout: 40_000, interval: 100 };

/** A run that ended, and whose workflow has ended too. */
async function ended(): Promise<string> {
  const { runId } = await startTestRun(stage.door, closing);
  accepted(await answer(stage.door, runId, 'shelter', 'send', 'sent'));
  await vi.waitFor(async () => {
    expect((await handleOf(runId).describe()).status.name).toBe('COMPLETED');
  }, soon);
  return runId;
}

const report = (runId: string, id: string) =>
  commitAct(stage.door, {
    runId,
    actId: `${id}/${runId}`,
    actor: officerOf('shelter'),
    act: { type: 'event-reported', event: id, role: 'shelter' },
  });

it('a consent taken back after the end is asked of whoever holds the data, by mail, and the lead is told', async () => {
  const runId = await ended();
  const before = { body: toldTo('body'), office: toldTo('office') };
  expect(await report(runId, 'news')).toMatchObject({ ok: false, refusal: { code: 'run-ended' } });
  accepted(await report(runId, 'taken-back'));
  await vi.waitFor(() => expect(toldTo('body')).toBe(before.body + 1), soon);
  await vi.waitFor(() => expect(toldTo('office')).toBe(before.office + 1), soon);
  accepted(await answer(stage.door, runId, 'body', 'recall-body', 'destroyed'));
  const rows = await stage.database.db.sql`
    select status from steps where run_id = ${runId} and step = 'recall-body'`;
  expect(rows).toMatchObject([{ status: 'closed' }]);
  await vi.waitFor(async () => {
    expect((await handleOf(runId).describe()).status.name).toBe('COMPLETED');
  }, soon);
});

it('what waited for the end of a stop is asked for by mail too, and nothing is sent twice', async () => {
  const runId = await ended();
  const act = (actId: string, role: string, rest: object) =>
    commitAct(stage.door, {
      runId,
      actId: `${actId}/${runId}`,
      actor: { ...officerOf(role), access: 'supervisor', account: `invented-${role}` },
      act: { role, ...rest } as Parameters<typeof commitAct>[1]['act'],
    });
  accepted(await act('stop', 'shelter', { type: 'origin-stopped', reason: 'asked' }));
  const before = { body: toldTo('body'), office: toldTo('office') };
  accepted(await report(runId, 'taken-back'));
  // The lead learns that the data is out; whoever holds it learns nothing.
  await vi.waitFor(() => expect(toldTo('office')).toBe(before.office + 1), soon);
  accepted(await act('ask', 'office', { type: 'origin-lift-asked' }));
  accepted(await act('decide', 'shelter', { type: 'origin-lift-decided', lifts: true }));
  await vi.waitFor(() => expect(toldTo('body')).toBe(before.body + 1), soon);
  await vi.waitFor(() => expect(toldTo('office')).toBe(before.office + 2), soon);
  // A mail is there a moment before its notice is marked as sent.
  await vi.waitFor(async () => {
    const sent = await stage.database.db.sql<{ reference: string; state: string }[]>`
      select reference, kind, state, attempts, doubts from notices where state not in ('pending', 'obsolete', 'inbox')`;
    const mails = noticesIn();
    expect(
      mails.map((subject) => subject.split(' - ').at(-1)).toSorted(),
      JSON.stringify([sent, mails]),
    ).toEqual(sent.map(({ reference }) => reference).toSorted());
    expect(sent.filter(({ state }) => state !== 'sent')).toEqual([]);
  }, soon);
});
