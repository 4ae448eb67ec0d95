import type { Condition } from '../../language/condition.js';
import type { Ahead, Series, Step } from '../../language/step.js';
import type { Text } from '../../language/text.js';
import type { Change } from '../changes.js';
import {
  type DifferenceRule,
  differ,
  lacking,
  listOf,
  sayStep,
  stepOf,
  type Versions,
} from '../difference.js';
import { implies } from '../implies.js';
import { isAtMost, sayCondition, sayLength, sayList } from '../words.js';
import { newShare, newWays } from './new-ways.js';

/** What a step needs, who answers it, and when it opens. */
export const STEP_RULES: readonly (readonly [pattern: string, rule: DifferenceRule])[] = [
  ['steps/*', presence],
  ['steps/*/requires', requires],
  ['steps/*/clearsAtOpening', clearsAtOpening],
  ['steps/*/by', signers],
  ['steps/*/safeguard', safeguard],
  ['steps/*/secondPerson', secondPerson],
  ['steps/*/effects', effects],
  ['steps/*/when', opening],
  ['steps/*/notBefore', notBefore],
  ['steps/*/ahead', ahead],
  ['steps/*/series', series],
  ['steps/*/limit', limit],
  ['steps/*/kind', moved],
  ['steps/*/stage', moved],
];

function presence(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  if (change.after === undefined) {
    const text = { es: 'Se quita el paso {step}.', en: 'Step {step} is removed.' };
    return [differ(change, 'step', true, text, { step })];
  }
  const { outcomes, shares = [] } = change.after as Step;
  return [
    differ(change, 'step', false, { es: 'Paso nuevo: {step}.', en: 'New step: {step}.' }, { step }),
    ...outcomes.flatMap(({ sets = [] }) => newWays(change, versions, step, sets)),
    ...shares.map((share) => newShare(change, step, share)),
  ];
}

function requires(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  return [
    ...lacking(change.before, change.after).map((fact) =>
      differ(
        change,
        'safeguard',
        true,
        { es: '{step} ya no exige «{fact}».', en: '{step} no longer requires "{fact}".' },
        { step, fact },
      ),
    ),
    ...lacking(change.after, change.before).map((fact) =>
      differ(
        change,
        'safeguard',
        false,
        { es: '{step} exige además «{fact}».', en: '{step} also requires "{fact}".' },
        { step, fact },
      ),
    ),
  ];
}

function clearsAtOpening(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  return [
    ...lacking(change.before, change.after).map((fact) =>
      differ(
        change,
        'safeguard',
        true,
        {
          es: 'Al abrirse {step} ya no deja de valer «{fact}».',
          en: '"{fact}" no longer stops holding when {step} opens.',
        },
        { step, fact },
      ),
    ),
    ...lacking(change.after, change.before).map((fact) =>
      differ(
        change,
        'safeguard',
        false,
        {
          es: 'Al abrirse {step} deja de valer también «{fact}».',
          en: '"{fact}" also stops holding when {step} opens.',
        },
        { step, fact },
      ),
    ),
  ];
}

function signers(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  const weakens = lacking(change.before, change.after).length > 0;
  const params = {
    step,
    before: sayList(listOf(change.before)),
    after: sayList(listOf(change.after)),
  };
  return [
    differ(
      change,
      'safeguard',
      weakens,
      {
        es: '{step}: responde {after}, antes {before}.',
        en: '{step}: {after} answers, before {before}.',
      },
      params,
    ),
  ];
}

function safeguard(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  return change.after === true
    ? [
        differ(
          change,
          'safeguard',
          false,
          { es: '{step} es ahora una salvaguardia.', en: '{step} is now a safeguard.' },
          { step },
        ),
      ]
    : [
        differ(
          change,
          'safeguard',
          true,
          {
            es: '{step} deja de ser una salvaguardia: su resultado ya no pide una decisión humana.',
            en: '{step} is no longer a safeguard: its result needs no human decision any more.',
          },
          { step },
        ),
      ];
}

function secondPerson(change: Change, versions: Versions) {
  return lessIn(change, versions, {
    es: '{step}: confirma una segunda persona {after}, antes {before}.',
    en: '{step}: a second person confirms {after}, before {before}.',
  });
}

function effects(change: Change, versions: Versions) {
  return lessIn(change, versions, {
    es: '{step}: lo que hace en el mundo es {after}, antes {before}.',
    en: '{step}: what it does in the world is {after}, before {before}.',
  });
}

/** A list of a step that protects: whatever it lacks afterwards weakens. */
function lessIn(change: Change, versions: Versions, text: Text) {
  const params = {
    step: sayStep(stepOf(change, versions)),
    before: sayList(listOf(change.before)),
    after: sayList(listOf(change.after)),
  };
  const isLess = lacking(change.before, change.after).length > 0;
  return [differ(change, 'safeguard', isLess, text, params)];
}

const MOVES: readonly string[] = ['discloses-identity', 'issues-document', 'departs', 'hands-over'];

/** A step that moves a person or data may open less often, every other one more often, and neither the other way. */
function opening(change: Change, versions: Versions) {
  const step = stepOf(change, versions);
  const before = change.before as Condition;
  const after = change.after as Condition;
  const moves = (step?.effects ?? []).some((effect) => MOVES.includes(effect));
  const weakens = moves ? !implies(after, before) : !implies(before, after);
  return [
    differ(
      change,
      'step',
      weakens,
      {
        es: '{step} se abre cuando: {after}. Antes: {before}.',
        en: '{step} opens when: {after}. Before: {before}.',
      },
      { step: sayStep(step), before: sayCondition(before), after: sayCondition(after) },
    ),
  ];
}

function notBefore(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  const before = change.before as Step['notBefore'];
  const after = change.after as Step['notBefore'];
  const say = (of: Step['notBefore']) => {
    if (!of) return { es: 'en cualquier momento', en: 'at any time' };
    const length = sayLength(of);
    return { es: `${length.es} antes de «${of.before}»`, en: `${length.en} before "${of.before}"` };
  };
  const later = before && after && before.before === after.before && isAtMost(after, before);
  return [
    differ(
      change,
      'deadline',
      before !== undefined && !later,
      {
        es: '{step} no se abre antes de: {after}. Antes: {before}.',
        en: '{step} does not open earlier than: {after}. Before: {before}.',
      },
      { step, before: say(before), after: say(after) },
    ),
  ];
}

/** Longer, or told with more outcomes, protects more; another date or less of it cannot be shown to. */
function ahead(change: Change, versions: Versions) {
  const before = change.before as Ahead | undefined;
  const after = change.after as Ahead | undefined;
  const say = (of: Ahead | undefined) =>
    of
      ? {
          es: `${of.hours} h antes de «${of.before}» (${of.on.join(', ')})`,
          en: `${of.hours} h before "${of.before}" (${of.on.join(', ')})`,
        }
      : { es: 'nada', en: 'nothing' };
  const keeps =
    before === undefined ||
    (after?.before === before.before &&
      after.hours >= before.hours &&
      lacking(before.on, after.on).length === 0);
  return [
    differ(
      change,
      'safeguard',
      !keeps,
      {
        es: '{step}: quien recibe lo sabe al menos {after}. Antes: {before}.',
        en: '{step}: whoever receives knows at least {after}. Before: {before}.',
      },
      { step: sayStep(stepOf(change, versions)), before: say(before), after: say(after) },
    ),
  ];
}

function series(change: Change, versions: Versions) {
  const step = sayStep(stepOf(change, versions));
  const visits = (of: unknown) => (of as Series | undefined)?.at.map((at) => sayLength(at)) ?? [];
  const in_ = (language: 'es' | 'en', of: unknown) => visits(of).map((text) => text[language]);
  const anchor = (of: unknown) => (of as Series | undefined)?.after;
  const dropped = lacking(in_('es', change.before), in_('es', change.after)).length > 0;
  const say = (of: unknown) => ({ es: sayList(in_('es', of)), en: sayList(in_('en', of)) });
  return [
    differ(
      change,
      'safeguard',
      change.before !== undefined && (dropped || anchor(change.before) !== anchor(change.after)),
      {
        es: '{step} se repite a: {after}. Antes: {before}.',
        en: '{step} is repeated after: {after}. Before: {before}.',
      },
      { step, before: say(change.before), after: say(change.after) },
    ),
  ];
}

function limit(change: Change, versions: Versions) {
  const none = { es: 'sin límite', en: 'without limit' };
  const say = (value: unknown) => (typeof value === 'number' ? value : none);
  return [
    differ(
      change,
      'step',
      false,
      {
        es: '{step} puede abrirse {after} veces, antes {before}.',
        en: '{step} may open {after} times, before {before}.',
      },
      {
        step: sayStep(stepOf(change, versions)),
        before: say(change.before),
        after: say(change.after),
      },
    ),
  ];
}

function moved(change: Change, versions: Versions) {
  const params = {
    step: sayStep(stepOf(change, versions)),
    before: String(change.before),
    after: String(change.after),
  };
  return [
    differ(
      change,
      'step',
      false,
      {
        es: '{step}: ahora «{after}», antes «{before}».',
        en: '{step}: now "{after}", before "{before}".',
      },
      params,
    ),
  ];
}
