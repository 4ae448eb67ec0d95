import { type Consequences, onwardOf } from '../step.js';
import { checkLength } from './lengths.js';
import { consequencesOf, factOf, fitsAttribute, reportNotFound, type Scope } from './scope.js';

const PROTOCOL = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
// The other protocol says what its entries are called; whether it has this one is checked where both are known.
const ENTRY = /^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/;

/** What outcomes and events do: every name exists, values fit, and the run can end somewhere. */
export function checkConsequences(scope: Scope): void {
  const all = consequencesOf(scope.definition);
  for (const { where, does } of all) checkOne(scope, does, where);
  if (!all.some(({ does }) => does.ends !== undefined || does.continues)) {
    scope.report('no-ending', 'endings');
  }
}

function checkOne(scope: Scope, does: Consequences, where: string): void {
  for (const fact of does.clears ?? []) scope.resolve('fact', fact, `${where}/clears`);
  for (const setting of does.sets ?? []) {
    scope.resolve('fact', factOf(setting), `${where}/sets`);
    if (typeof setting !== 'string') checkLength(scope, setting.validFor, `${where}/sets`, 1);
  }
  for (const [id, value] of Object.entries(does.assigns ?? {})) {
    const attribute = scope.definition.attributes.find((candidate) => candidate.id === id);
    if (!attribute) reportNotFound(scope, 'attribute', id, `${where}/assigns`);
    else if (value !== undefined && !fitsAttribute(attribute, value)) {
      scope.report('value-type', `${where}/assigns`, { id, type: attribute.type });
    }
  }
  for (const target of does.withdraws ?? []) {
    if (scope.ids.step.has(target) || scope.ids.stage.has(target)) continue;
    reportNotFound(scope, 'target', target, `${where}/withdraws`);
  }
  if (does.ends !== undefined) scope.resolve('ending', does.ends, `${where}/ends`);
  if (does.ends !== undefined && does.continues) scope.report('two-ends', where);
  for (const { protocol, entry } of onwardOf(does)) {
    if (!PROTOCOL.test(protocol)) {
      scope.report('id-form', `${where}/continues`, { id: protocol, form: 'lower-kebab' });
    }
    if (!ENTRY.test(entry)) {
      scope.report('id-form', `${where}/continues`, { id: entry, form: 'a-Z, -' });
    }
  }
}
