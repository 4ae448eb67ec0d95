import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HistoryEntryView, RunView } from '../../api/schemas/runs.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';

const LEAD = 'invented-home-library/case-lead';

let api: TestApi;
let run: string;
beforeAll(async () => {
  api = await startTestApi();
  run = await api.startLoan();
  await api.answer(run, 'home-library', 'request', 'accepted', { answers: { route: 'river' } });
});
afterAll(() => api.close());

function read(as: string, language = 'es') {
  return api.call<RunView>('GET', `/v1/runs/${run}`, { as, language });
}

function stepOf(view: RunView, id: string) {
  return view.steps.find((step) => step.step === id);
}

describe('reading a run', () => {
  it('tells what is open, with whom, until when, and what each answer would bring', async () => {
    const { body } = await read(LEAD);
    expect(body.view).toBe('full');
    expect(body.attributes).toMatchObject({ route: 'river', isRare: false });
    expect(body.facts).toContainEqual({ id: 'requestValid', title: 'La solicitud es válida' });
    const permit = stepOf(body, 'permit')!;
    expect(permit).toMatchObject({ status: 'open', opening: 1, mine: false });
    expect(permit.signers[0]!.institution.id).toBe('invented-far-library');
    expect(permit.due!.words).toMatch(/^Vence en \d+ días hábiles$/);
    const refusal = permit.prospects!.find((prospect) => prospect.outcome.id === 'refused')!;
    expect(refusal.ends).toEqual({ id: 'declined', title: 'Préstamo negado' });
    expect(refusal.withdraws.map((step) => step.id)).toContain('itinerary');
  });

  it('says what a step waits for in the words of the protocol and the language asked for', async () => {
    const { body, headers } = await read(LEAD, 'en-GB,es;q=0.4');
    expect(headers['content-language']).toBe('en');
    const sendOff = stepOf(body, 'send-off')!;
    expect(sendOff.status).toBe('not-yet');
    expect(sendOff.waitsFor).toContainEqual({
      code: 'far-ready:ready',
      text: '“Prepare the arrival” to end with “All ready”',
    });
    expect(sendOff.awaits).toEqual({
      of: 'all',
      parts: [
        'At least one of these (“Give the permit” to end with “Given”; “Give the permit” to end with “Given under the agreement”)',
        '“Prepare the arrival” to end with “All ready”',
        '“Plan the journey” to end with “Fixed”',
      ],
    });
    const opinion = stepOf(body, 'opinion')!;
    expect(opinion.awaits).toEqual({ of: 'all', parts: ['It is a rare book'] });
    expect(opinion.waitsFor).toEqual([{ code: 'isRare', text: 'It is a rare book' }]);
  });

  it('shows a party the state of others, never their outcome, reasons or prospects', async () => {
    const { body } = await read('invented-courier/officer');
    expect(body.view).toBe('party');
    expect(body).not.toHaveProperty('attributes');
    expect(body).not.toHaveProperty('facts');
    const request = stepOf(body, 'request')!;
    expect(request).toMatchObject({ status: 'answered', mine: false });
    expect(request).not.toHaveProperty('outcome');
    const permit = stepOf(body, 'permit')!;
    expect(permit.due).toBeDefined();
    expect(permit).not.toHaveProperty('prospects');
    expect(stepOf(body, 'itinerary')!.prospects).toBeDefined();
  });

  it('shows the receiving side its own steps only', async () => {
    const { body } = await read('invented-far-library/case-lead');
    expect(body.view).toBe('reserved');
    expect(body.steps.every((step) => step.mine)).toBe(true);
    expect(body.steps.map((step) => step.step)).toEqual(
      expect.arrayContaining(['permit', 'far-ready', 'handover', 'visits']),
    );
    for (const step of body.steps) {
      expect(step).not.toHaveProperty('why');
      expect(step).not.toHaveProperty('waitsFor');
      expect(step).not.toHaveProperty('awaits');
      expect(step).not.toHaveProperty('prospects');
      for (const signer of step.signers) expect(signer.institution.id).toBe('invented-far-library');
    }
  });

  it('shows a monitor everything but planned dates, and nothing it could act on', async () => {
    const { body } = await read('invented-audit-office/monitor');
    expect(body.view).toBe('full');
    expect(body).not.toHaveProperty('dates');
    expect(body.events).toEqual([]);
    const [stored] = await api.database.db.sql<{ person: string }[]>`
      select person_id as person from runs where id = ${run}`;
    expect(JSON.stringify(body)).not.toContain(stored!.person);
  });

  it('tells nobody on the receiving side why a step is suspended or how a run ended', async () => {
    const told = await api.startLoan();
    const lead = (step: string, outcome: string, answers = {}) =>
      api.answer(told, 'home-library', step, outcome, { answers });
    await lead('request', 'accepted');
    await lead('condition-check', 'good');
    await api.answer(told, 'far-library', 'permit', 'given');
    await api.answer(told, 'far-library', 'far-ready', 'ready');
    const departure = new Date(Date.now() + 3_600_000).toISOString();
    await api.answer(told, 'courier', 'itinerary', 'fixed', { answers: { departure } });
    await lead('send-off', 'sent');
    await api.answer(told, 'courier', 'send-off', 'sent');
    const report = await api.call('POST', `/v1/runs/${told}/events/roof`, {
      as: LEAD,
      key: freshKey(),
      body: {},
    });
    expect(report.status).toBe(404);
    await api.call('POST', `/v1/runs/${told}/events/claim-filed`, {
      as: LEAD,
      key: freshKey(),
      body: {},
    });
    const far = 'invented-far-library/officer';
    const secret = 'Alguien reclama el libro';
    const answers = [
      await api.call('GET', `/v1/runs/${told}`, { as: far }),
      await api.call('GET', `/v1/runs/${told}/history`, { as: far }),
      await api.call('GET', `/v1/runs/${told}/steps/handover`, { as: far }),
      await api.call('GET', '/v1/inbox', { as: far }),
      await api.call('POST', `/v1/runs/${told}/steps/handover/complete`, {
        as: far,
        key: freshKey(),
        body: { opening: 1, outcome: 'received' },
      }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 409]);
    for (const { body } of answers.slice(1)) expect(JSON.stringify(body)).not.toContain(secret);
    const [view, history] = answers;
    expect(JSON.stringify((view!.body as unknown as RunView).steps)).not.toContain(secret);
    expect(JSON.stringify(history!.body)).not.toContain('claim-filed');
    const courier = await api.call('GET', `/v1/runs/${told}/steps/handover`, {
      as: 'invented-courier/officer',
    });
    expect(courier.body).toMatchObject({ status: 'suspended', why: [{ text: secret }] });
    await api.call('POST', `/v1/runs/${told}/events/reader-withdraws`, {
      as: LEAD,
      key: freshKey(),
      body: {},
    });
    const ended = await api.call<RunView>('GET', `/v1/runs/${told}`, { as: far });
    expect(ended.body.endedAt).toBeDefined();
    expect(ended.body.ending).toBeUndefined();
    const late = await api.call('POST', `/v1/runs/${told}/steps/handover/complete`, {
      as: far,
      key: freshKey(),
      body: { opening: 1, outcome: 'received' },
    });
    expect(late.body).toMatchObject({ code: 'run-ended', detail: 'El proceso ya terminó.' });
  });
});

describe('the history of a run', () => {
  function history(as: string, query = '') {
    return api.call<{ items: HistoryEntryView[]; next?: string }>(
      'GET',
      `/v1/runs/${run}/history${query}`,
      { as },
    );
  }

  it('is told in words without answers', async () => {
    const { body } = await history(LEAD);
    expect(body.items.map((entry) => entry.words)).toEqual([
      'Se inició el proceso',
      'Revisar la solicitud: «Aceptada»',
    ]);
    expect(JSON.stringify(body)).not.toContain('river');
  });

  it('comes in pages that neither repeat nor skip', async () => {
    const first = await history(LEAD, '?limit=1');
    const second = await history(LEAD, `?limit=1&cursor=${first.body.next}`);
    expect(first.body.items).toHaveLength(1);
    expect(second.body.items.map((entry) => entry.type)).toEqual(['step-completed']);
    expect(second.body.next).toBeUndefined();
  });

  it('hides the outcome of others from a party', async () => {
    const { body } = await history('invented-courier/officer');
    expect(body.items[1]).toMatchObject({ words: 'Revisar la solicitud: respondido' });
    expect(body.items[1]).not.toHaveProperty('outcome');
  });
});
