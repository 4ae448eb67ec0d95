import type { Definition } from '../definition.js';
import type { Scope } from './scope.js';

/** A definition is kept whole in memory and read with every act; the shipped ones take a fraction of this. */
export const MOST_BYTES = 512 * 1024;
const MOST_LEVELS = 40;

const MOST = {
  roles: 60,
  attributes: 60,
  facts: 150,
  dates: 30,
  stages: 40,
  steps: 200,
  events: 80,
  endings: 40,
} as const;
const MOST_OUTCOMES = 20;
const MOST_FIELDS = 60;

/** Whether a value is nested so deep that reading it further would be unsafe. Uses no recursion. */
export function isTooDeep(value: unknown, limit = MOST_LEVELS): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((entry) =>
      typeof entry === 'object' && entry !== null ? Object.values(entry) : [],
    );
  }
  return false;
}

export function checkSize(scope: Scope): void {
  const { definition } = scope;
  const size = utf8Length(JSON.stringify(definition));
  if (size > MOST_BYTES) scope.report('too-large', 'id', { size, limit: MOST_BYTES });
  for (const [list, limit] of Object.entries(MOST) as [keyof typeof MOST, number][]) {
    checkCount(scope, definition[list].length, list, limit);
  }
  for (const list of ['roles', 'stages', 'steps', 'endings'] as const) {
    if (definition[list].length === 0) scope.report('empty', list);
  }
  for (const step of definition.steps) {
    checkCount(scope, step.outcomes.length, `steps/${step.id}/outcomes`, MOST_OUTCOMES);
    checkCount(scope, step.form?.length ?? 0, `steps/${step.id}/form`, MOST_FIELDS);
  }
  checkHead(scope, definition);
}

function checkHead(scope: Scope, definition: Definition): void {
  if (!Number.isSafeInteger(definition.version) || definition.version < 0) {
    scope.report('value-form', 'version', { value: definition.version, form: '≥ 0' });
  }
  if (scope.resolve('role', definition.lead, 'lead')) {
    const lead = definition.roles.find((role) => role.id === definition.lead);
    if (lead?.optional) scope.report('lead-optional', 'lead', { id: lead.id });
  }
  if (definition.monitor !== undefined) scope.resolve('role', definition.monitor, 'monitor');
  for (const role of definition.roles) {
    if (/^[A-Z][A-Z0-9]{1,11}$/.test(role.kind)) continue;
    scope.report('value-form', `roles/${role.id}/kind`, { value: role.kind, form: 'A-Z, 0-9' });
  }
  for (const event of definition.events) {
    if (typeof event.by === 'string') continue;
    if (event.by.length === 0) scope.report('empty', `events/${event.id}/by`);
    for (const role of event.by) scope.resolve('role', role, `events/${event.id}/by`);
  }
}

function checkCount(scope: Scope, count: number, where: string, limit: number): void {
  if (count > limit) scope.report('too-many', where, { count, limit });
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
