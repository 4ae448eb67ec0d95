import type { Definition } from '../definition.js';
import type { Field } from '../form.js';
import type { HandoverPoint, PackPart, Place } from '../pack.js';
import type { Step } from '../step.js';

/** Regimes under which people travel because they want to; they may also go without any authority. */
const BY_CHOICE: readonly string[] = ['voluntary', 'victim'];

/**
 * Turns the questions about the point of a planned date into a choice among the pack's points, and lets the answer enter
 * the run, where the rules judge date and point together. Without a point on offer the question stays as it is, and no
 * departure is possible.
 */
export function placeFields(
  definition: Definition,
  all: readonly HandoverPoint[],
): { definition: Definition; places: PackPart['places'] } {
  const places: Record<string, Place> = {};
  const byChoice = BY_CHOICE.includes(definition.regime);
  const points = all.filter(({ kind }) => kind === 'handover' || byChoice);
  const options = points.map(({ id, title }) => ({ id, title }));
  const attributes = new Map<string, Definition['attributes'][number]>();
  const steps = definition.steps.map((step): Step => {
    if (!step.form?.some((field) => field.places !== undefined)) return step;
    const form = step.form.map((field): Field => {
      const { places: date, ...rest } = field;
      if (date === undefined) return field;
      const attribute = attributeFor(date);
      const before = places[date]?.facts ?? [];
      const facts = [...new Set([...before, ...restingOn(definition, step)])];
      places[date] = { attribute, facts };
      if (options.length === 0) return rest;
      attributes.set(attribute, { id: attribute, title: field.label, type: 'code', options });
      return { ...rest, type: 'code', options, assigns: attribute };
    });
    return { ...step, form };
  });
  return {
    definition: {
      ...definition,
      steps,
      attributes: [...definition.attributes, ...attributes.values()],
    },
    places,
  };
}

/** `departure` is planned at `departurePoint`. */
function attributeFor(date: string): string {
  const camel = date.replace(/-([a-z0-9])/g, (_, sign: string) => sign.toUpperCase());
  return `${camel}Point`;
}

/** What a departure requires and this step gives: it no longer holds once date or point are no longer allowed. */
function restingOn(definition: Definition, step: Step): string[] {
  const required = new Set(
    definition.steps
      .filter(({ effects }) => effects?.includes('departs'))
      .flatMap(({ requires }) => requires ?? []),
  );
  return step.outcomes
    .flatMap(({ sets }) => sets ?? [])
    .map((setting) => (typeof setting === 'string' ? setting : setting.fact))
    .filter((fact) => required.has(fact));
}
