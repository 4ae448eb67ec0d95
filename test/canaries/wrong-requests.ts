import { randomUUID } from 'node:crypto';
import type { Caller, Told } from './caller.js';
import { NUMBER, type Seeds } from './seeds.js';

/** Sends requests that go wrong, with a canary in each part of a request; what they were answered. */
export async function goWrong(
  { api, form }: Caller,
  of: { readonly run: string; readonly step: string; readonly opening: number },
  answers: Record<string, unknown>,
  seeds: Seeds,
): Promise<Told[]> {
  const { run, step, opening } = of;
  const text = seeds.text();
  const inUrl = encodeURIComponent(text);
  const complete = (body: unknown, headers = {}) =>
    api(
      'POST',
      `/v1/runs/${run}/steps/${step}/complete`,
      typeof body === 'string' ? body : JSON.stringify(body),
      { 'idempotency-key': randomUUID(), ...headers },
    );
  const told = [
    await api('GET', `/v1/runs/${inUrl}`),
    await api('GET', `/v1/runs?country=${inUrl}`),
    await api('GET', `/v1/inbox?${inUrl}=1`),
    await api('GET', `/${inUrl}/%zz`),
    await api('POST', `/v1/runs/${run}/events/${inUrl}`, JSON.stringify({ answers })),
    await complete(`{"opening": ${opening}, "answers": {"a": "${text}"`),
    await complete({ opening, [text]: text, outcome: text }),
    await complete({ opening, outcome: 'done', answers: { [text]: text } }),
    await complete({ opening, outcome: 'x', answers: { ...answers, x: text.repeat(400) } }),
    await complete(text, { 'content-type': `text/${NUMBER}` }),
    await api('GET', '/v1/me', undefined, {
      authorization: `Bearer ${NUMBER}1`,
      'x-request-id': NUMBER,
      referer: `http://x/${inUrl}`,
      'accept-language': NUMBER,
    }),
  ];
  await form('/entrar', { correo: `${NUMBER}@x.example`, clave: text });
  // An answer may repeat to somebody what they sent themselves just now, and nothing more.
  return told
    .filter(({ status }) => status >= 400)
    .map(({ to, status, text: said }) => ({
      to: to.replaceAll(inUrl, '…'),
      status,
      text: said.replaceAll(text, '').replaceAll(inUrl, ''),
    }));
}
