import type { Hours, Period } from '../../language/hours.js';
import type { Pack } from '../../language/pack.js';
import type { Source, Text } from '../../language/text.js';
import { findCalendar } from '../../rules/calendars/index.js';
import { dayNumber } from '../../rules/dates.js';
import { offsetAt } from '../../rules/zone.js';
import { type PackFinding, type PackFindingCode, packFinding } from './words.js';

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const NORM_ID = /^[A-Za-z][A-Za-z0-9]*(-[a-z0-9]+)*$/;
const COUNTRY = /^[A-Z]{2}$/;
const FROM = /^([01]\d|2[0-3]):[0-5]\d$/;
const UNTIL = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** What is wrong with a pack by itself: names, texts, sources, countries, dates, hours and zones. */
export function checkPack(pack: Pack): PackFinding[] {
  const found: PackFinding[] = [];
  const report = (code: PackFindingCode, where: string, value = '') => {
    found.push(packFinding(code, where, { id: value, value }));
  };
  const look = { report };
  if (!ID.test(pack.id)) report('id-form', 'id', pack.id);
  text(look, 'title', pack.title);
  text(look, 'about', pack.about);
  if (pack.corridors.length === 0) report('corridor-empty', 'corridors');
  for (const { sending, receiving } of pack.corridors) {
    if (!sending?.length && !receiving?.length) report('corridor-empty', 'corridors');
    countries(look, 'corridors', [...(sending ?? []), ...(receiving ?? [])]);
  }
  checkNorms(look, pack);
  checkAgreements(look, pack);
  checkPoints(look, pack);
  checkCompetence(look, pack);
  for (const { sending, receiving, ...of } of pack.relations) {
    countries(look, 'relations', [sending, receiving]);
    period(look, `relations/${sending}-${receiving}`, of);
  }
  for (const [country, days] of Object.entries(pack.days)) {
    calendars(look, `days/${country}`, [country]);
    for (const day of [...days.off, ...days.working]) date(look, `days/${country}`, day);
  }
  return found;
}

interface Look {
  report(code: PackFindingCode, where: string, value?: string): void;
}

function checkNorms(look: Look, { norms }: Pack): void {
  unique(look, 'norms', norms);
  for (const norm of norms) {
    const where = `norms/${norm.id}`;
    if (!NORM_ID.test(norm.id)) look.report('id-form', where, norm.id);
    text(look, where, norm.title);
    text(look, where, norm.says);
    if (norm.silence) text(look, where, norm.silence);
    source(look, where, norm.source);
    const length = norm.figure?.length ?? 0;
    if (!Number.isSafeInteger(length) || length < 0) look.report('length-form', where);
  }
}

function checkAgreements(look: Look, { agreements }: Pack): void {
  unique(look, 'agreements', agreements);
  for (const agreement of agreements) {
    const where = `agreements/${agreement.id}`;
    if (!ID.test(agreement.id)) look.report('id-form', where, agreement.id);
    text(look, where, agreement.title);
    source(look, where, agreement.source);
    countries(look, where, agreement.parties);
    period(look, where, agreement);
    for (const renewal of agreement.renewals ?? []) {
      date(look, `${where}/renewals`, renewal.until);
      source(look, `${where}/renewals`, renewal.source);
    }
  }
}

function checkPoints(look: Look, { points, agreements }: Pack): void {
  unique(look, 'points', points);
  for (const point of points) {
    const where = `points/${point.id}`;
    if (!ID.test(point.id)) look.report('id-form', where, point.id);
    text(look, where, point.title);
    source(look, where, point.source);
    zone(look, where, point.timeZone);
    calendars(look, where, point.holidaysOf);
    hours(look, where, point.hours);
    for (const closed of point.closed ?? []) period(look, `${where}/closed`, closed);
    if (point.kind === 'handover' && point.agreement === undefined) {
      look.report('point-without-agreement', where);
    }
    if (point.agreement === undefined) continue;
    if (agreements.some(({ id }) => id === point.agreement)) continue;
    look.report('name-unknown', where, point.agreement);
  }
}

function checkCompetence(look: Look, { competence }: Pack): void {
  unique(look, 'competence', competence);
  for (const rule of competence) {
    const where = `competence/${rule.id}`;
    if (!ID.test(rule.id)) look.report('id-form', where, rule.id);
    text(look, where, rule.title);
    source(look, where, rule.source);
    zone(look, where, rule.timeZone);
    calendars(look, where, rule.holidaysOf);
    hours(look, where, rule.hours ?? []);
  }
}

function unique(look: Look, where: string, entries: readonly { readonly id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) look.report('id-twice', where, id);
    seen.add(id);
  }
}

function text(look: Look, where: string, given: Text): void {
  if (given.es.trim() === '' || given.en.trim() === '') look.report('text-missing', where);
}

function source(look: Look, where: string, { ref }: Source): void {
  if (ref.trim() === '') look.report('source-missing', where);
}

function countries(look: Look, where: string, codes: readonly string[]): void {
  for (const code of codes) if (!COUNTRY.test(code)) look.report('country-form', where, code);
}

/** Hours on public holidays are judged by a calendar, so there must be one. */
function calendars(look: Look, where: string, codes: readonly string[]): void {
  for (const code of codes) if (!findCalendar(code)) look.report('calendar-unknown', where, code);
}

function date(look: Look, where: string, value: string): boolean {
  try {
    dayNumber(value);
    return true;
  } catch {
    look.report('date-form', where, value);
    return false;
  }
}

function period(look: Look, where: string, { from, until }: Period): void {
  const known = date(look, where, from);
  if (until === undefined || !date(look, where, until) || !known) return;
  if (until < from) look.report('period-backwards', where);
}

function zone(look: Look, where: string, value: string): void {
  try {
    offsetAt(0, value);
  } catch {
    look.report('zone-unknown', where, value);
  }
}

function hours(look: Look, where: string, given: readonly Hours[]): void {
  for (const { from, until, days, source: origin } of given) {
    source(look, `${where}/hours`, origin);
    const right = FROM.test(from) && UNTIL.test(until) && from < until && days.length > 0;
    if (!right) look.report('hours-form', `${where}/hours`, `${from}-${until}`);
  }
}
