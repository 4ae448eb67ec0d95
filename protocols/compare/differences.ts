import type { Definition } from '../language/definition.js';
import { type Change, changesBetween, isText } from './changes.js';
import { type Difference, type DifferenceRule, differ, type Versions } from './difference.js';
import { CONSENT_RULES } from './rules/consent-rules.js';
import { DEADLINE_RULES } from './rules/deadline-rules.js';
import { FORM_RULES, FRAME_RULES } from './rules/frame-rules.js';
import { OUTCOME_RULES } from './rules/outcome-rules.js';
import { SHARE_RULES } from './rules/share-rules.js';
import { STEP_RULES } from './rules/step-rules.js';

const RULES = [
  ...CONSENT_RULES,
  ...STEP_RULES,
  ...DEADLINE_RULES,
  ...OUTCOME_RULES,
  ...SHARE_RULES,
  ...FRAME_RULES,
  ...FORM_RULES,
];
const SOURCES: readonly string[] = ['source', 'ground', 'basis', 'legalBasis'];

/**
 * What the later of two versions does differently, safeguards first, each difference in words. Empty only when both say
 * the same apart from the version number and the order of entries.
 */
export function differencesBetween(before: Definition, after: Definition): Difference[] {
  const required = new Set(
    [...before.steps, ...after.steps].flatMap((step) => step.requires ?? []),
  );
  const versions: Versions = { before, after, required };
  const found = changesBetween({ ...before, version: 0 }, { ...after, version: 0 }).flatMap(
    (change) => ruleOf(change)(change, versions),
  );
  const seen = new Set<string>();
  return found
    .filter(({ where, text }) => {
      const key = `${where} ${text.en}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => rank(a) - rank(b));
}

/**
 * What a later version takes away from the protection of an earlier one. Empty means that whatever the earlier one
 * required, recorded, cleared or held back, the later one does too; changed texts, lengths of deadlines and additions are
 * free. What cannot be shown to protect as much is named as well.
 */
export function weakeningsBetween(before: Definition, after: Definition): Difference[] {
  return differencesBetween(before, after).filter(({ weakens }) => weakens);
}

function ruleOf(change: Change): DifferenceRule {
  const { path, before, after } = change;
  const rule = RULES.find(([pattern]) => fits(pattern.split('/'), path));
  if (rule) return rule[1];
  if (isText(before) || isText(after)) return textChanged;
  return SOURCES.includes(path.at(-1) ?? '') ? sourceChanged : unknownChange;
}

function fits(pattern: readonly string[], path: readonly string[]): boolean {
  if (pattern.length !== path.length) return false;
  return pattern.every((part, index) => part === '*' || part === path[index]);
}

function rank({ subject, weakens }: Difference): number {
  if (weakens) return 0;
  return subject === 'safeguard' ? 1 : subject === 'text' || subject === 'source' ? 3 : 2;
}

const NONE = { es: '–', en: '–' };

const textChanged: DifferenceRule = (change) => [
  differ(
    change,
    'text',
    false,
    {
      es: '{where}: el texto es «{after}», antes «{before}».',
      en: '{where}: the text is "{after}", before "{before}".',
    },
    {
      where: change.path.join('/'),
      before: isText(change.before) ? change.before : NONE,
      after: isText(change.after) ? change.after : NONE,
    },
  ),
];

const sourceChanged: DifferenceRule = (change) => [
  differ(
    change,
    'source',
    false,
    { es: '{where}: cambia la fuente.', en: '{where}: the source changes.' },
    { where: change.path.join('/') },
  ),
];

/** Lists that come or go whole are said entry by entry where a rule knows them; the rest is named and not trusted. */
const unknownChange: DifferenceRule = (change, versions) => {
  const { path, before, after } = change;
  if (Array.isArray(before ?? []) && Array.isArray(after ?? []) && path.length < 6) {
    const entries = changesBetween(before ?? [], after ?? [], path);
    const known = entries.filter((entry) => entry.path.length > path.length);
    if (known.length > 0 && known.length === entries.length) {
      return known.flatMap((entry) => ruleOf(entry)(entry, versions));
    }
  }
  return [
    differ(
      change,
      'other',
      true,
      { es: '{where} cambia.', en: '{where} changes.' },
      { where: path.join('/') },
    ),
  ];
};
