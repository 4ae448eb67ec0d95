import type { AccessRole } from '../../db/queries/access-tokens.js';
import type { Act } from '../../protocols/core/acts.js';
import type { Level } from './relations.js';

/**
 * What an access is to a run as far as fields go: how much of it is shown (`Level`, made of role and relation), and monitors
 * apart, who read whole runs but nothing of what is planned.
 */
export type Grade = 'monitor' | Level;

/** Who sees something: `own` of what is the asking institution's, `others` of everything else. */
interface Seen {
  readonly own: readonly Grade[];
  readonly others: readonly Grade[];
}

const WHOLE = ['monitor', 'full'] as const;
/** All but the receiving side, whom every one of these could tell that a person claims protection. */
const SENDING = [...WHOLE, 'party'] as const;
const ALL = [...SENDING, 'reserved'] as const;

const same = (grades: readonly Grade[]): Seen => ({ own: grades, others: grades });

/** The one table of what a view may show. What is not named here is seen by everybody who may read the run at all. */
const FIELDS = {
  // Of a run.
  'run.ending': same(SENDING),
  'run.openSteps': same(SENDING),
  'run.lead': same(SENDING),
  /** The run before and after it, those of the family, the group operation: each says that two runs are one person's or one journey's. */
  'run.links': same(SENDING),
  'run.family': same(SENDING),
  'run.operation': same(SENDING),
  'run.vacant': same(WHOLE),
  'run.unsureState': same(WHOLE),
  'run.attributes': same(WHOLE),
  'run.facts': same(WHOLE),
  'run.dates': same(['full']),
  'run.stages': same(WHOLE),
  /** Which facts are missing where something is refused, and which events its state excludes. */
  'run.why': same(SENDING),
  // Of a step in a run; `step.coming` is one that has not opened.
  'step.itself': { own: ALL, others: SENDING },
  'step.coming': { own: ALL, others: WHOLE },
  'step.signer': { own: ALL, others: SENDING },
  'step.outcome': { own: ALL, others: WHOLE },
  'step.why': { own: SENDING, others: WHOLE },
  'step.opensAt': { own: SENDING, others: WHOLE },
  'step.prospects': { own: SENDING, others: WHOLE },
  // Of what an answer or an event would bring, before it is entered.
  'foreseen.steps': { own: ALL, others: SENDING },
  'foreseen.course': same(SENDING),
  'foreseen.facts': same(WHOLE),
  // Of an act in the history.
  'act.institution': { own: ALL, others: SENDING },
  'act.outcome': { own: ALL, others: WHOLE },
  'act.reroute': same(WHOLE),
} as const satisfies Record<string, Seen>;

/** Which acts are told; of an act of time, `own` is a deadline of the asking institution. */
const ACTS: Readonly<Record<Act['type'], Seen>> = {
  'run-started': same(ALL),
  'step-completed': { own: ALL, others: SENDING },
  'role-reassigned': { own: ALL, others: SENDING },
  'family-joined': { own: ALL, others: SENDING },
  'register-changed': { own: ALL, others: SENDING },
  'step-nudged': { own: ALL, others: SENDING },
  'clock-reached': { own: ALL, others: WHOLE },
  'event-reported': { own: ALL, others: WHOLE },
  'share-acknowledged': { own: ALL, others: WHOLE },
  // The State of origin never learns that it was cut off, not even afterwards.
  'origin-stopped': same(SENDING),
  'origin-lift-asked': same(SENDING),
  'origin-lift-decided': same(SENDING),
};

export type Field = keyof typeof FIELDS;

/** Who looks: an access with how much of this run is shown to it. */
export interface Viewer {
  readonly access: { readonly role: AccessRole };
  readonly level: Level;
}

function gradeOf({ access, level }: Viewer): Grade {
  return access.role === 'monitor' ? 'monitor' : level;
}

/** Whether a view may show this field. Pure; every view asks here and nowhere else. `own`: of what is the institution's. */
export function mayShow(viewer: Viewer, field: Field, own = false): boolean {
  return fits(FIELDS[field], viewer, own);
}

/** Whether an act of this kind is told. */
export function mayTell(viewer: Viewer, act: Act['type'], own: boolean): boolean {
  return fits(ACTS[act], viewer, own);
}

function fits(seen: Seen, viewer: Viewer, own: boolean): boolean {
  return (own ? seen.own : seen.others).includes(gradeOf(viewer));
}

/** Every field a view may show to this viewer, for whoever has to list them. */
export function fieldsOf(viewer: Viewer, own = false): Field[] {
  return (Object.keys(FIELDS) as Field[]).filter((field) => mayShow(viewer, field, own));
}
