import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StandingView } from '../../api/schemas/definitions.js';
import { createToken } from '../../db/queries/access-tokens.js';
import { addDefinitionAct } from '../../db/queries/definition-acts.js';
import type { Definition } from '../../protocols/language/definition.js';
import { bookLoan } from '../fixtures/book-loan.js';
import { townHall, townHallYaml } from '../fixtures/town-hall.js';
import { type Answer, freshKey, startTestApi, type TestApi } from '../support/api.js';
import { bindingsOf } from '../support/door.js';

const AUTHOR = 'invented-home-library/admin';
const SECOND = 'invented-courier/admin';

interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: readonly { pointer: string; code: string; message: string }[];
}

/** As if it had come with the product. */
const SHIPPED: Definition = { ...townHall, id: 'shipped-request' };

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ definitions: [bookLoan, SHIPPED] });
});
afterAll(() => api.close());

/** A protocol of its own for each test. */
function named(id: string, more: Partial<Definition> = {}): Definition {
  return { ...townHall, id, ...more };
}

async function upload(definition: Definition, as = AUTHOR): Promise<Answer<StandingView>> {
  return api.call<StandingView>('POST', '/v1/definitions', { as, body: definition });
}

async function act<T = StandingView>(
  definition: string,
  what: string,
  body: object,
  as = AUTHOR,
): Promise<Answer<T>> {
  return api.call<T>('POST', `/v1/definitions/${definition}/${what}`, { as, body });
}

/** Uploaded, submitted, approved by the second, published; the answer to the publication. */
async function publish(definition: Definition): Promise<Answer<StandingView>> {
  const { body } = await upload(definition);
  const digest = body.draft!.digest;
  expect((await act(definition.id, 'submission', { digest })).status).toBe(200);
  expect((await act(definition.id, 'approval', { digest }, SECOND)).status).toBe(200);
  return act(definition.id, 'publication', { digest });
}

describe('a draft', () => {
  it('is taken as YAML as well as JSON, with the same digest', async () => {
    const headers = {
      'content-type': 'application/yaml',
      authorization: `Bearer ${await api.tokenOf(AUTHOR)}`,
    };
    const yaml = await api.app.inject({
      method: 'POST',
      url: '/v1/definitions',
      headers,
      payload: townHallYaml,
    });
    expect(yaml.statusCode).toBe(201);
    expect(yaml.headers.location).toBe('/v1/definitions/copy-request');
    const json = await upload(townHall);
    expect(json.status).toBe(200);
    expect(json.body.draft!.digest).toBe((yaml.json() as StandingView).draft!.digest);
    const draft = await api.call('GET', '/v1/definitions/copy-request/draft', { as: SECOND });
    expect(draft.headers.etag).toBe(`"${json.body.draft!.digest}"`);
    expect(draft.body).toEqual({ ...townHall, version: 1 });
  });

  it('with faults is kept, and each fault named in the language asked for', async () => {
    const [first, ...rest] = townHall.steps;
    const faulty = named('faulty-request', {
      steps: [{ ...first!, requires: ['neverHeardOf'] }, ...rest],
    });
    const spanish = await upload(faulty);
    expect(spanish.status).toBe(201);
    const [finding] = spanish.body.draft!.findings;
    expect(finding).toMatchObject({ severity: 'error', where: 'steps/check/requires' });
    expect(finding!.found).toContain('no existe');
    const digest = spanish.body.draft!.digest;
    const refused = await api.call<Problem>('POST', '/v1/definitions/faulty-request/submission', {
      as: AUTHOR,
      body: { digest },
      language: 'en',
    });
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('definition-faulty');
    expect(refused.body.errors).toMatchObject([{ pointer: '/steps/check/requires' }]);
    expect(refused.body.errors![0]!.message).toContain('there is no fact');
  });

  it('of another shape is refused, with every place', async () => {
    const [first, ...rest] = townHall.steps;
    const steps = [{ ...first, surprise: 1, kind: 'magic' }, ...rest];
    const { status, body } = await api.call<Problem>('POST', '/v1/definitions', {
      as: AUTHOR,
      body: { ...townHall, id: 'odd-request', steps, extra: true },
      language: 'es',
    });
    expect([status, body.code]).toEqual([422, 'body-invalid']);
    expect(body.errors!.map(({ pointer }) => pointer).sort()).toEqual([
      '/extra',
      '/steps/0/kind',
      '/steps/0/surprise',
    ]);
    expect((await api.call('GET', '/v1/definitions/odd-request', { as: AUTHOR })).status).toBe(404);
  });

  it.each([
    ['aliases', 'a: &x {b: 1}\nc: *x\n', 400, 'yaml-malformed'],
    ['a name twice', 'a: 1\na: 2\n', 400, 'yaml-malformed'],
    ['two documents', 'a: 1\n---\nb: 2\n', 400, 'yaml-malformed'],
    ['an unknown tag', 'a: !!js/function x\n', 400, 'yaml-malformed'],
    ['a prototype', '__proto__: {a: 1}\n', 400, 'yaml-malformed'],
    ['names that are no text', '1: a\n', 422, 'body-invalid'],
    ['plain text', 'hello', 400, 'yaml-malformed'],
    ['nothing', '', 400, 'yaml-malformed'],
    ['too many levels', `a: ${'['.repeat(60)}${']'.repeat(60)}`, 400, 'json-too-deep'],
    ['levels without end', `a: ${'['.repeat(200_000)}`, 400, 'json-too-deep'],
    ['bytes that are no UTF-8', Buffer.from([0x61, 0x3a, 0x20, 0xff]), 400, 'yaml-malformed'],
    ['too much', `# ${'x'.repeat(1_100_000)}`, 413, 'body-too-large'],
    ['something else', 'a: 1\n', 422, 'body-invalid'],
  ] as const)('in YAML with %s is refused', async (_, payload, status, code) => {
    const headers = {
      'content-type': 'application/yaml',
      authorization: `Bearer ${await api.tokenOf(AUTHOR)}`,
    };
    const answer = await api.app.inject({
      method: 'POST',
      url: '/v1/definitions',
      headers,
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect((answer.json() as Problem).code).toBe(code);
  });

  it('is YAML only where a definition is asked for', async () => {
    const headers = {
      'content-type': 'application/yaml',
      'idempotency-key': freshKey(),
      authorization: `Bearer ${await api.tokenOf('invented-home-library/case-lead')}`,
    };
    const answer = await api.app.inject({
      method: 'POST',
      url: '/v1/runs',
      headers,
      payload: 'a: 1',
    });
    expect(answer.statusCode).toBe(415);
  });

  it('takes no reserved name and none of a protocol with a type of its own', async () => {
    for (const id of ['system', 'voluntary-return']) {
      const { status, body } = await api.call<Problem>('POST', '/v1/definitions', {
        as: AUTHOR,
        body: named(id),
      });
      expect([id, status, body.code]).toEqual([id, 409, 'definition-name-taken']);
    }
  });

  it('is replaced only by whoever read it, and both are then its authors', async () => {
    const first = await upload(named('shared-request'));
    const digest = first.body.draft!.digest;
    const again = await api.call<Problem>('POST', '/v1/definitions', {
      as: SECOND,
      body: named('shared-request', { title: { es: 'Otra', en: 'Another' } }),
    });
    expect([again.status, again.body.code]).toEqual([409, 'definition-draft-exists']);
    const replace = (tag: string, title: string) =>
      api.call<StandingView & Problem>('PUT', '/v1/definitions/shared-request/draft', {
        as: SECOND,
        headers: { 'if-match': `"${tag}"` },
        body: named('shared-request', { title: { es: title, en: `${title} (en)` } }),
      });
    const stale = await replace('0'.repeat(64), 'Tercera');
    expect([stale.status, stale.body.code]).toEqual([409, 'definition-changed']);
    const replaced = await replace(digest, 'Segunda');
    expect(replaced.status).toBe(200);
    expect(replaced.body.draft!.authors).toHaveLength(2);
    const wrong = await api.call<Problem>('PUT', '/v1/definitions/shared-request/draft', {
      as: SECOND,
      headers: { 'if-match': `"${replaced.body.draft!.digest}"` },
      body: named('other-request'),
    });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'definition-other']);
  });

  it('that is discarded stays on record and makes room for another', async () => {
    const { body } = await upload(named('dropped-request'));
    const headers = { 'if-match': `"${body.draft!.digest}"` };
    const dropped = await api.call<StandingView>(
      'DELETE',
      '/v1/definitions/dropped-request/draft',
      { as: SECOND, headers },
    );
    expect(dropped.body.draft).toBeUndefined();
    expect(dropped.body.acts.map(({ kind }) => kind)).toEqual(['drafted', 'discarded']);
    expect((await upload(named('dropped-request'), SECOND)).status).toBe(201);
  });
});

describe('two people', () => {
  it('are needed: no author approves, however many authors there are', async () => {
    const id = 'four-eyes-request';
    const first = await upload(named(id));
    const replaced = await api.call<StandingView>('PUT', `/v1/definitions/${id}/draft`, {
      as: SECOND,
      headers: { 'if-match': `"${first.body.draft!.digest}"` },
      body: named(id, { title: { es: 'Cambiada', en: 'Changed' } }),
    });
    const { digest } = replaced.body.draft!;
    const early = await act<Problem>(id, 'publication', { digest });
    expect([early.status, early.body.code]).toEqual([409, 'definition-not-approved']);
    await act(id, 'submission', { digest });
    for (const author of [AUTHOR, SECOND]) {
      const { status, body } = await act<Problem>(id, 'approval', { digest }, author);
      expect([status, body.code]).toEqual([403, 'definition-own-work']);
    }
    const refused = await act<Problem>(id, 'publication', { digest }, SECOND);
    expect(refused.body.code).toBe('definition-not-approved');
    const approved = await act(id, 'approval', { digest }, 'invented-far-library/admin');
    expect(approved.body.draft).toMatchObject({ state: 'approved' });
    expect((await act(id, 'publication', { digest })).body.current).toEqual({ version: 1, digest });
  });

  it('approve a digest: a changed draft needs a new approval', async () => {
    const id = 'void-request';
    const first = await upload(named(id));
    const { digest } = first.body.draft!;
    const unsubmitted = await act<Problem>(id, 'approval', { digest }, SECOND);
    expect([unsubmitted.status, unsubmitted.body.code]).toEqual([409, 'definition-not-submitted']);
    await act(id, 'submission', { digest });
    expect((await act(id, 'approval', { digest }, SECOND)).status).toBe(200);
    const changed = await api.call<StandingView>('PUT', `/v1/definitions/${id}/draft`, {
      as: AUTHOR,
      headers: { 'if-match': `"${digest}"` },
      body: named(id, { title: { es: 'Retocada', en: 'Retouched' } }),
    });
    expect(changed.body.draft).toMatchObject({ state: 'draft' });
    expect(changed.body.draft!.approvedBy).toBeUndefined();
    for (const tried of [digest, changed.body.draft!.digest]) {
      const { status, body } = await act<Problem>(id, 'publication', { digest: tried });
      expect(status).toBe(409);
      expect(['definition-changed', 'definition-not-approved']).toContain(body.code);
    }
  });

  it('also take an approval back, with reasons', async () => {
    const id = 'returned-request';
    const { digest } = (await upload(named(id))).body.draft!;
    await act(id, 'submission', { digest });
    await act(id, 'approval', { digest, reasons: 'Leído completo.' }, SECOND);
    const back = await act(id, 'return', { digest, reasons: 'Falta citar la fuente.' }, SECOND);
    expect(back.body.draft).toMatchObject({ state: 'draft' });
    expect((await act<Problem>(id, 'publication', { digest })).body.code).toBe(
      'definition-not-approved',
    );
    expect(back.body.acts.at(-1)).toMatchObject({
      kind: 'sent-back',
      reasons: 'Falta citar la fuente.',
    });
    await act(id, 'submission', { digest });
    expect((await act(id, 'approval', { digest }, SECOND)).status).toBe(200);
  });

  it('are two accounts, even of one institution in one role', async () => {
    const { token } = await createToken(api.database.db, {
      institution: 'invented-home-library',
      role: 'admin',
      label: 'segunda persona inventada',
    });
    const id = 'same-house-request';
    const { digest } = (await upload(named(id))).body.draft!;
    await act(id, 'submission', { digest });
    const headers = { authorization: `Bearer ${token}` };
    const approved = await api.call('POST', `/v1/definitions/${id}/approval`, {
      headers,
      body: { digest },
    });
    expect(approved.status).toBe(200);
  });
});

describe('publication', () => {
  it('may be asked for twice, and happens once', async () => {
    const id = 'once-request';
    const { digest } = (await upload(named(id))).body.draft!;
    await act(id, 'submission', { digest });
    await act(id, 'approval', { digest }, SECOND);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => act(id, 'publication', { digest })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    const last = await api.call<StandingView>('GET', `/v1/definitions/${id}`, { as: AUTHOR });
    expect(last.body.acts.filter(({ kind }) => kind === 'published')).toHaveLength(1);
    expect(last.body.draft).toBeUndefined();
  });

  it('decided a moment too late adds nothing and is no fault', async () => {
    const id = 'late-request';
    const published = (await publish(named(id))).body;
    const { version, digest } = published.current!;
    const act = { protocol: id, n: published.acts.length, version, digest } as const;
    const late = { ...act, kind: 'published', institution: 'system', account: 'system' } as const;
    expect(await addDefinitionAct(api.database.db, late)).toBe(false);
  });

  it('is judged after what was decided before it, never by halves of two states', async () => {
    const id = 'turn-request';
    const { version, digest, acts } = {
      ...(await publish(named(id))).body.current!,
      acts: (await publish(named(id, { title: { es: 'Dos', en: 'Two' } }))).body.acts,
    };
    const act = { protocol: id, n: acts.length + 1, version, digest } as const;
    const system = { institution: 'system', account: 'system' } as const;
    const { sql } = api.database.db;
    const waiting = async () =>
      (
        await sql`select from pg_stat_activity where wait_event = 'advisory'
        and query like 'insert into "definition_acts"%'`
      ).length > 0;
    let second: Promise<boolean> | undefined;
    await sql.begin(async (tx) => {
      await tx`insert into definition_acts (protocol, n, kind, version, digest, institution, account)
        values (${id}, ${act.n}, 'retired', ${version}, ${digest}, 'system', 'system')`;
      // Nothing was drafted since, so this one would be refused for that if it were looked at now.
      second = addDefinitionAct(api.database.db, { ...act, kind: 'published', ...system });
      await expect.poll(waiting, { timeout: 10_000 }).toBe(true);
    });
    expect(await second).toBe(false);
  });

  it('gives the next number and leaves earlier versions as they were', async () => {
    const one = named('numbered-request', { version: 77 });
    expect((await publish(one)).body.current!.version).toBe(1);
    const same = await upload(one);
    const refused = await act<Problem>('numbered-request', 'submission', {
      digest: same.body.draft!.digest,
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'definition-unchanged']);
    await api.call('DELETE', '/v1/definitions/numbered-request/draft', {
      as: AUTHOR,
      headers: { 'if-match': `"${same.body.draft!.digest}"` },
    });
    const two = named('numbered-request', { title: { es: 'Segunda', en: 'Second' } });
    expect((await publish(two)).body.current!.version).toBe(2);
    const first = await api.call('GET', '/v1/protocols/numbered-request/versions/1', {
      as: AUTHOR,
    });
    expect(first.body).toEqual({ ...one, version: 1 });
    const differences = await api.call<{ from: number; to: number; items: object[] }>(
      'GET',
      '/v1/definitions/numbered-request/differences?from=1&to=2',
      { as: 'invented-audit-office/monitor' },
    );
    expect(differences.body).toEqual({
      from: 1,
      to: 2,
      items: [
        {
          subject: 'text',
          where: 'title',
          text: `title: el texto es «Segunda», antes «${townHall.title.es}».`,
          weakens: false,
        },
      ],
    });
  });

  it('of a shipped protocol only adds safeguards, under numbers of its own', async () => {
    const { id } = SHIPPED;
    const run = await start(id);
    const steps = SHIPPED.steps.map((step) =>
      step.id === 'deliver' ? { ...step, requires: ['noAppealPending'] } : step,
    );
    const weaker = await upload({ ...SHIPPED, steps });
    const { digest, version } = weaker.body.draft!;
    expect(version).toBe(1001);
    const refused = await act<Problem>(id, 'submission', { digest });
    expect([refused.status, refused.body.code]).toEqual([422, 'definition-weakens']);
    expect(refused.body.errors).toMatchObject([
      { pointer: '/steps/deliver/requires', code: 'weakens' },
    ]);
    expect(refused.body.errors![0]!.message).toContain('ya no exige «requestComplete»');
    const stronger = await api.call<StandingView>('PUT', `/v1/definitions/${id}/draft`, {
      as: AUTHOR,
      headers: { 'if-match': `"${digest}"` },
      body: { ...SHIPPED, title: { es: 'Texto revisado', en: 'Text revised' } },
    });
    const better = { digest: stronger.body.draft!.digest };
    await act(id, 'submission', better);
    await act(id, 'approval', better, SECOND);
    expect((await act(id, 'publication', better)).body.current!.version).toBe(1001);
    const versionOf = async (of: string) => {
      const rows = await api.database.db.sql<
        { version: number }[]
      >`select version from runs where id = ${of}`;
      return rows[0]!.version;
    };
    expect(await versionOf(run.body.run.run)).toBe(SHIPPED.version);
    expect(await versionOf((await start(id)).body.run.run)).toBe(1001);
  });
});

/** Starts a run for the town hall. */
function start(protocol: string) {
  return api.call<{ run: { run: string } } & Problem>('POST', '/v1/runs', {
    as: 'invented-town-hall/case-lead',
    key: freshKey(),
    body: { protocol, bindings: bindingsOf(townHall) },
  });
}

describe('a retired protocol', () => {
  it('starts no new runs, and its open runs go on', async () => {
    const id = 'retired-request';
    await publish(named(id));
    const begun = await start(id);
    expect(begun.status).toBe(201);
    const wrong = await act<Problem>(id, 'retirement', { version: 2, reasons: 'Ya no se usa.' });
    expect([wrong.status, wrong.body.code]).toEqual([409, 'definition-not-current']);
    const retired = await act(id, 'retirement', { version: 1, reasons: 'Ya no se usa.' });
    expect([retired.status, retired.body.current]).toEqual([200, undefined]);
    const late = await start(id);
    expect([late.status, late.body.code]).toEqual([409, 'definition-retired']);
    const answered = await api.call('POST', `/v1/runs/${begun.body.run.run}/steps/check/complete`, {
      as: 'invented-town-hall/officer',
      key: freshKey(),
      body: { opening: 1, outcome: 'complete', answers: { urgent: true } },
    });
    expect(answered.status).toBe(200);
    expect(
      (await publish(named(id, { title: { es: 'De nuevo', en: 'Again' } }))).body.current!.version,
    ).toBe(2);
    expect((await start(id)).status).toBe(201);
  });

  it('is not retired, and keeps its entries, while another leads people to it', async () => {
    const entry = {
      id: 'entry',
      title: { es: 'Entrada', en: 'Entry' },
      type: 'code',
      atStart: true,
      initially: 'check',
      options: [{ id: 'check', title: { es: 'Revisión', en: 'Check' } }],
    } as const;
    const attributes = [...townHall.attributes, entry];
    await publish(named('target-request', { attributes }));
    const continues = { protocol: 'target-request', entry: 'check' };
    const steps = townHall.steps.map((step) => ({
      ...step,
      outcomes: step.outcomes.map((outcome) =>
        step.id === 'decide-anyway' && outcome.id === 'close'
          ? { id: outcome.id, title: outcome.title, continues }
          : outcome,
      ),
    }));
    await publish(named('leading-request', { steps }));
    const retirement = { version: 1, reasons: 'Ya no se usa.' };
    const refused = await act<Problem>('target-request', 'retirement', retirement);
    expect([refused.status, refused.body.code]).toEqual([409, 'definition-needed']);
    expect(refused.body.detail).toContain('leading-request');
    const without = await upload(named('target-request', { title: { es: 'Sin', en: 'Without' } }));
    const { digest } = without.body.draft!;
    const faulty = await act<Problem>('target-request', 'submission', { digest });
    expect(faulty.body.errors).toMatchObject([
      { code: 'ENTRY-NEEDED', pointer: '/attributes/entry' },
    ]);
  });
});
