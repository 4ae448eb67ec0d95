import { decoded, formTo } from '../support/page-form.js';
import { startTestWeb, type TestWeb } from '../support/web.js';

export const HOME = 'invented-home-library/officer';

/** Fields of the first form of a page that is sent to an address: hidden ones but the session's, and what is filled in. */
export function fieldsOf(html: string, action: string): Record<string, string> {
  const { llave: _, ...fields } = formTo(html, action).fields;
  return fields;
}

/** What a page says, without its marks. */
export function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  return decoded(body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
}

/** Fills in the form of a step and goes to its check page. */
export async function fill(
  web: TestWeb,
  run: string,
  step: string,
  as: string,
  answers: Record<string, string>,
) {
  const address = `/tareas/${run}/${step}`;
  const page = await web.open(address, as);
  const fields = { ...fieldsOf(page.html, address), accion: 'revisar', ...answers };
  return web.send(address, as, fields);
}

/** Fills in a step, checks it and sends it; the answer to the last form, which leads to the receipt. */
export async function answerByPages(
  web: TestWeb,
  run: string,
  step: string,
  as: string,
  answers: Record<string, string>,
) {
  const { location } = await fill(web, run, step, as, answers);
  const review = await web.open(location, as);
  const fields = fieldsOf(review.html, `/tareas/${run}/${step}/revisar`);
  return web.send(`/tareas/${run}/${step}/revisar`, as, fields);
}

export { decoded, startTestWeb };
