import type { AttributeValue } from '../attribute.js';
import type { Definition } from '../definition.js';
import type { Consequences } from '../step.js';
import type { Text } from '../text.js';
import { type Finding, type FindingCode, finding, type Params } from './findings.js';

/** What every check is given: the definition, look-ups of its names and the place for findings. */
export interface Scope {
  readonly definition: Definition;
  readonly ids: Readonly<Record<NameKind, ReadonlySet<string>>>;
  report(code: FindingCode, where: string, params?: Params): void;
  /** Reports an id that is not declared; says whether it is. */
  resolve(kind: NameKind, id: string, where: string): boolean;
}

export type NameKind =
  | 'role'
  | 'attribute'
  | 'fact'
  | 'date'
  | 'stage'
  | 'step'
  | 'event'
  | 'ending'
  | 'purpose';

const KIND_NAMES: Record<NameKind | 'outcome' | 'target', Text> = {
  role: { es: 'la función', en: 'role' },
  attribute: { es: 'el dato', en: 'attribute' },
  fact: { es: 'el hecho', en: 'fact' },
  date: { es: 'la fecha', en: 'date' },
  stage: { es: 'la etapa', en: 'stage' },
  step: { es: 'el paso', en: 'step' },
  event: { es: 'el suceso', en: 'event' },
  ending: { es: 'el final', en: 'ending' },
  purpose: { es: 'el consentimiento', en: 'consent' },
  outcome: { es: 'el resultado', en: 'outcome' },
  target: { es: 'el paso ni la etapa', en: 'step or stage' },
};

export function createScope(definition: Definition, found: Finding[]): Scope {
  const idsOf = (entries: readonly { readonly id: string }[]) =>
    new Set(entries.map((entry) => entry.id));
  const scope: Scope = {
    definition,
    ids: {
      role: idsOf(definition.roles),
      attribute: idsOf(definition.attributes),
      fact: idsOf(definition.facts),
      date: idsOf(definition.dates),
      stage: idsOf(definition.stages),
      step: idsOf(definition.steps),
      event: idsOf(definition.events),
      ending: idsOf(definition.endings),
      purpose: idsOf(definition.consents ?? []),
    },
    report: (code, where, params) => {
      found.push(finding(code, where, params));
    },
    resolve(kind, id, where) {
      if (scope.ids[kind].has(id)) return true;
      reportNotFound(scope, kind, id, where);
      return false;
    },
  };
  return scope;
}

export function reportNotFound(
  scope: Scope,
  kind: keyof typeof KIND_NAMES,
  id: string,
  where: string,
): void {
  scope.report('not-found', where, { kind: KIND_NAMES[kind], id });
}

/** Whether a value may be given to an attribute. */
export function fitsAttribute(
  attribute: Definition['attributes'][number],
  value: AttributeValue,
): boolean {
  if (attribute.type !== 'code') return typeof value === attribute.type;
  return (attribute.options ?? []).some((option) => option.id === value);
}

/** Every outcome and event of a definition with its path: all that can change a run. */
export function consequencesOf(
  definition: Definition,
): { readonly where: string; readonly does: Consequences; readonly step?: string }[] {
  return [
    ...definition.steps.flatMap((step) =>
      step.outcomes.map((outcome) => ({
        where: `steps/${step.id}/outcomes/${outcome.id}`,
        does: outcome,
        step: step.id,
      })),
    ),
    ...definition.events.map((event) => ({ where: `events/${event.id}`, does: event })),
  ];
}

export function factOf(setting: NonNullable<Consequences['sets']>[number]): string {
  return typeof setting === 'string' ? setting : setting.fact;
}
