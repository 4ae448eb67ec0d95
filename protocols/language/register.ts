import type { Period } from './hours.js';

/** Days on which a country's offices are closed or open by decree, against its calendar. */
export interface DecreedDays {
  /** Nobody works: ascending local dates. */
  readonly off: readonly string[];
  /** People work although the calendar says otherwise. */
  readonly working: readonly string[];
}

/** What silence means between the parties of an agreement. */
export type AgreementSilence = 'none' | 'acceptance';

/** What became known of an agreement after its pack was published: a renewal, a denunciation, another silence. */
export interface AgreementNews extends Partial<Period> {
  readonly silence?: AgreementSilence;
}

/**
 * One entry of the register: what a State made known and what holds from then on in every open run. `day` moves
 * working-day deadlines; `agreement` and `closure` decide where and when somebody may be handed over; `relations` says
 * whether the receiving State has a representation in the sending one, and who stands in where it has none.
 */
export type RegisterChange =
  | { readonly kind: 'day'; readonly country: string; readonly on: string; readonly works: boolean }
  | ({ readonly kind: 'agreement'; readonly agreement: string } & AgreementNews)
  | ({ readonly kind: 'closure'; readonly point: string } & Period)
  | ({
      readonly kind: 'relations';
      readonly sending: string;
      readonly receiving: string;
      readonly channel: RelayChannel;
    } & Period);

export const RELAY_CHANNELS = ['protecting-state', 'iom', 'liaison-officer'] as const;
/** Who passes on what a consulate would, where there is none. */
export type RelayChannel = (typeof RELAY_CHANNELS)[number];

/** One pair of countries without representation, and since when. */
export interface Relay extends Period {
  readonly sending: string;
  readonly receiving: string;
  readonly channel: RelayChannel;
}

/** The register as a run knows it: entries up to `upTo`, folded. Part of the run's history, so that it can be replayed. */
export interface Register {
  readonly upTo: number;
  readonly days: Readonly<Record<string, DecreedDays>>;
  readonly agreements: Readonly<Record<string, AgreementNews>>;
  readonly closures: Readonly<Record<string, readonly Period[]>>;
  readonly relations: readonly Relay[];
}
