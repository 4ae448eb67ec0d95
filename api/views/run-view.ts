import { withStates } from '../../door/directory.js';
import { explain, type Prospect, prospects } from '../../protocols/core/explain.js';
import { findUnsure } from '../../protocols/language/corridor.js';
import { findPack, packKey } from '../../protocols/language/pack.js';
import { type Field, mayShow } from '../auth/fields.js';
import { say } from '../language.js';
import type { OpenRun } from '../runs/open-run.js';
import type { RunView } from '../schemas/runs.js';
import { formView } from './form-view.js';
import { reportableIn } from './reportable.js';
import { stepInRunView } from './step-in-run.js';
import { namedIn } from './words.js';

/** A run as one access may see it; see `Level` for what is left out. */
export function runView(opened: OpenRun): RunView {
  const { definition, run, level, roles, language } = opened;
  const { state } = run;
  const now = nowOf(opened);
  const shows = (field: Field) => mayShow(opened, field);
  const forecast = mayShow(opened, 'step.prospects', true) ? prospects(definition, state, now) : [];
  return {
    run: run.id,
    protocol: {
      id: definition.id,
      version: run.version,
      title: say(definition.title, language),
    },
    ...packOf(opened),
    view: level,
    rehearsal: run.rehearsal,
    startedAt: iso(state.startedAt),
    ...(state.ending ? { endedAt: iso(state.ending.at) } : {}),
    ...(state.ending && shows('run.ending')
      ? { ending: namedIn(definition.endings, state.ending.id, language) }
      : {}),
    myRoles: roles.map(({ id, title }) => ({ id, title: say(title, language) })),
    ...(shows('run.vacant') ? vacancies(opened) : {}),
    ...(shows('run.unsureState') ? unsureStates(opened) : {}),
    ...(shows('run.attributes') ? { attributes: { ...state.attributes } } : {}),
    ...(shows('run.dates') ? { dates: datesOf(opened) } : {}),
    ...(shows('run.facts') ? { facts: factsOf(opened) } : {}),
    steps: stepViews(opened, forecast, now),
    events: eventsOf(opened),
  };
}

/** The steps of a run as one access may see them, in the order of the protocol; without prospects unless given. */
export function stepViews(
  opened: OpenRun,
  forecast: readonly Prospect[] = [],
  now = nowOf(opened),
): RunView['steps'] {
  return explain(opened.definition, opened.run.state).flatMap(
    (explained) => stepInRunView(opened, explained, forecast, now) ?? [],
  );
}

/** The instant by which a run is judged: a rehearsal has a clock of its own. */
export function nowOf({ run, context }: OpenRun): number {
  return run.rehearsal ? run.state.lastAt : context.door.clock.now();
}

function packOf({ definition, language }: OpenRun): Pick<RunView, 'pack'> {
  const pack = findPack(definition);
  return pack ? { pack: { id: packKey(pack), title: say(pack.title, language) } } : {};
}

function vacancies({ definition, run, language }: OpenRun): Pick<RunView, 'vacant'> {
  const vacant = definition.roles.filter(
    ({ id, optional }) => !optional && !run.state.bindings[id],
  );
  if (vacant.length === 0) return {};
  return { vacant: vacant.map(({ id, title }) => ({ id, title: say(title, language) })) };
}

/** By the directory as it is now: what is entered later about a consulate holds for the runs it is in. */
function unsureStates({
  definition,
  run,
  language,
  context,
}: OpenRun): Pick<RunView, 'unsureState'> {
  const unsure = findUnsure(definition, withStates(context.door.directory, run.state.bindings));
  if (unsure.length === 0) return {};
  return { unsureState: unsure.map((id) => namedIn(definition.roles, id, language)) };
}

function datesOf({ run }: OpenRun): Record<string, string> {
  return Object.fromEntries(Object.entries(run.state.dates).map(([id, at]) => [id, iso(at)]));
}

function factsOf({ run, definition, language }: OpenRun): NonNullable<RunView['facts']> {
  return definition.facts.flatMap(({ id, title }) => {
    const fact = run.state.facts[id];
    if (!fact) return [];
    return {
      id,
      title: say(title, language),
      ...(fact.until === undefined ? {} : { until: iso(fact.until) }),
    };
  });
}

function eventsOf(opened: OpenRun): RunView['events'] {
  const { language } = opened;
  return reportableIn(opened).map(({ id, title, form }) => ({
    id,
    title: say(title, language),
    form: formView(form ?? [], language),
  }));
}

export function iso(at: number): string {
  return new Date(at).toISOString();
}
