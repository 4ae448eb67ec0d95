import { findHolder, moveHolding, type Place } from '../../../db/queries/holders.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { PAGE } from './asked.js';
import { CHOICE } from './choosing.js';
import { inboxPage } from './inbox-page.js';
import { WORDS } from './words.js';

/** Takes or releases the chosen tasks, each on its own: one that cannot be changed stops no other. */
export async function changeMany(visit: Visit): Promise<Answer> {
  const { form, language } = visit;
  const chosen = [...new Set(form.getAll('tarea'))].slice(0, PAGE).flatMap(placeOf);
  const back = backOf(form.get('volver'));
  if (chosen.length === 0) {
    const asked = new URLSearchParams(back.slice(back.indexOf('?') + 1));
    const fault = { text: WORDS[language].noneChosen, field: CHOICE };
    return inboxPage({ ...visit, query: asked, url: back }, [fault]);
  }
  const isTaking = form.get('accion') !== 'soltar';
  let changed = 0;
  for (const place of chosen) {
    if (await (isTaking ? take(visit, place) : release(visit, place))) changed += 1;
  }
  const name = isTaking ? 'tomadas' : 'soltadas';
  return { to: `${back}&${name}=${changed}&no=${chosen.length - changed}` };
}

/** Takes a task nobody holds; true as well when one holds it already. */
async function take({ context, session, access }: Visit, place: Place): Promise<boolean> {
  const of = { ...place, institution: access.institution };
  const me = session.user.id;
  const taken = await moveHolding(context.door.db, {
    ...of,
    kind: 'taken',
    from: null,
    to: me,
    by: me,
  });
  return taken || (await findHolder(context.door.db, of)).holder?.id === me;
}

async function release({ context, session, access }: Visit, place: Place): Promise<boolean> {
  const me = session.user.id;
  return moveHolding(context.door.db, {
    ...place,
    institution: access.institution,
    kind: 'released',
    from: me,
    to: null,
    by: me,
  });
}

function placeOf(chosen: string): Place[] {
  const [, run, step, opening, role] =
    /^([0-9a-v]{26})\/([A-Za-z0-9._-]{1,80})\/([1-9]\d{0,5})\/([A-Za-z0-9._-]{1,80})$/.exec(
      chosen,
    ) ?? [];
  if (!run || !step || !opening || !role) return [];
  return [{ run, step, opening: Number(opening), role }];
}

/** Only back to a list. */
function backOf(given: string | null): string {
  return given?.startsWith('/tareas?') && /^[\x21-\x7e]*$/.test(given)
    ? given
    : '/tareas?ver=institucion';
}
