import { enterState } from '../../api/institutions/enter-state.js';
import { isState } from '../../api/institutions/is-state.js';
import type { Fault } from '../components/error-summary.js';
import type { Pages, WebContext } from '../context.js';
import { requireFresh } from '../frame/fresh.js';
import { act, show } from '../frame/routes.js';
import type { Answer, Visit } from '../frame/visit.js';
import { listAbroad, PAGE, statesPage } from './states-page.js';
import { DIRECTORY } from './words.js';

/** The page of what administrators enter about institutions. */
export function registerDirectory(pages: Pages, context: WebContext): void {
  show(pages, context, PAGE, 'institution.state', (visit) => statesPage(visit));
  act(
    pages,
    context,
    PAGE,
    'institution.state',
    requireFresh(enter, () => PAGE),
  );
}

/** `POST /directorio`: enters of which State a consulate or ministry is, or takes back what was entered. */
async function enter(visit: Visit): Promise<Answer> {
  const { context, access, form, language } = visit;
  const words = DIRECTORY[language];
  const abroad = await listAbroad(visit);
  const institution = abroad.find(({ id }) => id === form.get('institucion'))?.id;
  const ofState = (form.get('estado') ?? '').trim().toUpperCase();
  const isUnknown = form.get('no-consta') === 'si';
  const faults: Fault[] = [];
  if (!institution) faults.push({ text: words.chooseInstitution, field: 'institucion' });
  if (isUnknown && ofState !== '') faults.push({ text: words.eitherOr, field: 'estado' });
  else if (!isUnknown && !isState(ofState))
    faults.push({ text: words.writeState, field: 'estado' });
  if (!institution || faults.length > 0) return statesPage(visit, faults);
  await enterState(context, access, { institution, ofState: isUnknown ? null : ofState });
  return { to: `${PAGE}?hecho=${isUnknown ? 'quitado' : 'registrado'}` };
}
