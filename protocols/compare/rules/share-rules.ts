import type { Condition } from '../../language/condition.js';
import type { Share } from '../../language/step.js';
import type { Change } from '../changes.js';
import {
  type DifferenceRule,
  differ,
  find,
  lacking,
  listOf,
  sayStep,
  stepOf,
  type Versions,
} from '../difference.js';
import { implies } from '../implies.js';
import { sayCondition, sayList } from '../words.js';
import { newShare } from './new-ways.js';

/** Which data goes to whom. */
export const SHARE_RULES: readonly (readonly [pattern: string, rule: DifferenceRule])[] = [
  ['steps/*/shares/*', presence],
  ['steps/*/shares/*/to', recipient],
  ['steps/*/shares/*/categories', categories],
  ['steps/*/shares/*/only', fieldsKept],
  ['steps/*/shares/*/on', occasions],
  ['steps/*/shares/*/unless', suppression],
  ['steps/*/shares/*/onlyIfReached', reach],
  ['steps/*/shares/*/acknowledge', acknowledgement],
];

/** Bodies whose being told protects the person. */
const PROTECTIVE: readonly string[] = ['MON', 'LEGAL', 'ASY', 'UNHCR', 'CPA', 'ATU', 'COURT'];

function presence(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  if (change.before === undefined) {
    return [newShare(change, step, change.after as Share)];
  }
  const share = change.before as Share;
  const kind = find(versions.before.roles, share.to)?.kind ?? '';
  const params = { step, categories: sayList(share.categories), to: share.to };
  const text = {
    es: '{step} ya no envía {categories} a {to}.',
    en: '{step} no longer sends {categories} to {to}.',
  };
  return [differ(change, 'share', PROTECTIVE.includes(kind), text, params)];
}

function recipient(change: Change, versions: Versions) {
  return [
    differ(
      change,
      'share',
      true,
      {
        es: '{share} va a {after}, antes a {before}.',
        en: '{share} goes to {after}, before to {before}.',
      },
      {
        share: sayShare(change, versions),
        before: String(change.before),
        after: String(change.after),
      },
    ),
  ];
}

function categories(change: Change, versions: Versions) {
  return [
    differ(
      change,
      'share',
      lacking(change.after, change.before).length > 0,
      {
        es: '{share} lleva {after}, antes {before}.',
        en: '{share} carries {after}, before {before}.',
      },
      {
        share: sayShare(change, versions),
        before: sayList(listOf(change.before)),
        after: sayList(listOf(change.after)),
      },
    ),
  ];
}

function fieldsKept(change: Change, versions: Versions) {
  const all = { es: 'todo lo de sus categorías', en: 'everything of its categories' };
  const say = (value: unknown) => (value === undefined ? all : sayList(listOf(value)));
  const more =
    change.before !== undefined &&
    (change.after === undefined || lacking(change.after, change.before).length > 0);
  return [
    differ(
      change,
      'share',
      more,
      {
        es: '{share} lleva solo: {after}. Antes: {before}.',
        en: '{share} carries only: {after}. Before: {before}.',
      },
      { share: sayShare(change, versions), before: say(change.before), after: say(change.after) },
    ),
  ];
}

function occasions(change: Change, versions: Versions) {
  const all = { es: 'todo resultado que cierra', en: 'every closing outcome' };
  const say = (value: unknown) => (value === undefined ? all : sayList(listOf(value)));
  const more =
    change.after === undefined ||
    (change.before !== undefined && lacking(change.after, change.before).length > 0);
  return [
    differ(
      change,
      'share',
      more,
      {
        es: '{share} sale con: {after}. Antes: {before}.',
        en: '{share} is released by: {after}. Before: {before}.',
      },
      { share: sayShare(change, versions), before: say(change.before), after: say(change.after) },
    ),
  ];
}

function suppression(change: Change, versions: Versions) {
  const before = change.before as Condition | undefined;
  const after = change.after as Condition | undefined;
  const never = { es: 'nunca', en: 'never' };
  const say = (value: Condition | undefined) => (value === undefined ? never : sayCondition(value));
  const weakens = before !== undefined && (after === undefined || !implies(before, after));
  return [
    differ(
      change,
      'share',
      weakens,
      {
        es: '{share} se retiene mientras: {after}. Antes: {before}.',
        en: '{share} is held back while: {after}. Before: {before}.',
      },
      { share: sayShare(change, versions), before: say(before), after: say(after) },
    ),
  ];
}

function reach(change: Change, versions: Versions) {
  const share = sayShare(change, versions);
  const text =
    change.after === true
      ? {
          es: '{share} ya solo llega a quien recibió antes datos del caso.',
          en: '{share} now reaches only who was sent data of the run before.',
        }
      : {
          es: '{share} llega también a quien nunca recibió datos del caso.',
          en: '{share} also reaches who was never sent data of the run.',
        };
  return [differ(change, 'share', change.after !== true, text, { share })];
}

function acknowledgement(change: Change, versions: Versions) {
  return [
    differ(
      change,
      'share',
      false,
      {
        es: '{share}: cambia el plazo para el acuse.',
        en: '{share}: the time to acknowledge changes.',
      },
      { share: sayShare(change, versions) },
    ),
  ];
}

function sayShare(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  const id = change.path[3] ?? '';
  return { es: `El envío «${id}» de ${step.es}`, en: `Share "${id}" of ${step.en}` };
}
