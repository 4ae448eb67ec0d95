import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRun } from '../../api/runs/open-run.js';
import { openOwnAnswers, ownCompletions } from '../../api/runs/own-answers.js';
import { voluntaryReturn } from '../../protocols/voluntary-return.js';
import { closing } from '../fixtures/closing.js';
import { freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';

const STEP = 'self-return-registration';
const REC = 'invented-rec/officer';
const LEAD = 'invented-rector/case-lead';
const RECORD = {
  'consent-whose': 'person',
  'consent-language': 'Idioma Inventado',
  'consent-interpreter': 'remote',
  'consent-reading': 'with-companion',
  'consent-read-aloud': true,
  'consent-private': true,
  'consent-revocable': true,
  'consent-how': 'thumb',
};

interface Consents {
  items: { id: string; status: string; digest: string; textVersion?: string; since?: string }[];
}

let api: TestApi;
let run: string;
beforeAll(async () => {
  api = await startTestApi({ definitions: [voluntaryReturn, closing] });
  const { body } = await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
    as: LEAD,
    key: freshKey(),
    body: {
      protocol: voluntaryReturn.id,
      bindings: bindingsOf(voluntaryReturn),
      attributes: { entry: STEP },
    },
  });
  run = body.run.run;
});
afterAll(() => api.close());

const answer = (answers: Record<string, unknown>) =>
  api.call<{ errors?: { pointer: string; code: string }[] }>(
    'POST',
    `/v1/runs/${run}/steps/${STEP}/complete`,
    { as: REC, key: freshKey(), body: { opening: 1, outcome: 'registered', answers } },
  );
const consents = (as: string) => api.call<Consents>('GET', `/v1/runs/${run}/consents`, { as });
const faults = (body: { errors?: { pointer: string; code: string }[] }) =>
  (body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`).sort();

describe('a consent asked in a step', () => {
  it('does not count without its record, nor given in front of whoever detains', async () => {
    const bare = await answer({ 'self-contact': true });
    expect(bare.status).toBe(422);
    expect(faults(bare.body)).toContain('/answers/consent-private missing');
    const forced = await answer({
      ...RECORD,
      'self-contact': true,
      'consent-private': false,
      'consent-read-aloud': false,
    });
    expect(forced.status).toBe(422);
    expect(faults(forced.body)).toEqual([
      '/answers/consent-private not-private',
      '/answers/consent-read-aloud not-read-aloud',
    ]);
  });

  it('has its text named by the system and by nobody else', async () => {
    const typed = await answer({ ...RECORD, 'self-contact': true, 'consent-text': 'otro' });
    expect(faults(typed.body)).toEqual(['/answers/consent-text unknown-field']);
  });

  it('is listed to whoever took it and to who leads, and its record stays sealed', async () => {
    expect((await answer({ ...RECORD, 'self-contact': true })).status).toBe(200);
    const led = await consents(LEAD);
    expect(led.body.items.map(({ id, status }) => `${id} ${status}`)).toEqual([
      'return not-asked',
      'consulate not-asked',
      'origin not-asked',
      'contact given',
      'municipality not-asked',
      'support not-asked',
    ]);
    const given = led.body.items.find(({ id }) => id === 'contact')!;
    expect(given).toMatchObject({ textVersion: 'voluntary-return@1' });
    const own = await consents(REC);
    expect(own.body.items.map(({ id }) => id)).toEqual(['contact', 'municipality', 'support']);
    const history = await api.call('GET', `/v1/runs/${run}/history`, { as: LEAD });
    expect(history.status).toBe(200);
    expect(JSON.stringify([led.body, own.body, history.body])).not.toMatch(
      /Inventado|thumb|companion/,
    );

    const access = { institution: 'invented-rec', role: 'officer', account: 'test' };
    const asking = { access, language: 'es' } as unknown as Parameters<typeof openRun>[1];
    const opened = await openRun(
      { door: api.door } as Parameters<typeof openRun>[0],
      asking,
      run,
      'run.read',
    );
    const [completion] = await ownCompletions(opened, STEP);
    expect(await openOwnAnswers(opened, completion!)).toMatchObject({
      'consent-how': 'thumb',
      'consent-text': `voluntary-return@1; contact sha256:${given.digest}`,
    });
  });

  it('is nobody’s business who has nothing to do with it', async () => {
    expect((await consents('invented-con/officer')).status).toBe(404);
    expect((await consents('invented-foreign-library/officer')).status).toBe(404);
  });

  it('is taken back by whoever hears of it, with no question that must be answered', async () => {
    const reported = await api.call('POST', `/v1/runs/${run}/events/withdrawn-contact`, {
      as: REC,
      key: freshKey(),
      body: { answers: { 'withdrawal-channel': 'relative' } },
    });
    expect(reported.status).toBeLessThan(300);
    const again = await api.call('POST', `/v1/runs/${run}/events/consent-revoked`, {
      as: REC,
      key: freshKey(),
      body: {},
    });
    expect(again.status).toBeLessThan(300);
    const { items } = (await consents(LEAD)).body;
    expect(items.find(({ id }) => id === 'contact')).toMatchObject({ status: 'revoked' });
  });
});

describe('a consent taken back when the run has ended', () => {
  const SHELTER = 'invented-shelter/officer';
  const BODY = 'invented-body/officer';
  const reported = (ended: string, event: string) =>
    api.call<{ code?: string }>('POST', `/v1/runs/${ended}/events/${event}`, {
      as: SHELTER,
      key: freshKey(),
      body: {},
    });

  it('is all that may still be reported, and calls the data back', async () => {
    const started = await api.call<{ run: { run: string } }>('POST', '/v1/runs', {
      as: 'invented-office/case-lead',
      key: freshKey(),
      body: { protocol: closing.id, bindings: bindingsOf(closing) },
    });
    const ended = started.body.run.run;
    const at = (step: string) => `/v1/runs/${ended}/steps/${step}/complete`;
    const sent = { opening: 1, outcome: 'sent', answers: { language: 'Idioma Inventado' } };
    const closed = await api.call('POST', at('send'), { as: SHELTER, key: freshKey(), body: sent });
    expect(closed.status).toBe(200);
    const { body } = await api.call<{ events: { id: string }[]; endedAt?: string }>(
      'GET',
      `/v1/runs/${ended}`,
      { as: SHELTER },
    );
    expect(body.endedAt).toBeDefined();
    expect(body.events.map(({ id }) => id)).toEqual(['taken-back']);
    const news = await reported(ended, 'news');
    expect([news.status, news.body.code]).toEqual([409, 'run-ended']);
    expect((await reported(ended, 'taken-back')).status).toBe(200);
    const given = { opening: 1, outcome: 'destroyed' };
    const back = await api.call('POST', at('recall-body'), {
      as: BODY,
      key: freshKey(),
      body: given,
    });
    expect(back.status).toBe(200);
  });
});
