import type { Source, Text } from '../text.js';
import type { Scope } from './scope.js';

const TITLE = 200;
const LONG = 4000;
const SOURCE = 600;
const LANGUAGES = { es: { es: 'español', en: 'Spanish' }, en: { es: 'inglés', en: 'English' } };
/** Shorter texts may well be the same word in both languages. */
const SAME_FROM = 24;

/** Texts in both languages, neither empty nor endless, and the sources that explain a rule. */
export function checkTexts(scope: Scope): void {
  const { definition } = scope;
  const title = (at: string, text: Text | undefined) => checkText(scope, at, text, TITLE);
  const long = (at: string, text: Text | undefined) => checkText(scope, at, text, LONG);
  const source = (at: string, given: Source) => checkSource(scope, at, given);
  title('title', definition.title);
  long('purpose', definition.purpose);
  long('population', definition.population);
  checkSources(scope, 'legalBasis', definition.legalBasis);
  for (const list of ['roles', 'attributes', 'facts', 'dates', 'stages', 'endings'] as const) {
    for (const entry of definition[list]) title(`${list}/${entry.id}/title`, entry.title);
  }
  for (const fact of definition.facts) title(`facts/${fact.id}/missing`, fact.missing);
  for (const attribute of definition.attributes) {
    checkOptions(scope, `attributes/${attribute.id}`, attribute.options);
  }
  for (const step of definition.steps) {
    const where = `steps/${step.id}`;
    title(`${where}/title`, step.title);
    if (step.instructions) long(`${where}/instructions`, step.instructions);
    for (const outcome of step.outcomes) {
      title(`${where}/outcomes/${outcome.id}/title`, outcome.title);
    }
    for (const share of step.shares ?? []) {
      const path = `${where}/shares/${share.id}`;
      long(`${path}/purpose`, share.purpose);
      source(`${path}/ground`, share.ground);
      if (share.acknowledge) source(`${path}/acknowledge/source`, share.acknowledge.source);
    }
    if (step.deadline) source(`${where}/deadline/source`, step.deadline.source);
    checkSources(scope, `${where}/basis`, step.basis);
    checkLabels(scope, where, step.form);
  }
  for (const consent of definition.consents ?? []) {
    title(`consents/${consent.id}/title`, consent.title);
    long(`consents/${consent.id}/text`, consent.text);
    source(`consents/${consent.id}/ground`, consent.ground);
  }
  for (const join of definition.family?.joins ?? []) {
    title(`family/joins/${join.id}/title`, join.title);
  }
  for (const event of definition.events) {
    const where = `events/${event.id}`;
    title(`${where}/title`, event.title);
    checkSources(scope, `${where}/basis`, event.basis);
    checkLabels(scope, where, event.form);
  }
}

type Option = { readonly id: string; readonly title: Text };
type Labelled = {
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly options?: readonly Option[];
};

function checkLabels(scope: Scope, where: string, form: readonly Labelled[] = []): void {
  for (const field of form) {
    const path = `${where}/form/${field.id}`;
    checkText(scope, `${path}/label`, field.label, LONG);
    if (field.hint) checkText(scope, `${path}/hint`, field.hint, LONG);
    checkOptions(scope, path, field.options);
  }
}

function checkOptions(scope: Scope, where: string, options: readonly Option[] = []): void {
  for (const option of options) {
    checkText(scope, `${where}/options/${option.id}/title`, option.title, TITLE);
  }
}

function checkText(scope: Scope, where: string, text: Text | undefined, limit: number): void {
  for (const language of ['es', 'en'] as const) {
    const words = text?.[language] ?? '';
    if (words.trim() === '') {
      scope.report('text-missing', where, { language: LANGUAGES[language] });
    } else if (words.length > limit) {
      const params = { language: LANGUAGES[language], length: words.length, limit };
      scope.report('text-too-long', where, params);
    }
  }
  if (text && text.es === text.en && text.es.length >= SAME_FROM) scope.report('text-same', where);
}

function checkSources(scope: Scope, where: string, sources: readonly Source[] = []): void {
  for (const [index, source] of sources.entries()) {
    checkSource(scope, `${where}/${index + 1}`, source);
  }
}

function checkSource(scope: Scope, where: string, source: Source): void {
  if (source.ref.trim() === '' || source.ref.length > SOURCE) {
    const form = {
      es: `una cita de 1 a ${SOURCE} caracteres`,
      en: `a citation of 1 to ${SOURCE} characters`,
    };
    scope.report('value-form', where, { value: source.ref.slice(0, 40), form });
  }
}
