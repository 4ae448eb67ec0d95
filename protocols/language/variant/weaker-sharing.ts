import type { Condition } from '../condition.js';
import { canonicalJson } from '../fingerprint.js';
import type { Field } from '../form.js';
import type { Share, Step } from '../step.js';
import { type Weakening, weakening } from './weakening-words.js';

/** How shares carry more, go elsewhere, or no longer tell somebody who must know. */
export function weakerShares(step: Step, now: Step): Weakening[] {
  const where = `steps/${step.id}/shares`;
  const before = step.shares ?? [];
  const after = now.shares ?? [];
  const gone = before.filter(({ id }) => !after.some((share) => share.id === id));
  return [
    ...gone.map(({ id }) => weakening('share-removed', where, { step: step.id, share: id })),
    ...after.flatMap((share) => {
      const known = before.find(({ id }) => id === share.id);
      const parts = known ? widened(known, share) : ['id'];
      return parts.map((part) =>
        weakening('share-widened', where, { step: step.id, share: share.id, part }),
      );
    }),
  ];
}

function widened(before: Share, after: Share): string[] {
  const found: string[] = [];
  if (before.to !== after.to) found.push('to');
  if (after.categories.some((category) => !before.categories.includes(category))) {
    found.push('categories');
  }
  if (before.categories.some((category) => !after.categories.includes(category))) {
    found.push('categories');
  }
  if (!same(before.on, after.on)) found.push('on');
  if (before.unless !== undefined && !stillHeldBack(before.unless, after.unless)) {
    found.push('unless');
  }
  if (before.acknowledge && !after.acknowledge) found.push('acknowledge');
  return [...new Set(found)];
}

/** The old reason to hold back is still one: alone, or as one of several. */
function stillHeldBack(before: Condition, after: Condition | undefined): boolean {
  if (after === undefined) return false;
  if (same(before, after)) return true;
  return typeof after === 'object' && 'any' in after && after.any.some((part) => same(part, before));
}

/** How a form asks less than before. Names of points replace free text; everything else of a question stays. */
export function weakerForm(step: Step, now: Step): Weakening[] {
  return (step.form ?? []).flatMap((field) => {
    const after = now.form?.find(({ id }) => id === field.id);
    if (after && asksAsMuch(field, after)) return [];
    const where = `steps/${step.id}/form/${field.id}`;
    return [weakening('question-removed', where, { step: step.id, field: field.id })];
  });
}

function asksAsMuch(before: Field, after: Field): boolean {
  if (before.category !== after.category || before.plans !== after.plans) return false;
  if (before.assigns !== undefined && before.assigns !== after.assigns) return false;
  if (before.type !== after.type && before.places === undefined) return false;
  if (after.required === true || before.required === undefined || before.required === false) {
    return true;
  }
  if (before.required === true || !Array.isArray(after.required)) return false;
  return before.required.every((outcome) => (after.required as readonly string[]).includes(outcome));
}

function same(before: unknown, after: unknown): boolean {
  return canonicalJson(before ?? null) === canonicalJson(after ?? null);
}
