import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../db/client.js';
import { type AccessRole, createToken, findAccessToken } from '../../db/queries/access-tokens.js';
import {
  listInstitutions,
  saveInstitutions,
  setInstitutionState,
} from '../../db/queries/institutions.js';
import { addRegisterEntry, listRegister } from '../../db/queries/register.js';
import { DEMO_INSTITUTIONS } from '../demo-institutions.js';

/** A sign-in of the demo: which token belongs to whom. */
export interface DemoToken {
  readonly institution: string;
  readonly role: AccessRole;
  readonly token: string;
}

/** Demo institutions that lead cases. */
export const CASE_LEADS = ['demo-migracion-mx', 'demo-rectora'];

/** Made-up institutions and one token each (more for case leads and administrators), kept in the data folder; added once. */
export async function ensureDemoData(db: Database, dataDir: string): Promise<DemoToken[]> {
  const there = new Map((await listInstitutions(db)).map((row) => [row.id, row]));
  const missing = DEMO_INSTITUTIONS.filter((row) => !there.has(row.id));
  if (missing.length > 0) await saveInstitutions(db, missing);
  // A demo from before the directory said whose authority a consulate is.
  for (const { id, ofState } of DEMO_INSTITUTIONS) {
    if (ofState && there.get(id)?.ofState === null) await setInstitutionState(db, id, ofState);
  }
  await ensureDemoAgreement(db);
  const path = join(dataDir, 'demo-tokens.json');
  const kept = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as DemoToken[]) : [];
  const wanted: Omit<DemoToken, 'token'>[] = [
    ...DEMO_INSTITUTIONS.map((row) => ({
      institution: row.id,
      role: row.kind === 'MON' ? ('monitor' as const) : ('officer' as const),
    })),
    ...CASE_LEADS.map((institution) => ({ institution, role: 'case-lead' as const })),
    // Two: what one of them wrote another must approve.
    { institution: 'demo-rectora', role: 'admin' as const },
    { institution: 'demo-migracion-mx', role: 'admin' as const },
  ];
  const tokens: DemoToken[] = [];
  for (const { institution, role } of wanted) {
    const known = kept.find((one) => one.institution === institution && one.role === role);
    const valid = known && (await findAccessToken(db, known.token));
    if (known && valid) tokens.push(known);
    else {
      const { token } = await createToken(db, { institution, role, label: 'demo' });
      tokens.push({ institution, role, token });
    }
  }
  writeFileSync(path, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 });
  return tokens;
}

/** The corridor of the demo departs under an agreement whose renewals were read up to 2012 only: the demo invents one. */
async function ensureDemoAgreement(db: Database): Promise<void> {
  if ((await listRegister(db)).length > 0) return;
  await addRegisterEntry(db, {
    change: { kind: 'agreement', agreement: 'memorandum-2006', until: '2036-12-31' },
    source: { mark: 'proposal', ref: 'Demostración: vigencia inventada / Demo: invented validity' },
    actor: { institution: 'demo-rectora', access: 'admin', account: 'demo' },
  });
}
