import { sql } from 'drizzle-orm';
import { customType } from 'drizzle-orm/pg-core';

const xid8 = customType<{ data: string; driverData: string }>({ dataType: () => 'xid8' });

/**
 * The transaction that added the row. Rows of a transaction below every one under way are all there or never will be:
 * that is how the log misses none, though rows become visible in another order than they were numbered.
 */
export const addedBy = () => xid8('added_by').notNull().default(sql`pg_current_xact_id()`);

export { xid8 };
