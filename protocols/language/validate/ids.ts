import type { Scope } from './scope.js';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const CAMEL = /^[a-z][a-zA-Z0-9]*$/;
const ROLE = /^([a-z][a-z0-9]*(-[a-z0-9]+)*|[A-Z][A-Z0-9]*(-[A-Z0-9]+)*)$/;
const OPTION = /^[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*$/;
const FIELD = /^[a-z][a-zA-Z0-9]*(-[a-z0-9]+)*$/;
const LONGEST = 60;

// A run keeps its steps, facts and attributes by name in plain objects, so a name every object has would always hold.
const INHERITED = Object.getOwnPropertyNames(Object.prototype);
const ATOM_WORDS = ['start', 'idle', 'event', 'expired', 'exhausted', 'finished'];
const RESERVED: Readonly<Record<string, ReadonlySet<string>>> = {
  facts: new Set([...INHERITED, ...ATOM_WORDS]),
  steps: new Set([...INHERITED, ...ATOM_WORDS]),
  roles: new Set([...INHERITED, 'anyone', 'system']),
  endings: new Set([...INHERITED, 'transferred']),
  consents: new Set(INHERITED),
};
const ALWAYS_RESERVED = new Set(INHERITED);

type Entry = { readonly id: string };

/** Identifiers: their form, reserved words, and that none appears twice. */
export function checkIds(scope: Scope): void {
  const { definition } = scope;
  checkOne(scope, definition.id, 'id', KEBAB, 'lower-kebab');
  checkList(scope, definition.roles, 'roles', ROLE, 'lower-kebab, UPPER-KEBAB');
  checkList(scope, definition.attributes, 'attributes', CAMEL, 'camelCase');
  checkList(scope, definition.facts, 'facts', CAMEL, 'camelCase');
  checkList(scope, definition.dates, 'dates', KEBAB, 'lower-kebab');
  checkList(scope, definition.stages, 'stages', KEBAB, 'lower-kebab');
  checkList(scope, definition.steps, 'steps', KEBAB, 'lower-kebab');
  checkList(scope, definition.events, 'events', KEBAB, 'lower-kebab');
  checkList(scope, definition.endings, 'endings', KEBAB, 'lower-kebab');
  checkList(scope, definition.consents ?? [], 'consents', KEBAB, 'lower-kebab');
  for (const attribute of definition.attributes) {
    checkList(
      scope,
      attribute.options ?? [],
      `attributes/${attribute.id}/options`,
      OPTION,
      'a-Z0-9',
    );
  }
  for (const step of definition.steps) {
    const where = `steps/${step.id}`;
    checkList(scope, step.outcomes, `${where}/outcomes`, KEBAB, 'lower-kebab');
    checkList(scope, step.shares ?? [], `${where}/shares`, KEBAB, 'lower-kebab');
    checkFields(scope, step.form ?? [], where);
    if (scope.ids.stage.has(step.id)) scope.report('step-and-stage', where, { id: step.id });
  }
  for (const event of definition.events) {
    checkFields(scope, event.form ?? [], `events/${event.id}`);
  }
}

function checkFields(
  scope: Scope,
  form: readonly (Entry & { readonly options?: readonly Entry[] })[],
  where: string,
): void {
  checkList(scope, form, `${where}/form`, FIELD, 'camelCase, lower-kebab');
  for (const field of form) {
    const path = `${where}/form/${field.id}/options`;
    checkList(scope, field.options ?? [], path, OPTION, 'a-Z0-9');
  }
}

function checkList(
  scope: Scope,
  entries: readonly Entry[],
  where: string,
  form: RegExp,
  formName: string,
): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    checkOne(scope, id, `${where}/${id}`, form, formName);
    if (seen.has(id)) scope.report('id-twice', `${where}/${id}`, { id });
    seen.add(id);
  }
}

function checkOne(scope: Scope, id: string, where: string, form: RegExp, formName: string): void {
  if (!form.test(id) || id.length > LONGEST) {
    scope.report('id-form', where, { id: id.slice(0, LONGEST), form: `${formName}, 1–${LONGEST}` });
  } else if ((RESERVED[where.split('/')[0] ?? ''] ?? ALWAYS_RESERVED).has(id)) {
    scope.report('id-reserved', where, { id });
  }
}
