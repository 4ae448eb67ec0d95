import type { Definition } from '../definition.js';
import type { Pack, PackPart, VariedDefinition } from '../pack.js';
import type { Consequences, Outcome, Setting, Step } from '../step.js';
import { signers } from '../step.js';
import type { DeadlineChange, Variant } from '../variant.js';
import { placeFields } from './places.js';
import { sourcesMarked } from './sources.js';

/**
 * A protocol as it holds in the country or corridor of a pack: its times, texts and institutions, its added safeguards,
 * its handover points, and other countries' law marked as what it is there. Id and version stay those of the protocol.
 * Pure; whether the result is still as safe as the protocol is asked by `packs/check`.
 */
export function applyVariant(definition: Definition, pack: Pack): VariedDefinition {
  const patched = patchDefinition(definition, pack);
  const { definition: placed, places } = placeFields(patched, pack.points);
  return { ...placed, pack: partOf(pack, definition, places) };
}

/** The protocol with everything the pack changes but its points. */
export function patchDefinition(definition: Definition, pack: Pack): Definition {
  const variant = variantOf(pack, definition.id);
  const marked = sourcesMarked(definition, pack);
  const rewritten = new Map((variant.rewrites ?? []).map((step) => [step.id, step]));
  const steps = marked.steps.map((step) =>
    patchStep(rewritten.get(step.id) ?? step, pack, variant),
  );
  return {
    ...marked,
    roles: marked.roles.map((role) => {
      const change = variant.roles?.find((candidate) => candidate.role === role.id);
      return change ? { ...role, kind: change.kind } : role;
    }),
    facts: [...marked.facts, ...(variant.facts ?? [])],
    steps: [...steps, ...(variant.steps ?? [])],
    events: marked.events.map((event) => withConsequences(event, `event:${event.id}`, variant)),
  };
}

function variantOf(pack: Pack, protocol: string): Variant {
  return pack.variants.find((variant) => variant.protocol === protocol) ?? { protocol };
}

function partOf(pack: Pack, definition: Definition, places: PackPart['places']): PackPart {
  const { id, version, title, agreements, points, days, relations } = pack;
  const roles = new Set<string>(definition.roles.map((role) => role.id));
  return {
    id,
    version,
    title,
    agreements,
    points,
    days,
    relations,
    norms: pack.norms.filter((norm) => norm.steps?.some((use) => use.protocol === definition.id)),
    competence: pack.competence.filter(({ role }) => roles.has(role)),
    places,
  };
}

function patchStep(step: Step, pack: Pack, variant: Variant): Step {
  const of = <T extends { readonly step: string }>(list: readonly T[] | undefined) =>
    (list ?? []).filter((entry) => entry.step === step.id);
  const text = of(variant.texts)[0];
  const added = of(variant.requires).flatMap(({ facts }) => facts);
  const cleared = of(variant.clearsAtOpening).flatMap(({ facts }) => facts);
  const signing = of(variant.signers).flatMap(({ roles }) => roles);
  const asked = of(variant.fields).map(({ field }) => field);
  const deadline = deadlineOf(step, pack, variant);
  return {
    ...step,
    ...(text?.title ? { title: text.title } : {}),
    ...(text?.instructions ? { instructions: text.instructions } : {}),
    ...(signing.length > 0 ? { by: joined(signers(step), signing) } : {}),
    ...(added.length > 0 ? { requires: joined(step.requires, added) } : {}),
    ...(cleared.length > 0 ? { clearsAtOpening: joined(step.clearsAtOpening, cleared) } : {}),
    ...(asked.length > 0 ? { form: [...(step.form ?? []), ...asked] } : {}),
    ...(deadline ? { deadline } : {}),
    outcomes: step.outcomes.map(
      (outcome): Outcome => withConsequences(outcome, `${step.id}:${outcome.id}`, variant),
    ),
  };
}

/** A rule of the pack's norms first, then what the variant says of the step. */
function deadlineOf(step: Step, pack: Pack, variant: Variant): Step['deadline'] {
  let { deadline } = step;
  if (!deadline) return undefined;
  for (const { figure, source, steps } of pack.norms) {
    const use = steps?.find((one) => one.protocol === variant.protocol && one.step === step.id);
    if (!use || !figure || use.as === 'beside') continue;
    if (use.as === 'length') deadline = { ...deadline, ...figure, source };
  }
  const change = variant.deadlines?.find((candidate) => candidate.step === step.id);
  return change ? changed(deadline, change) : deadline;
}

function changed(deadline: NonNullable<Step['deadline']>, change: DeadlineChange) {
  const { step: _, ...parts } = change;
  return { ...deadline, ...parts };
}

function withConsequences<T extends Consequences>(of: T, at: string, variant: Variant): T {
  const cleared = (variant.clears ?? []).filter((entry) => entry.at === at);
  const shorter = (variant.validity ?? []).filter((entry) => entry.at === at);
  if (cleared.length === 0 && shorter.length === 0) return of;
  const facts = cleared.flatMap((entry) => entry.facts);
  return {
    ...of,
    ...(facts.length > 0 ? { clears: joined(of.clears, facts) } : {}),
    ...(of.sets && shorter.length > 0
      ? { sets: of.sets.map((setting) => shortened(setting, shorter)) }
      : {}),
  };
}

function shortened(setting: Setting, shorter: NonNullable<Variant['validity']>): Setting {
  const fact = typeof setting === 'string' ? setting : setting.fact;
  const validity = shorter.find((entry) => entry.fact === fact);
  return validity ? { fact, validFor: validity.validFor } : setting;
}

function joined(before: readonly string[] | undefined, more: readonly string[]): readonly string[] {
  return [...new Set([...(before ?? []), ...more])];
}
