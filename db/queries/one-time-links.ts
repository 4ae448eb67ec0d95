import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Database } from '../client.js';
import { mails } from '../schema/mails.js';
import { type LINK_KINDS, oneTimeLinks } from '../schema/one-time-links.js';
import { users } from '../schema/users.js';
import type { NewMail } from './mails.js';
import { digestOf, randomCode } from './random-code.js';

export type LinkKind = (typeof LINK_KINDS)[number];

/** A link somebody may still use, and for whom. */
export interface OneTimeLink {
  /** Digest of the secret; names the link. */
  readonly id: string;
  readonly userId: string;
  readonly kind: LinkKind;
}

/** How long a link can be used; milliseconds. */
export const LINK_LIFE = 24 * 60 * 60_000;

/**
 * Makes a link and returns its secret, which is kept nowhere but, sealed, in the mail that brings it, if there is one: both
 * are entered or neither. Earlier links of the person end, and mails that would bring them are not sent any more.
 */
export async function makeLink(
  db: Database,
  of: { userId: string; kind: LinkKind; madeBy?: string; mail?: (secret: string) => NewMail },
): Promise<string> {
  const secret = randomCode(32);
  const expiresAt = sql`now() + ${LINK_LIFE} * interval '1 millisecond'`;
  await db.orm.transaction(async (tx) => {
    await tx
      .update(mails)
      .set({ state: 'obsolete', sealed: null })
      .where(
        and(
          eq(mails.userId, of.userId),
          inArray(mails.kind, ['invitation', 'recovery']),
          eq(mails.state, 'pending'),
        ),
      );
    if (of.mail) await tx.insert(mails).values({ ...of.mail(secret), expiresAt });
    await tx
      .update(oneTimeLinks)
      .set({ usedAt: sql`now()` })
      .where(and(eq(oneTimeLinks.userId, of.userId), isNull(oneTimeLinks.usedAt)));
    await tx.insert(oneTimeLinks).values({
      tokenHash: digestOf(secret).toString('hex'),
      userId: of.userId,
      kind: of.kind,
      madeBy: of.madeBy ?? null,
      expiresAt,
    });
  });
  return secret;
}

const isUsable = and(isNull(oneTimeLinks.usedAt), gt(oneTimeLinks.expiresAt, sql`now()`));

/** The link of a secret; undefined when it is unknown, used, too old, or the person is not active. */
export async function findLink(db: Database, secret: string): Promise<OneTimeLink | undefined> {
  const [row] = await db.orm
    .select({
      id: oneTimeLinks.tokenHash,
      userId: oneTimeLinks.userId,
      kind: oneTimeLinks.kind,
    })
    .from(oneTimeLinks)
    .innerJoin(users, eq(users.id, oneTimeLinks.userId))
    .where(
      and(
        eq(oneTimeLinks.tokenHash, digestOf(secret).toString('hex')),
        isUsable,
        eq(users.active, true),
      ),
    );
  return row;
}

/** Uses up a link. Of two at once only one gets it; undefined for the other. */
export async function takeLink(db: Database, id: string): Promise<OneTimeLink | undefined> {
  const [row] = await db.orm
    .update(oneTimeLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(oneTimeLinks.tokenHash, id), isUsable))
    .returning({
      id: oneTimeLinks.tokenHash,
      userId: oneTimeLinks.userId,
      kind: oneTimeLinks.kind,
    });
  return row;
}
