import { index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { runs } from './runs.js';

/** Which runs are one family's. A projection of the acts that linked them; ids tell nothing about anybody. */
export const familyMembers = pgTable(
  'family_members',
  {
    runId: text('run_id')
      .notNull()
      .references(() => runs.id),
    unitId: text('unit_id').notNull(),
    /** The person within the family: a re-route gives a person a second run. */
    member: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.runId] }),
    index('family_members_unit').on(table.unitId),
  ],
);
