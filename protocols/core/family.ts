import { evaluate } from '../language/condition.js';
import type { Definition } from '../language/definition.js';
import type { Standing } from '../language/family.js';
import type { Act } from './acts.js';
import { apply } from './apply.js';
import { viewOf } from './draft.js';
import type { RunState } from './state.js';

/** One person of a family in the run that is theirs now. */
export interface Member {
  /** Opaque; the same in all runs of the person. */
  readonly id: string;
  readonly definition: Definition;
  readonly state: RunState;
}

/** How a run stands to the runs of the same family. */
export function standingOf({ family }: Definition, state: RunState): Standing {
  if (!family || state.ending?.continues) return 'apart';
  const view = viewOf(state);
  if (evaluate(family.gone, view)) return 'gone';
  if (state.ending || (family.stays && evaluate(family.stays, view))) return 'stays';
  return evaluate(family.held, view) ? 'held' : 'along';
}

/** The joins a run has come to, by id. */
export function joinsReached({ family }: Definition, state: RunState): string[] {
  const view = viewOf(state);
  return (family?.joins ?? []).filter(({ ready }) => evaluate(ready, view)).map(({ id }) => id);
}

/** Everything about a run that other runs of the family depend on: as long as it is the same, they need not be looked at. */
export function familySignature(definition: Definition, state: RunState): string {
  return [standingOf(definition, state), ...joinsReached(definition, state)].join(' ');
}

/**
 * The next act by which the system tells a member's run how the others stand; undefined when all know. What an act does
 * may change how its run stands, so this is asked again after each. An act a run would refuse is left out.
 */
export function nextFamilyAct(
  members: readonly Member[],
  at: number,
): { readonly member: string; readonly act: Act } | undefined {
  for (const member of members) {
    if (!member.definition.family || !member.state.family || member.state.ending) continue;
    const others = members.filter(({ id }) => id !== member.id);
    for (const told of [...aboutOthers(member, others), ...aboutJoins(member, others)]) {
      const act: Act = { type: 'event-reported', at, role: 'system', ...told };
      if (apply(member.definition, member.state, act).ok) return { member: member.id, act };
    }
  }
  return undefined;
}

type Told = Pick<Extract<Act, { type: 'event-reported' }>, 'event' | 'family'>;

function aboutOthers({ definition, state }: Member, others: readonly Member[]): Told[] {
  const known = state.family!.others;
  const rules = definition.family!;
  const apart: Record<string, Standing> = {};
  const along: Record<string, Standing> = {};
  for (const other of others) {
    const standing = standingOf(other.definition, other.state);
    if (standing === known[other.id] || standing === 'gone') continue;
    (standing === 'along' ? along : apart)[other.id] = standing;
  }
  return [
    ...(Object.keys(apart).length > 0
      ? [{ event: rules.diverged, family: { others: apart } }]
      : []),
    ...(Object.keys(along).length > 0
      ? [{ event: rules.rejoined, family: { others: along } }]
      : []),
  ];
}

function aboutJoins({ definition, state }: Member, others: readonly Member[]): Told[] {
  const companions = others.filter(
    (other) => standingOf(other.definition, other.state) === 'along',
  );
  return definition.family!.joins.flatMap(({ id, ready, met, broken }) => {
    const complete =
      evaluate(ready, viewOf(state)) && companions.every((other) => hasReached(other, id));
    const knownBroken = state.family!.broken.includes(id);
    if (complete !== knownBroken) return [];
    return [{ event: complete ? met : broken, family: { join: id, met: complete } }];
  });
}

/** A companion whose protocol does not know the join is not waited for there. */
function hasReached({ definition, state }: Member, join: string): boolean {
  const known = definition.family?.joins.find(({ id }) => id === join);
  return !known || evaluate(known.ready, viewOf(state));
}
