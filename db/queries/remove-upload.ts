import { and, eq } from 'drizzle-orm';
import type { Database } from '../client.js';
import { unfinishedUploads } from '../schema/unfinished-uploads.js';

/** Removes an upload of this person with what came of it; false when there is none. */
export async function removeUpload(
  db: Pick<Database['orm'], 'delete'>,
  id: string,
  { account }: { readonly account: string },
): Promise<boolean> {
  const rows = await db
    .delete(unfinishedUploads)
    .where(and(eq(unfinishedUploads.id, id), eq(unfinishedUploads.account, account)))
    .returning({ id: unfinishedUploads.id });
  return rows.length > 0;
}
