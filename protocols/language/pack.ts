import type { Length } from './deadline.js';
import type { Definition } from './definition.js';
import type { Hours, Period } from './hours.js';
import type { AgreementSilence, DecreedDays, Relay } from './register.js';
import type { Source, Text } from './text.js';
import type { Variant } from './variant.js';

/**
 * A rule of law, policy or practice about time, as it was found. `figure` is its length, absent where the source gives
 * none; `says` is what it says in words; `silence` what the source attaches to silence.
 */
export interface Norm {
  readonly id: string;
  readonly title: Text;
  readonly figure?: Length;
  readonly says: Text;
  readonly silence?: Text;
  readonly source: Source;
  /** The steps it is about, by protocol, and how: it is their length, a ceiling of it, or stands beside it. */
  readonly steps?: readonly NormUse[];
}

export interface NormUse {
  readonly protocol: string;
  readonly step: string;
  readonly as: 'length' | 'ceiling' | 'beside';
}

/** What two or more States agreed on returns, and for how long. */
export interface Agreement extends Period {
  readonly id: string;
  readonly title: Text;
  readonly type: 'treaty' | 'memorandum' | 'local-arrangement';
  readonly parties: readonly string[];
  /** Extensions in the order they were made; the last one counts. */
  readonly renewals?: readonly { readonly until: string; readonly source: Source }[];
  /** Whether silence of the requested State counts as acceptance. Never for children and victims. */
  readonly silence: AgreementSilence;
  readonly source: Source;
}

/**
 * Where a person passes from one State to the other. `handover`: between authorities, under an agreement and in its
 * hours. `scheduled-travel`: an ordinary journey without authorities, for people who go by their own choice only.
 */
export interface HandoverPoint {
  readonly id: string;
  readonly title: Text;
  readonly kind: 'handover' | 'scheduled-travel';
  /** The zone of the hours. */
  readonly timeZone: string;
  /** Whose public holidays are holidays there. */
  readonly holidaysOf: readonly string[];
  readonly hours: readonly Hours[];
  /** Agreement it rests on; a handover without one never takes place. */
  readonly agreement?: string;
  readonly closed?: readonly Period[];
  /** People a day. */
  readonly capacity?: { readonly people: number; readonly source: Source };
  /** Which kind of institution is the contact for what. Codes, no names of people. */
  readonly contacts?: readonly { readonly for: string; readonly kind: string }[];
  readonly source: Source;
}

/**
 * Who is competent for a role when it depends on the hour or on what the step is about: an institution of `kind`, bound
 * beside the role as `ROLE.id`. Judged when a step opens. Where none is bound, the role's own institution is.
 */
export interface Competence {
  readonly id: string;
  readonly role: string;
  readonly kind: string;
  readonly title: Text;
  /** Only these steps; every step of the role unless given. */
  readonly steps?: readonly string[];
  /** Only in these hours; at any hour unless given. */
  readonly hours?: readonly Hours[];
  readonly timeZone: string;
  readonly holidaysOf: readonly string[];
  readonly source: Source;
}

/** A pair of countries a pack is for; a side that is not named is any country. */
export interface Corridor {
  readonly sending?: readonly string[];
  readonly receiving?: readonly string[];
}

/** What a country or corridor brings to the protocols. Data: the same shape as JSON or YAML. */
export interface Pack {
  readonly language: 1;
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly about: Text;
  readonly corridors: readonly Corridor[];
  readonly norms: readonly Norm[];
  readonly agreements: readonly Agreement[];
  readonly points: readonly HandoverPoint[];
  readonly competence: readonly Competence[];
  readonly relations: readonly Relay[];
  /** Days by decree, by country. */
  readonly days: Readonly<Record<string, DecreedDays>>;
  readonly variants: readonly Variant[];
}

/** Which attribute holds the point of a planned date, and the facts that rest on both. */
export interface Place {
  readonly attribute: string;
  readonly facts: readonly string[];
}

/** What of a pack the rules need while a run lives. */
export interface PackPart extends Pick<Pack, 'id' | 'version' | 'title' | 'agreements' | 'days'> {
  readonly norms: readonly Norm[];
  readonly points: readonly HandoverPoint[];
  readonly competence: readonly Competence[];
  readonly relations: readonly Relay[];
  /** Planned dates that take place at a point. */
  readonly places: Readonly<Record<string, Place>>;
}

/** A protocol as it holds in a country or corridor. Same id and version; the pack says what is different. */
export interface VariedDefinition extends Definition {
  readonly pack: PackPart;
}

/** The pack a definition was varied by, if any. */
export function findPack(definition: Definition): PackPart | undefined {
  return (definition as Partial<VariedDefinition>).pack;
}

/** `id@version` of a pack, as a run is pinned to it. */
export function packKey({
  id,
  version,
}: {
  readonly id: string;
  readonly version: number;
}): string {
  return `${id}@${version}`;
}

/** The name under which an institution is bound that is competent beside a role. */
export function competenceKey({ role, id }: Pick<Competence, 'role' | 'id'>): string {
  return `${role}.${id}`;
}

/** The role a binding belongs to: itself, or the one beside which it stands. */
export function roleOfKey(key: string): string {
  const dot = key.indexOf('.');
  return dot < 0 ? key : key.slice(0, dot);
}
