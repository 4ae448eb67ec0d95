import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoticeView } from '../../api/schemas/notices.js';
import { FOREIGN, freshKey, startTestApi, type TestApi } from '../support/api.js';

const LEAD = 'invented-home-library/case-lead';

let api: TestApi;
let run: string;
beforeAll(async () => {
  api = await startTestApi();
  run = await api.startLoan();
});
afterAll(() => api.close());

/** The references of the notices of a run that went to an institution, oldest first. */
async function references(id: string, institution: string, kind = 'opened'): Promise<string[]> {
  const rows = await api.database.db.sql<{ reference: string }[]>`
    select reference from notices where run_id = ${id} and institution_id = ${institution}
      and kind = ${kind} order by seq, n`;
  return rows.map(({ reference }) => reference);
}

async function read(as: string, reference: string, language = 'es') {
  return api.call<NoticeView>('GET', `/v1/notices/${reference}`, { as, language });
}

describe('a notice', () => {
  it('leads to the step as it stands, in the language asked for', async () => {
    const [reference] = await references(run, 'invented-home-library');
    const { status, body } = await read('invented-home-library/officer', reference!);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      reference,
      kind: 'opened',
      level: 'institution',
      institution: { id: 'invented-home-library' },
      state: 'inbox',
      leadsTo: {
        run,
        step: 'request',
        opening: 1,
        title: 'Revisar la solicitud',
        answerable: true,
      },
    });
    expect(body.leadsTo!.due!.words).toMatch(/^(Vence|Vencida)/);
    expect(body.leadsTo!.due!.moment).toMatch(/\d\d:\d\d \(hora de Ciudad de México\)$/);
    const english = await read(LEAD, reference!, 'en');
    expect(english.body.leadsTo!.title).toBe('Look at the request');
  });

  it('says that a task is done once it is, without a deadline that no longer counts', async () => {
    const other = await api.startLoan();
    const [reference] = await references(other, 'invented-home-library');
    await api.answer(other, 'home-library', 'request', 'accepted');
    const { body } = await read('invented-home-library/officer', reference!);
    expect(body.leadsTo).toEqual({
      run: other,
      step: 'request',
      opening: 1,
      title: 'Revisar la solicitud',
      answerable: false,
    });
  });

  it('tells a lead that hears of the step of another who must answer, not what', async () => {
    const other = await api.startLoan();
    await api.answer(other, 'home-library', 'request', 'accepted');
    const { sql } = api.database.db;
    await sql`insert into notices (run_id, seq, n, kind, level, institution_id, role, step, opening, state, reference)
      values (${other}, 2, 90, 'escalated', 'lead-technical', 'invented-home-library', 'home-library', 'permit', 1, 'inbox',
        'R-LEAD-2222')`;
    const { body } = await read('invented-home-library/officer', 'R-LEAD-2222');
    expect(body.leadsTo).toMatchObject({
      step: 'permit',
      title: 'Dar el permiso',
      responsible: [{ id: 'invented-far-library' }],
      answerable: false,
    });
    expect(Object.keys(body.leadsTo!).sort()).toEqual([
      'answerable',
      'due',
      'opening',
      'responsible',
      'run',
      'step',
      'title',
    ]);
  });

  it('shows the receiving side nothing of the step of another, even when told of it', async () => {
    const other = await api.startLoan();
    await api.answer(other, 'home-library', 'request', 'accepted');
    await api.database.db.sql`
      insert into notices (run_id, seq, n, kind, level, institution_id, role, step, opening, state, reference)
      values (${other}, 2, 91, 'ended', 'institution', 'invented-far-library', 'far-library', 'condition-check', 1, 'inbox',
        'R-FARR-2222')`;
    const { body } = await read('invented-far-library/officer', 'R-FARR-2222');
    expect(body.leadsTo).toEqual({
      run: other,
      title: 'Préstamo de un libro entre dos pueblos',
      answerable: false,
    });
  });

  it('stays with the institution that lost its role, but leads nowhere any more', async () => {
    const other = await api.startLoan();
    await api.answer(other, 'home-library', 'request', 'accepted');
    const [before] = await references(other, 'invented-far-library');
    const moved = await api.call('POST', `/v1/runs/${other}/roles/far-library`, {
      as: LEAD,
      key: freshKey(),
      body: { institution: FOREIGN, reason: 'no-capacity' },
    });
    expect(moved.status).toBe(200);
    const { status, body } = await read('invented-far-library/officer', before!);
    expect(status).toBe(200);
    expect(body).not.toHaveProperty('leadsTo');
    expect(JSON.stringify(body)).not.toContain(other);
    const [handed] = await references(other, FOREIGN, 'reassigned');
    const taken = await read(`${FOREIGN}/officer`, handed!);
    expect(taken.body.leadsTo).toMatchObject({ step: 'permit', answerable: true });
  });

  it('of shared data leads to the share until its receipt is acknowledged', async () => {
    const other = await api.startLoan();
    const { sql } = api.database.db;
    await sql`insert into releases (run_id, share, seq, step, opening, to_role, institution_id, categories, state,
        acknowledge_by, released_at)
      values (${other}, 'tell-expert#1:route-sheet', 1, 'tell-expert', 1, 'expert', 'invented-expert', '{D1}', 'released',
        now() + interval '1 day', now())`;
    await sql`insert into notices (run_id, seq, n, kind, level, institution_id, role, step, opening, state, reference)
      values (${other}, 1, 92, 'shared', 'institution', 'invented-expert', 'expert', 'tell-expert', 1, 'sent',
        'R-SHAR-2222')`;
    const first = await read('invented-expert/officer', 'R-SHAR-2222');
    expect(first.body.leadsTo).toMatchObject({
      shares: ['tell-expert.1.route-sheet'],
      title: 'Seguir el viaje',
      answerable: true,
    });
    expect(first.body.leadsTo!.due!.words).toMatch(/^Vence/);
    expect(first.body.leadsTo).not.toHaveProperty('step');
    await sql`update releases set state = 'acknowledged' where run_id = ${other}`;
    const { leadsTo } = (await read('invented-expert/officer', 'R-SHAR-2222')).body;
    expect(leadsTo!.answerable).toBe(false);
    expect(leadsTo).not.toHaveProperty('due');
  });

  it('of the newer message is shown when two carry the same reference', async () => {
    const [reference] = await references(run, 'invented-home-library');
    const other = await api.startLoan();
    await api.database.db
      .sql`update notices set reference = ${reference!}, created_at = now() + interval '1 minute'
      where run_id = ${other} and institution_id = 'invented-home-library'`;
    const { body } = await read('invented-home-library/officer', reference!);
    expect(body.leadsTo!.run).toBe(other);
  });
});
