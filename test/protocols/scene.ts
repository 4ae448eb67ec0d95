import type { Beat } from '../../rehearsal/scene.js';

/** One played case of a protocol and where it must end up. */
export interface ProtocolScene {
  /** Names the case in test titles and reports. */
  readonly id: string;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly beats: readonly Beat[];
  /** Ending, or `transferred` with the protocol that goes on and its entry. */
  readonly ends: string;
  /** Whether its whole story is printed when it is lived on the server. */
  readonly told?: true;
  /** Lived on the server at every run of the tests; the others when all are asked for. */
  readonly always?: true;
  /** One lapse after another, which takes minutes however quick the others are: lived only when all are asked for. */
  readonly long?: true;
  readonly continues?: { readonly protocol: string; readonly entry: string };
}
