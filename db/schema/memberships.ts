import { boolean, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import { ACCESS_ROLES } from './access-tokens.js';
import { institutions } from './institutions.js';
import { users } from './users.js';

/** A role a person holds at an institution. Somebody with two roles works in one at a time. */
export const memberships = pgTable(
  'memberships',
  {
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    institutionId: text('institution_id')
      .notNull()
      .references(() => institutions.id),
    role: text({ enum: ACCESS_ROLES }).notNull(),
    active: boolean().notNull().default(true),
    /** The institution said that the person still works there. Without it the role ends after a while. */
    renewedAt: timestamp('renewed_at', { withTimezone: true }).notNull().defaultNow(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.institutionId, table.role] })],
);
