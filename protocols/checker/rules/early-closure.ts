import type { Step } from '../../language/step.js';
import { ARRIVED, type Model } from '../model.js';
import { shortest } from './lengths.js';

/** The shortest six months can be, in hours: months of four weeks. */
export const SIX_MONTHS = 6 * 28 * 24;

/** What may close a child's file earlier: the child turned 18, left or died, a court or child protection decided. */
export const EXCUSING_EVENTS: readonly string[] = ['turned-eighteen', 'left-area', 'deceased'];
export const EXCUSING_OUTCOMES: readonly string[] = [
  'left',
  'turned-eighteen',
  'court-decided',
  'other-decision',
];

/** Whether a step is a series of visits that reaches six months after the return and ends earlier for a reason alone. */
export function isLongVisit(model: Model, { series, outcomes }: Step): boolean {
  if (!series?.at.some((distance) => shortest(distance) >= SIX_MONTHS)) return false;
  const isEnded = outcomes.every(
    ({ id, endsSeries }) => !endsSeries || EXCUSING_OUTCOMES.includes(id),
  );
  return isEnded && isAfterDeparture(model, series.after);
}

/** Whether something is established only once somebody has left, so that what is counted from it is counted from then. */
function isAfterDeparture(model: Model, anchor: string): boolean {
  const [id = '', answer = ''] = anchor.split(':');
  const step = model.steps.get(id);
  if (!step) return false;
  const sets = model.moves
    .filter((move) => move.step === step && move.outcome?.id === answer)
    .flatMap((move) => move.sets);
  return !model.early.has(step) || ARRIVED.some((fact) => sets.includes(fact));
}

/** Whether an answer of a step may excuse: those who visit say it, child protection or a court. */
export function isExcusing(model: Model, id: string): boolean {
  const step = model.steps.get(id);
  if (!step) return false;
  if (step.series) return isLongVisit(model, step);
  return model
    .roles(step)
    .some(({ kind, optional }) => !optional && ['CPA', 'COURT'].includes(kind));
}
