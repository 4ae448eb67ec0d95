import type { Source, Text } from './language/text.js';

/** What a recipient of shared data gets: chosen fields and why they may be used. Stored sealed, never changed. */
export interface Packet {
  /** Answers by field id; of several answers to the same question the latest. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly purpose: Text;
  readonly ground: Source;
  /** Institution whose step released it. */
  readonly from: string;
  readonly to: string;
  /** Release, epoch milliseconds. */
  readonly at: number;
}

/** What the ciphertext of a packet is bound to: moved to another share it does not open. */
export function packetPlace(runId: string, share: string): string {
  return `releases/${runId}/${share}`;
}
