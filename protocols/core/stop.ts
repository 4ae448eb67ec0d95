/** No contact with authorities of origin: who said so and when, and who asks that it end. */
export interface OriginStop {
  readonly at: number;
  readonly role: string;
  readonly reason: StopReason;
  readonly lift?: { readonly role: string; readonly institution: string; readonly at: number };
}

export const STOP_REASONS = ['asked', 'protection', 'risk', 'other'] as const;
/** The person asked for it; asylum or trafficking is looked into; a danger became known; said in words beside the act. */
export type StopReason = (typeof STOP_REASONS)[number];
