import { LONGEST_REASON, reviewHold } from '../../api/series/holds.js';
import type { Fault } from '../components/error-summary.js';
import type { Pages, WebContext } from '../context.js';
import { getKey } from '../forms/one-time-key.js';
import { requireFresh } from '../frame/fresh.js';
import { act, show } from '../frame/routes.js';
import type { Answer, Visit } from '../frame/visit.js';
import { ALLOWANCES } from './review-form.js';
import { PAGE, seriesPage } from './series-page.js';
import { SERIES } from './words.js';

/** The page about accounts that are held for deciding in series. */
export function registerSeries(pages: Pages, context: WebContext): void {
  show(pages, context, PAGE, 'series.read', (visit) => seriesPage(visit));
  act(
    pages,
    context,
    `${PAGE}/:hold/revisar`,
    'series.review',
    requireFresh(review, () => PAGE),
  );
}

/** `POST /series/:hold/revisar`: a second person releases an account or keeps it held. */
async function review(visit: Visit): Promise<Answer> {
  const { context, access, form, language } = visit;
  const words = SERIES[language];
  const hold = visit.params.hold ?? '';
  const key = getKey(form);
  const decision = form.get('decision');
  const many = ALLOWANCES.find((one) => one === form.get('cuantas'));
  const reason = (form.get('motivo') ?? '').trim();
  const isDecided = decision === 'released' || decision === 'kept';
  const faults: Fault[] = [];
  const fault = (field: string, text: string) => faults.push({ field: `${field}-${hold}`, text });
  if (!isDecided) fault('decision', words.chooseDecision);
  if (decision === 'released' && !many) fault('cuantas', words.chooseMany);
  if (reason === '') fault('motivo', words.writeReason);
  if (reason.length > LONGEST_REASON) fault('motivo', words.tooLong);
  if (!isDecided || faults.length > 0) return seriesPage(visit, faults);
  const allowance = decision === 'released' ? Number(many) : undefined;
  await reviewHold(context, access, key, hold, { decision, allowance, reason });
  return { to: `${PAGE}?hecho=revisada` };
}
