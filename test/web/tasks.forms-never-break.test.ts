import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../../web/frame/cookies.js';
import { FORM_KEY, formKeyOf } from '../../web/frame/form-key.js';
import { startTestWeb, type TestWeb } from '../support/web.js';
import { HOME } from './task-play.js';

/** How many form posts are sent; each is another one. `RETORNO_POSTS=10000` is the whole. */
const POSTS = Number(process.env.RETORNO_POSTS ?? 4_000);
const AT_ONCE = 8;
const COURIER = 'invented-courier/officer';

const NASTY = [
  '',
  ' ',
  '\0',
  '\u0000x',
  '\ud800',
  '<script>alert(1)</script>',
  "'; DROP TABLE drafts; --",
  '\u202Eabc',
  '{{7*7}}',
  '../../etc/passwd',
  '1e309',
  '-1',
  '99999999999999999999',
  '0x10',
  'NaN',
  '__proto__',
  'constructor',
  'null',
  '[]',
  '{}',
  '{"outcome":"accepted","answers":{"reason":{"a":1}}}',
  '{"outcome":"accepted","answers":{"__proto__":{"x":1},"reason":"x"}}',
  '{"outcome":"accepted","answers":{"reason":"\\u0000"}}',
  '{"outcome":"accepted","answers":[],"files":["x"]}',
  '{"outcome":"refused","answers":{"route":"river","copies":1e300}}',
  'accepted',
  'refused',
  'river',
  'x'.repeat(25_000),
  '🙂'.repeat(3000),
  '31',
  '2',
  '2027',
  '8:05',
  'si',
  'datos:x',
  'guardar',
  'salir',
  'deshacer',
  'web-AAAAAAAAAAAAAAAAAAAAAAAA',
];

let web: TestWeb;
let forms: { url: string; as: string; fields: Record<string, string> }[];
beforeAll(async () => {
  web = await startTestWeb();
  const run = await web.startLoan();
  const later = await web.startLoan();
  await web.answer(later, 'home-library', 'request', 'accepted');
  const place = { vez: '1', funcion: 'home-library', clave: 'web-BBBBBBBBBBBBBBBBBBBBBBBB' };
  const moment = {
    'departure-day': '1',
    'departure-month': '6',
    'departure-year': '2027',
    'departure-time': '8:05',
  };
  const own = (url: string, fields: object) => ({ url, as: HOME, fields: { ...place, ...fields } });
  const form = { reason: 'Motivo', route: 'river', resultado: 'keepsakes', borrador: '0' };
  const respuestas = '{"outcome":"nothing","answers":{"reason":"Motivo"},"files":[]}';
  forms = [
    own('/tareas', { accion: 'tomar', tarea: `${run}/request/1/home-library`, volver: '/tareas?' }),
    own(`/tareas/${run}/request`, { ...form, accion: 'guardar' }),
    own(`/tareas/${run}/request`, { ...form, accion: 'revisar' }),
    own(`/tareas/${run}/request/borrador`, form),
    own(`/tareas/${run}/request/revisar`, { respuestas }),
    own(`/tareas/${run}/request/manos`, { accion: 'tomar' }),
    own(`/tareas/${run}/request/pasar`, { persona: 'nobody' }),
    own(`/tareas/${run}/request/pedir/plazo`, { motivo: 'Motivo' }),
    own(`/tareas/${run}/pedidos/none`, { respuesta: 'Respuesta' }),
    own(`/tareas/${run}/sucesos/claim-filed`, { accion: 'cambiar', respuestas }),
    own(`/tareas/${later}/sucesos/start-over/registrar`, { respuestas }),
    own(`/compartidos/${run}/request.1.none`, {}),
    {
      url: `/tareas/${later}/itinerary`,
      as: COURIER,
      fields: { vez: '1', funcion: 'courier', ...moment, resultado: 'proposed', accion: 'revisar' },
    },
  ];
  for (const as of [HOME, COURIER]) await web.sessionOf(as);
});
afterAll(() => web.close());

/** The same numbers on every run: what was found once is found again. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function mutate(fields: Record<string, string>, llave: string, random: (below: number) => number) {
  const pairs = [[FORM_KEY, llave], ...Object.entries(fields)] as [string, string][];
  for (let changes = 1 + random(4); changes > 0; changes -= 1) {
    const at = 1 + random(pairs.length - 1);
    const pair = pairs[at];
    const nasty = NASTY[random(NASTY.length)]!;
    if (!pair) continue;
    const kind = random(5);
    if (kind === 0) pairs.splice(at, 1);
    else if (kind === 1) pairs.push([pair[0], nasty]);
    else if (kind === 2) pairs[at] = [nasty, pair[1]];
    else pairs[at] = [pair[0], nasty];
  }
  const body = new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString();
  // Now and then what no browser sends: broken escapes and bytes that are no text.
  return random(20) === 0 ? `${body}&reason=%E0%A4%A&%ZZ=%00&=&&` : body;
}

describe('forms of tasks', () => {
  it(`answer ${POSTS} mutated posts in words, none with an error of the service`, async () => {
    const random = randomFrom(20_261_127);
    const counts = new Map<number, number>();
    const broken: string[] = [];
    let sent = 0;
    const send = async () => {
      while (sent < POSTS) {
        sent += 1;
        const form = forms[random(forms.length)]!;
        const secret = await web.sessionOf(form.as);
        const payload = mutate(form.fields, formKeyOf(secret), random);
        const answer = await web.app.inject({
          method: 'POST',
          url: form.url,
          headers: {
            accept: 'text/html',
            cookie: `${SESSION_COOKIE}=${secret}`,
            'content-type': 'application/x-www-form-urlencoded',
          },
          payload,
        });
        counts.set(answer.statusCode, (counts.get(answer.statusCode) ?? 0) + 1);
        if (answer.statusCode >= 500) broken.push(`${form.url} ${payload.slice(0, 400)}`);
        else if (/<script>alert/.test(answer.body)) broken.push(`script shown by ${form.url}`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, send));
    const told = [...counts].toSorted(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`);
    console.log(`${sent} mutated form posts: ${told.join(', ')}`);
    expect(broken).toEqual([]);
    expect(counts.get(422)).toBeGreaterThan(100);
    expect(counts.get(303)).toBeGreaterThan(100);
  }, 600_000); // A minute on an idle machine.
});
