import { checkCondition } from './conditions.js';
import type { Scope } from './scope.js';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** How runs of one family hang together: the conditions, and events that nobody but the system reports. */
export function checkFamily(scope: Scope): void {
  const { family } = scope.definition;
  if (!family) return;
  checkCondition(scope, family.held, 'family/held');
  if (family.stays) checkCondition(scope, family.stays, 'family/stays');
  checkCondition(scope, family.gone, 'family/gone');
  checkEvent(scope, family.diverged, 'family/diverged');
  checkEvent(scope, family.rejoined, 'family/rejoined');
  const seen = new Set<string>();
  for (const { id, ready, met, broken } of family.joins) {
    const where = `family/joins/${id}`;
    if (!KEBAB.test(id)) scope.report('id-form', where, { id, form: 'lower-kebab' });
    if (seen.has(id)) scope.report('id-twice', where, { id });
    seen.add(id);
    checkCondition(scope, ready, `${where}/ready`);
    checkEvent(scope, met, `${where}/met`);
    checkEvent(scope, broken, `${where}/broken`);
  }
}

function checkEvent(scope: Scope, id: string, where: string): void {
  if (!scope.resolve('event', id, where)) return;
  const event = scope.definition.events.find((candidate) => candidate.id === id);
  if (event?.by !== 'system') scope.report('family-event', where, { event: id });
}
