import type { Database } from '../db/client.js';
import { findDefinition } from '../db/queries/definitions.js';
import { findVariantRow } from '../db/queries/packs.js';
import { type RunRecording, readRecording } from '../db/queries/read-recording.js';
import { type AuditFinding, auditRun } from '../protocols/checker/audit.js';
import type { Definition } from '../protocols/language/definition.js';
import { digestOf } from './definitions.js';

/** What is to be said about one recorded run. */
export interface RunAudit {
  readonly run: string;
  readonly protocol: string | null;
  readonly version: number | null;
  readonly acts: number;
  readonly findings: readonly AuditFinding[];
}

/** Reads and judges recorded runs. Writes nothing, and needs no keys: answers stay sealed. */
export interface Auditor {
  /** Undefined when nothing of such a run is recorded. */
  audit(runId: string): Promise<RunAudit | undefined>;
}

interface Followed {
  readonly definition?: Definition;
  readonly findings: readonly AuditFinding[];
}

type Follows = NonNullable<RunRecording['follows']>;

export function createAuditor(db: Database): Auditor {
  const known = new Map<string, Promise<Followed>>();
  const followed = (follows: Follows): Promise<Followed> => {
    const key = JSON.stringify(follows);
    const found = known.get(key) ?? readFollowed(db, follows);
    known.set(key, found);
    return found;
  };
  return {
    async audit(run) {
      const recording = await readRecording(db.sql, run);
      if (!recording) return undefined;
      const acts = recording.entries.length;
      const { follows } = recording;
      if (!follows) {
        return { run, protocol: null, version: null, acts, findings: [LOST] };
      }
      const { definition, findings } = await followed(follows);
      return {
        run,
        protocol: follows.protocol,
        version: follows.version,
        acts,
        findings: definition ? [...findings, ...auditRun(definition, recording)] : findings,
      };
    },
  };
}

const ofTheWhole = (es: string, en: string): AuditFinding => ({
  invariant: 'INV-A17',
  seq: 0,
  text: { es, en },
});

const LOST = ofTheWhole(
  'El proceso ya no está en la lista de procesos; solo queda su historial, y no se sabe qué protocolo seguía.',
  'The run is no longer in the list of runs; only its history is left, and which protocol it followed is not known.',
);

/** The version a run follows, and whether it is still what was published. */
async function readFollowed(db: Database, { protocol, version, pack }: Follows): Promise<Followed> {
  const base = await findDefinition(db, protocol, version);
  const row = pack === null ? base : await findVariantRow(db, { protocol, version, pack });
  const name = `${protocol} ${version}${pack === null ? '' : ` (${pack})`}`;
  if (!row) {
    const es = `El protocolo ${name} no está en la base de datos; el proceso no puede revisarse.`;
    const en = `Protocol ${name} is not in the database; the run cannot be judged.`;
    return { findings: [ofTheWhole(es, en)] };
  }
  const changed = [base, row].some((one) => one && digestOf(JSON.parse(one.body)) !== one.digest);
  const es = `El protocolo ${name} no es el que se publicó: su huella no coincide.`;
  const en = `Protocol ${name} is not what was published: its digest differs.`;
  return {
    definition: JSON.parse(row.body) as Definition,
    findings: changed ? [ofTheWhole(es, en)] : [],
  };
}
