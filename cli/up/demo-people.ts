import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashPassword } from '../../accounts/passwords.js';
import type { Database } from '../../db/client.js';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import { savePassword } from '../../db/queries/passwords.js';
import { randomCode } from '../../db/queries/random-code.js';
import { addUser, findUserByEmail } from '../../db/queries/users.js';
import { DEMO_INSTITUTIONS } from '../demo-institutions.js';
import { CASE_LEADS } from './demo-data.js';

/** The invented people of the demo; one password opens every account. */
export interface DemoPeople {
  readonly password: string;
  readonly accounts: readonly DemoAccount[];
}

export interface DemoAccount {
  readonly email: string;
  readonly institution: string;
  readonly roles: readonly AccessRole[];
}

/** Address of an invented person, e.g. `funcionaria.demo-consulado-hn@demo.example`. */
function addressOf(post: string, institution: string): string {
  return `${post}.${institution}@demo.example`;
}

/** At every institution an officer who also supervises; where cases are led, somebody who leads; monitors and an administrator. */
function wantedAccounts(): DemoAccount[] {
  return [
    ...DEMO_INSTITUTIONS.map(({ id, kind }) =>
      kind === 'MON'
        ? { email: addressOf('monitora', id), institution: id, roles: ['monitor' as const] }
        : {
            email: addressOf('funcionaria', id),
            institution: id,
            roles: ['officer' as const, 'supervisor' as const],
          },
    ),
    ...CASE_LEADS.map((id) => ({
      email: addressOf('responsable', id),
      institution: id,
      roles: ['case-lead' as const, 'officer' as const],
    })),
    {
      email: addressOf('administradora', 'demo-rectora'),
      institution: 'demo-rectora',
      roles: ['admin' as const],
    },
  ];
}

/** Invented people of the demo institutions and their password, made once and kept in the data folder. */
export async function ensureDemoPeople(db: Database, dataDir: string): Promise<DemoPeople> {
  const path = join(dataDir, 'demo-accounts.json');
  const kept = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as DemoPeople)
    : undefined;
  const people: DemoPeople = {
    password: kept?.password ?? `demo-${randomCode(5)}-${randomCode(5)}`,
    accounts: wantedAccounts(),
  };
  const hash = await hashPassword(people.password);
  for (const { email, institution, roles } of people.accounts) {
    const known = await findUserByEmail(db, email);
    const [post = ''] = email.split('.');
    const id =
      known?.id ??
      (await addUser(db, {
        displayName: `Persona Inventada, ${post}`,
        email,
        memberships: roles.map((role) => ({ institution, role })),
      }));
    // A lost file makes a new password, which must then be the one that opens.
    if (!known || !kept) await savePassword(db, id, hash);
  }
  writeFileSync(path, `${JSON.stringify(people, null, 2)}\n`, { mode: 0o600 });
  return people;
}
