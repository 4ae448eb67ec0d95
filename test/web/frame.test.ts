import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestWeb, type TestWeb } from '../support/web.js';

let web: TestWeb;
beforeAll(async () => {
  web = await startTestWeb();
});
afterAll(() => web.close());

describe('the frame of the pages', () => {
  it('leads whoever is not signed in to the sign-in', async () => {
    expect(await web.open('/')).toMatchObject({ status: 303, location: '/entrar' });
  });

  it('leads whoever is signed in to their work', async () => {
    const answer = await web.open('/', 'invented-far-library/officer');
    expect(answer).toMatchObject({ status: 303, location: '/tareas' });
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', ''])(
    'keeps the language and leads nowhere else: %s',
    async (to) => {
      const answer = await web.open(`/idioma/en?a=${encodeURIComponent(to)}`);
      expect(answer).toMatchObject({ status: 303, location: '/' });
      expect(String(answer.headers['set-cookie'])).toContain('retorno-idioma=en');
    },
  );

  it('serves the style sheet compressed and for ever', async () => {
    const { body } = await web.app.inject({ method: 'GET', url: '/recursos/none.css' });
    expect(body).toBe('');
  });
});
