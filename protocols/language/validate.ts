import type { Definition } from './definition.js';
import { checkConditions } from './validate/conditions.js';
import { checkConsents } from './validate/consents.js';
import { checkConsequences } from './validate/consequences.js';
import { checkDeadlines } from './validate/deadlines.js';
import { checkEntries } from './validate/entries.js';
import { checkFamily } from './validate/family.js';
import { type Finding, finding } from './validate/findings.js';
import { checkForms } from './validate/forms.js';
import { checkGroups } from './validate/groups.js';
import { checkIds } from './validate/ids.js';
import { checkLoops } from './validate/loops.js';
import { checkRecalls } from './validate/recalls.js';
import { createScope } from './validate/scope.js';
import { checkSize, isTooDeep } from './validate/size.js';
import { checkSteps } from './validate/steps.js';
import { checkTexts } from './validate/texts.js';
import { checkUses } from './validate/uses.js';

export type { Finding } from './validate/findings.js';
export { isTooDeep } from './validate/size.js';

/**
 * Everything about a definition the compiler cannot check; an empty list when nothing is wrong. The shape itself
 * must already be right (`api/schemas/definition.ts`). A definition with an error cannot be published. That every
 * safeguard holds on every path is the checker's business, not decided here. With `others`, the protocols that take runs,
 * it is checked as well that every re-route enters one of them where it can be entered.
 */
export function validateDefinition(
  definition: Definition,
  others?: readonly Definition[],
): Finding[] {
  if (isTooDeep(definition)) return [finding('too-deep', 'steps', { limit: 40 })];
  const found: Finding[] = [];
  const scope = createScope(definition, found);
  checkSize(scope);
  checkIds(scope);
  checkTexts(scope);
  checkSteps(scope);
  checkDeadlines(scope);
  checkConditions(scope);
  checkConsequences(scope);
  checkRecalls(scope);
  checkForms(scope);
  checkConsents(scope);
  checkGroups(scope);
  checkLoops(scope);
  checkUses(scope);
  checkEntries(scope, others);
  checkFamily(scope);
  return found;
}

/** Whether nothing found keeps the definition from being published. */
export function isPublishable(found: readonly Finding[]): boolean {
  return found.every(({ severity }) => severity === 'warning');
}
