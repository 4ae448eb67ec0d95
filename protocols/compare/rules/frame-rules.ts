import type { Fact, Role } from '../../language/definition.js';
import type { Field } from '../../language/form.js';
import { signers } from '../../language/step.js';
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
import { sayList } from '../words.js';

/** Regime, roles, facts and attributes. */
export const FRAME_RULES: readonly (readonly [pattern: string, rule: DifferenceRule])[] = [
  [
    'regime',
    changed(
      'safeguard',
      true,
      'El régimen es «{after}», antes «{before}».',
      'The regime is "{after}", before "{before}".',
    ),
  ],
  [
    'lead',
    changed(
      'role',
      true,
      'Dirige «{after}», antes «{before}».',
      '"{after}" leads, before "{before}".',
    ),
  ],
  [
    'monitor',
    changed(
      'role',
      true,
      'Vigila «{after}», antes «{before}».',
      '"{after}" monitors, before "{before}".',
    ),
  ],
  ['roles/*', rolePresence],
  ['roles/*/kind', roleChanged],
  ['roles/*/side', roleChanged],
  ['roles/*/optional', roleOptional],
  ['facts/*', factPresence],
  ['facts/*/initially', factInitially],
  ['attributes/*', listed('el dato', 'attribute')],
  ['dates/*', listed('la fecha', 'date')],
  ['stages/*', listed('la etapa', 'stage')],
  ['endings/*', listed('el final', 'ending')],
  ['attributes/*/options/*', listed('la opción', 'option')],
];

function changed(
  subject: 'safeguard' | 'role',
  weakens: boolean,
  es: string,
  en: string,
): DifferenceRule {
  return (change) => [
    differ(
      change,
      subject,
      weakens,
      { es, en },
      { before: String(change.before ?? '–'), after: String(change.after ?? '–') },
    ),
  ];
}

function rolePresence(change: Change) {
  const isNew = change.before === undefined;
  const role = (isNew ? change.after : change.before) as Role;
  const text = isNew
    ? { es: 'Función nueva: {id} ({kind}).', en: 'New role: {id} ({kind}).' }
    : { es: 'Se quita la función {id} ({kind}).', en: 'Role {id} ({kind}) is removed.' };
  return [differ(change, 'role', false, text, { id: role.id, kind: role.kind })];
}

function roleChanged(change: Change, versions: Versions) {
  const [, role = '', part = ''] = change.path;
  return [
    differ(
      change,
      'role',
      decides(versions, role),
      {
        es: 'La función {role}: {part} es «{after}», antes «{before}».',
        en: 'Role {role}: {part} is "{after}", before "{before}".',
      },
      { role, part, before: String(change.before), after: String(change.after) },
    ),
  ];
}

function roleOptional(change: Change, versions: Versions) {
  const [, role = ''] = change.path;
  const now = change.after === true;
  const text = now
    ? {
        es: 'La función {role} puede quedar vacante; su trabajo pasa entonces a quien dirige.',
        en: 'Role {role} may stay empty; its work then falls to the lead.',
      }
    : {
        es: 'La función {role} ya no puede quedar vacante.',
        en: 'Role {role} may no longer stay empty.',
      };
  return [differ(change, 'role', now && decides(versions, role), text, { role })];
}

/** Whether a role signs a safeguard or what moves a person or data. */
function decides({ before }: Versions, role: string): boolean {
  return before.steps.some(
    (step) =>
      signers(step).includes(role) && (step.safeguard === true || (step.effects ?? []).length > 0),
  );
}

function factPresence(change: Change) {
  const isNew = change.before === undefined;
  const fact = (isNew ? change.after : change.before) as Fact;
  const text = isNew
    ? { es: 'Hecho nuevo: «{title}» ({id}).', en: 'New fact: "{title}" ({id}).' }
    : { es: 'Se quita el hecho «{title}» ({id}).', en: 'Fact "{title}" ({id}) is removed.' };
  return [differ(change, 'safeguard', false, text, { id: fact.id, title: fact.title })];
}

function factInitially(change: Change) {
  const [, fact = ''] = change.path;
  const now = change.after === true;
  const text = now
    ? {
        es: '«{fact}» vale desde el inicio, sin que nadie lo haya decidido.',
        en: '"{fact}" holds from the start, without anybody having decided it.',
      }
    : {
        es: '«{fact}» ya no vale desde el inicio.',
        en: '"{fact}" no longer holds from the start.',
      };
  return [differ(change, 'safeguard', now, text, { fact })];
}

/** Things that are only declared: what hangs on them shows where they are used. */
function listed(es: string, en: string): DifferenceRule {
  return (change) => {
    const id = change.path.at(-1) ?? '';
    const text =
      change.before === undefined
        ? { es: `Se agrega ${es} «{id}».`, en: `Added: ${en} "{id}".` }
        : { es: `Se quita ${es} «{id}».`, en: `Removed: ${en} "{id}".` };
    return [differ(change, 'other', false, text, { id })];
  };
}

/** Questions of a form. A question of a safeguard that falls away takes with it what was to be recorded. */
export const FORM_RULES: readonly (readonly [pattern: string, rule: DifferenceRule])[] = [
  ['steps/*/form/*', field],
  ['events/*/form/*', field],
  ['steps/*/form/*/required', fieldRequired],
  ['steps/*/form/*/yesFor', fieldYes],
  ['steps/*/form/*/ends', fieldEnds],
  ['steps/*/form/*/category', fieldCategory],
  ['events/*/form/*/category', fieldCategory],
];

function field(change: Change, versions: Versions) {
  const step = stepOf(change, versions);
  const params = { step: sayStep(step, change.path[1]), id: change.path[3] ?? '' };
  const isNew = change.before === undefined;
  const text = isNew
    ? { es: '{step} pregunta además «{id}».', en: '{step} also asks "{id}".' }
    : { es: '{step} ya no pregunta «{id}».', en: '{step} no longer asks "{id}".' };
  const before = change.before as Pick<Field, 'required' | 'yesFor' | 'ends'> | undefined;
  const recorded = before?.required !== undefined && step?.safeguard === true;
  const decides = before?.yesFor !== undefined || before?.ends !== undefined;
  const weakens = !isNew && (recorded || decides);
  return [differ(change, 'form', weakens, text, params)];
}

function fieldRequired(change: Change, versions: Versions) {
  const step = stepOf(change, versions);
  const params = { step: sayStep(step), id: change.path[3] ?? '' };
  const text = {
    es: '{step}: cambia cuándo es obligatoria la pregunta «{id}».',
    en: '{step}: when question "{id}" must be answered changes.',
  };
  return [differ(change, 'form', step?.safeguard === true && change.after !== true, text, params)];
}

/** An outcome that was given only with a yes and is now also given with a no. */
function fieldYes(change: Change, versions: Versions) {
  const params = {
    step: sayStep(stepOf(change, versions)),
    id: change.path[3] ?? '',
    before: sayList(listOf(change.before)),
    after: sayList(listOf(change.after)),
  };
  const text = {
    es: '{step}: la pregunta «{id}» exige un «sí» con {after}, antes con {before}.',
    en: '{step}: question "{id}" demands a yes with {after}, before with {before}.',
  };
  const weakens = lacking(change.before, change.after).length > 0;
  return [differ(change, 'safeguard', weakens, text, params)];
}

/** A fact that ended on a day somebody named now lasts as long as the definition says. */
function fieldEnds(change: Change, versions: Versions) {
  const none = { es: 'ningún hecho', en: 'no fact' };
  const say = (value: unknown) => (typeof value === 'string' ? value : none);
  const params = {
    step: sayStep(stepOf(change, versions)),
    id: change.path[3] ?? '',
    before: say(change.before),
    after: say(change.after),
  };
  const text = {
    es: '{step}: la respuesta a «{id}» pone fin a {after}, antes a {before}.',
    en: '{step}: the answer to "{id}" ends {after}, before {before}.',
  };
  return [differ(change, 'safeguard', change.before !== undefined, text, params)];
}

function fieldCategory(change: Change) {
  const params = {
    id: change.path[3] ?? '',
    before: String(change.before),
    after: String(change.after),
  };
  const text = {
    es: 'La pregunta «{id}» es de la categoría {after}, antes {before}; cambia a quién llega.',
    en: 'Question "{id}" is of category {after}, before {before}; whom it reaches changes.',
  };
  return [differ(change, 'form', true, text, params)];
}
