import type { Condition } from '../../../protocols/language/condition.js';
import { withheldWhile } from '../../../protocols/language/consent.js';
import type { Definition, ProtocolEvent, Role } from '../../../protocols/language/definition.js';
import type { Category } from '../../../protocols/language/form.js';
import type { Outcome, Step } from '../../../protocols/language/step.js';
import type { Text } from '../../../protocols/language/text.js';

/** What a protocol gives the person it is about, read off its definition; nothing is added to what the definition says. */
export interface Rights {
  /** Steps that move the person; empty where the protocol moves nobody. */
  readonly departures: readonly Step[];
  /** What must hold before every one of them, by the titles of the facts. */
  readonly before: readonly Text[];
  readonly voices: readonly Voice[];
  /** The time the person has, and what its end means. */
  readonly windows: readonly Limit[];
  /** Deadlines of authorities after which silence protects the person. */
  readonly protective: readonly Limit[];
  /** What only a named person may clear. */
  readonly byPerson: readonly Step[];
  readonly recipients: readonly Recipient[];
}

/** Something the person, or anybody for them, may say at any hour. */
export interface Voice {
  readonly event: ProtocolEvent;
  /** After it, until it is settled, none of the departures can take place. */
  readonly stopsDeparture: boolean;
}

export interface Limit {
  readonly step: Step;
  readonly deadline: NonNullable<Step['deadline']>;
  readonly lapse: Outcome;
}

/** Who is sent which data, what for, and what keeps it from being sent. */
export interface Recipient {
  readonly role: Role;
  readonly categories: readonly Category[];
  readonly purposes: readonly Text[];
  /** One condition for each share that can be held back, alike ones once. */
  readonly heldBackWhile: readonly Condition[];
}

/** Names with the same meaning in every protocol, as for the checker: not something a person says of themselves. */
const NOT_SAID: readonly string[] = ['deceased'];

/** Whether a protocol is about one person; a group operation is about a vehicle and has no sheet. */
export function isAboutPerson({ operation }: Definition): boolean {
  return operation === undefined;
}

/** Reads the person's rights off a definition. */
export function rightsOf(definition: Definition): Rights {
  const { steps, facts } = definition;
  const departures = steps.filter(({ effects }) => effects?.includes('departs'));
  const needed = facts.filter(
    ({ id }) =>
      departures.length > 0 && departures.every(({ requires }) => requires?.includes(id) === true),
  );
  return {
    departures,
    before: needed.map(({ title }) => title),
    voices: voicesOf(definition, departures),
    windows: steps.flatMap((step) => (step.kind === 'wait' ? limitOf(step, 'L4') : [])),
    protective: steps.flatMap((step) => limitOf(step, 'L3')),
    byPerson: steps.filter(({ safeguard }) => safeguard),
    recipients: recipientsOf(definition),
  };
}

function voicesOf({ events }: Definition, departures: readonly Step[]): Voice[] {
  return events
    .filter(
      ({ id, by, clears, ends }) =>
        by === 'anyone' && clears && clears.length > 0 && !ends && !NOT_SAID.includes(id),
    )
    .map((event) => ({
      event,
      stopsDeparture:
        departures.length > 0 &&
        departures.every(({ requires }) => requires?.some((fact) => event.clears?.includes(fact))),
    }));
}

function limitOf(step: Step, silence: 'L3' | 'L4'): Limit[] {
  const { deadline, outcomes } = step;
  const lapse = outcomes.find(({ id }) => id === deadline?.lapse);
  return deadline?.silence === silence && lapse ? [{ step, deadline, lapse }] : [];
}

function recipientsOf({ roles, steps, consents = [] }: Definition): Recipient[] {
  const shares = steps.flatMap((step) => step.shares ?? []);
  return roles.flatMap((role) => {
    const own = shares.filter(({ to }) => to === role.id);
    if (own.length === 0) return [];
    return {
      role,
      categories: [...new Set(own.flatMap(({ categories }) => categories))].sort(),
      purposes: once(own.map(({ purpose }) => purpose)),
      heldBackWhile: once(
        own.flatMap((share) => {
          const withheld = withheldWhile({ consents }, share);
          return withheld === undefined ? [] : [withheld];
        }),
      ),
    };
  });
}

function once<T>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
