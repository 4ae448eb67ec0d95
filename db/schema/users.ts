import { sql } from 'drizzle-orm';
import { boolean, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core';

/** People who sign in. The id is opaque: the history keeps it for ever, and nothing else about them. */
export const users = pgTable(
  'users',
  {
    id: text().primaryKey(),
    /** How colleagues know the person, e.g. name and post. */
    displayName: text('display_name').notNull(),
    email: text().notNull(),
    language: text({ enum: ['es', 'en'] })
      .notNull()
      .default('es'),
    active: boolean().notNull().default(true),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [uniqueIndex('users_email').on(sql`lower(${table.email})`)],
);
