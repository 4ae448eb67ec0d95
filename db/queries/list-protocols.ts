import { asc } from 'drizzle-orm';
import type { Database } from '../client.js';
import { definitions } from '../schema/definitions.js';

/** A published version without its content. */
export interface ProtocolVersion {
  readonly id: string;
  readonly version: number;
  readonly digest: string;
  readonly publishedAt: Date;
  readonly retiredAt: Date | null;
}

/** Every published version, oldest first within a protocol. */
export async function listProtocolVersions(db: Database): Promise<ProtocolVersion[]> {
  return db.orm
    .select({
      id: definitions.id,
      version: definitions.version,
      digest: definitions.digest,
      publishedAt: definitions.publishedAt,
      retiredAt: definitions.retiredAt,
    })
    .from(definitions)
    .orderBy(asc(definitions.id), asc(definitions.version));
}
