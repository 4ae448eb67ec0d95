import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core';

/** Bodies outside that keep checkpoints of the log and sign what is consistent with their last copy. */
export const witnesses = pgTable('witnesses', {
  /** Name of the witness' key. */
  id: text().primaryKey(),
  /** Its public key, as C2SP signed-note writes it. */
  verifier: text().notNull(),
  /** Where checkpoints are posted, and to which mailbox they go; at least one of them. */
  url: text(),
  email: text(),
  active: boolean().notNull().default(true),
  /** The latest size it is known to have signed. */
  cosignedSize: bigint('cosigned_size', { mode: 'number' }).notNull().default(0),
  addedAt: timestamp('added_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
});

export const DELIVERY_STATES = ['pending', 'sent', 'cosigned', 'covered', 'refused'] as const;
/**
 * `sent`: handed over, no signature came back (mail never brings one); `covered`: a later checkpoint went instead, which says
 * all this one says; `refused`: the witness found it not consistent with its copy. That is an alarm.
 */
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** What became of a checkpoint on its way to a witness. */
export const witnessDeliveries = pgTable(
  'witness_deliveries',
  {
    witnessId: text('witness_id')
      .notNull()
      .references(() => witnesses.id),
    channel: text({ enum: ['http', 'mail'] }).notNull(),
    size: bigint({ mode: 'number' }).notNull(),
    state: text({ enum: DELIVERY_STATES }).notNull().default('pending'),
    attempts: integer().notNull().default(0),
    /** The witness' signature line. */
    cosignature: text(),
    nextAt: timestamp('next_at', { withTimezone: true }).notNull().default(sql`clock_timestamp()`),
    endedAt: timestamp('ended_at', { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.witnessId, table.channel, table.size] })],
);
