import { localDate, localTime } from '../../protocols/rules/zone.js';
import { type Control, decoded, formTo, type PageForm } from '../support/page-form.js';
import type { Seen } from '../support/visitor.js';
import type { Officer, Page } from './officer.js';

const DAY = 86_400_000;

/** What somebody wants to answer. */
export interface Decision {
  /** Id of the outcome. */
  readonly outcome: string;
  /** Days from now for every moment the form asks for; now unless given. */
  readonly inDays?: number;
  /** Hour of that day, by the clock of the institution. */
  readonly atHour?: number;
  /** What is written or chosen in a field; invented unless given. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** What the last page of an answer says. */
export interface Receipt {
  readonly title: string;
  readonly outcome: string;
  readonly folio: string;
}

export const TASK_FORM = /^\/tareas\/[^/?]+\/[^/?]+$/;

/** The step whose form a page shows; undefined where nothing is to be answered. */
export function stepAsked({ html }: Page): string | undefined {
  const form = /<form[^>]*\saction="\/tareas\/[^/"]+\/([^/"?]+)"/.exec(html);
  return form?.[1];
}

/**
 * Fills in the form, checks it and sends it, by what the pages say: first the outcome alone, then each field the page asks
 * for, in the way the page shows it. Throws with the page's own words when they are not enough.
 */
export async function answerTask(
  officer: Officer,
  page: Page,
  decision: Decision,
  now: { at: number; timeZone: string },
): Promise<Receipt> {
  const form = formTo(page.html, TASK_FORM);
  let fields: Record<string, string> = { ...form.fields, ...decision.fields };
  fields = { ...fields, resultado: decision.outcome, accion: 'revisar' };
  let sent = await officer.post(form.action, fields);
  for (let tries = 0; sent.status === 422 && tries < 3; tries += 1) {
    const again = formTo(sent.html, TASK_FORM);
    fields = { ...fields, ...again.fields, ...missing(again, sent, decision, now) };
    sent = await officer.post(form.action, { ...fields, accion: 'revisar' });
  }
  if (sent.status !== 303) throw new Error(`${form.action}: ${saidBy(sent)}`);
  const check = await officer.open(sent.location);
  const last = formTo(check.html, `${form.action}/revisar`);
  const done = await officer.post(last.action, { ...last.fields });
  if (done.status !== 303) throw new Error(`${last.action}: ${saidBy(done)}`);
  const receipt = await officer.open(done.location);
  return receiptOn(receipt.html);
}

/** What a receipt says. Throws for a page that is none. */
export function receiptOn(html: string): Receipt {
  const folio = /F-\w{5}-\w{5}/.exec(html)?.[0];
  const [title, outcome] = [rowOf(html, 'Tarea'), rowOf(html, 'Resultado')];
  if (!folio || !title || !outcome) throw new Error('A receipt without task, outcome or folio');
  return { title, outcome, folio };
}

/** What goes into each field the page names in its summary of faults. */
export function missing(
  form: PageForm,
  page: Pick<Seen, 'html' | 'status'>,
  decision: Decision,
  now: { at: number; timeZone: string },
): Record<string, string> {
  const filled: Record<string, string> = {};
  const named = page.html.matchAll(/<li><a href="#([^"]+)">([^<]*)<\/a><\/li>/g);
  for (const [, id = '', text = ''] of named) {
    const control = form.controls.find((one) => one.id === id);
    const given = control && decision.fields?.[control.name] !== undefined;
    if (!control || control.name === 'resultado' || given) {
      throw new Error(`${form.action}: ${decoded(text)}`);
    }
    Object.assign(filled, inventedFor(control, form, decision, now));
  }
  if (Object.keys(filled).length === 0) throw new Error(`${form.action}: ${saidBy(page)}`);
  return filled;
}

function inventedFor(
  control: Control,
  form: PageForm,
  { inDays = 0, atHour }: Decision,
  { at, timeZone }: { at: number; timeZone: string },
): Record<string, string> {
  const { name, kind, values } = control;
  if (name.endsWith('-day')) {
    const field = name.slice(0, -'-day'.length);
    if (!form.controls.some((one) => one.name === `${field}-time`)) {
      // What is good until a date must not be over; every other date is a birthday.
      const year = field.endsWith('-until') ? '2099' : '1990';
      return { [name]: '1', [`${field}-month`]: '1', [`${field}-year`]: year };
    }
    const moment = at + inDays * DAY;
    const [year, month, day] = localDate(moment, timeZone).split('-') as [string, string, string];
    const time = atHour === undefined ? localTime(moment, timeZone).slice(0, 5) : `${atHour}:00`;
    return {
      [`${field}-day`]: day,
      [`${field}-month`]: month,
      [`${field}-year`]: year,
      [`${field}-time`]: time,
    };
  }
  if (kind === 'number') return { [name]: '1' };
  if (kind === 'text' || kind === 'long-text') return { [name]: 'Dato inventado' };
  return { [name]: values.find((value) => value !== '') ?? '' };
}

/** The value beside a key in a list of facts. */
function rowOf(html: string, key: string): string | undefined {
  const found = new RegExp(
    `<dt class="govuk-summary-list__key">${key}</dt>\\s*<dd class="govuk-summary-list__value">(.*?)</dd>`,
    's',
  ).exec(html)?.[1];
  return found === undefined ? undefined : decoded(found.replace(/<[^>]*>/g, '')).trim();
}

/** What a page that did not go on says. */
export function saidBy({ status, html }: Pick<Seen, 'html' | 'status'>): string {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const words = decoded(main.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
  return `${status} ${words.slice(0, 600)}`;
}
