import type { Database } from '../db/client.js';
import { forgetAttempts, takeAttempt } from '../db/queries/attempts.js';
import {
  addPasskey,
  findTotp,
  listPasskeys,
  markPasskeyUsed,
  saveTotp,
  takeTotpStep,
} from '../db/queries/second-factors.js';
import type { Vault } from '../platform/vault/vault.js';
import { askForNew, newPasskeyIn, signerIn } from './passkeys.js';
import { newTotpSecret, stepOfCode } from './totp.js';

/** Where sealed secrets of time codes belong; one moved to another person does not open. */
const totpPlace = (userId: string) => `totp/${userId}`;

/** Whether the code is the person's, now and for the first time; the seconds to wait after several wrong ones. */
export async function proveCode(
  db: Database,
  vault: Vault,
  userId: string,
  code: string,
  now: number,
): Promise<boolean | number> {
  const wait = await takeAttempt(db, `totp/${userId}`);
  if (wait !== undefined) return wait;
  const sealed = await findTotp(db, userId);
  if (!sealed) return false;
  const step = stepOfCode(vault.reveal(sealed, totpPlace(userId)), code, now);
  if (step === undefined || !(await takeTotpStep(db, userId, step))) return false;
  await forgetAttempts(db, `totp/${userId}`);
  return true;
}

/** Whether one of the person's passkeys signed the challenge. */
export async function provePasskey(
  db: Database,
  publicUrl: string,
  userId: string,
  challenge: string,
  answer: string,
): Promise<boolean> {
  const signer = await signerIn(publicUrl, challenge, answer, await listPasskeys(db, userId));
  if (!signer) return false;
  await markPasskeyUsed(db, signer.id, signer.counter);
  return true;
}

/** What a form that sets up a second factor carries, sealed, so that nothing is kept before it is complete. */
interface Offer {
  readonly kind: 'totp' | 'passkey';
  /** Secret of the codes, or challenge for the passkey. */
  readonly value: string;
  readonly until: number;
}

/** Time to fetch a telephone and install an app; milliseconds. */
const OFFER_LIFE = 20 * 60_000;
const offerPlace = (userId: string) => `set-up/${userId}`;

/** A new secret for time codes, and the same sealed for the form. */
export function offerTotp(vault: Vault, userId: string, now: number) {
  const secret = newTotpSecret();
  const offer: Offer = { kind: 'totp', value: secret, until: now + OFFER_LIFE };
  return { secret, sealed: vault.protect(JSON.stringify(offer), offerPlace(userId)) };
}

/** What a browser is asked to make a passkey, and the challenge sealed for the form. */
export async function offerPasskey(
  db: Database,
  vault: Vault,
  publicUrl: string,
  user: { readonly id: string; readonly email: string; readonly displayName: string },
  now: number,
) {
  const asked = await askForNew(publicUrl, user, await listPasskeys(db, user.id));
  const offer: Offer = { kind: 'passkey', value: asked.challenge, until: now + OFFER_LIFE };
  const sealed = vault.protect(JSON.stringify(offer), offerPlace(user.id));
  return { options: asked.options, sealed };
}

function offerIn(
  vault: Vault,
  userId: string,
  sealed: string,
  kind: Offer['kind'],
  now: number,
): string | undefined {
  try {
    const offer = JSON.parse(vault.reveal(sealed, offerPlace(userId))) as Offer;
    return offer.kind === kind && offer.until >= now ? offer.value : undefined;
  } catch {
    return undefined;
  }
}

/** How setting up a second factor ended: `late` when the form is too old or not of this person. */
export type SetUp = 'done' | 'wrong' | 'late';

/** Keeps the secret of a form once its app shows the right code. */
export async function acceptTotp(
  db: Database,
  vault: Vault,
  userId: string,
  of: { sealed: string; code: string },
  now: number,
): Promise<SetUp> {
  const secret = offerIn(vault, userId, of.sealed, 'totp', now);
  if (secret === undefined) return 'late';
  const step = stepOfCode(secret, of.code, now);
  if (step === undefined) return 'wrong';
  await saveTotp(db, userId, vault.protect(secret, totpPlace(userId)), step);
  return 'done';
}

/** Keeps the passkey a browser made for a form. */
export async function acceptPasskey(
  db: Database,
  vault: Vault,
  publicUrl: string,
  userId: string,
  of: { sealed: string; answer: string },
  now: number,
): Promise<SetUp> {
  const challenge = offerIn(vault, userId, of.sealed, 'passkey', now);
  if (challenge === undefined) return 'late';
  const key = await newPasskeyIn(publicUrl, challenge, of.answer);
  return key && (await addPasskey(db, userId, key)) ? 'done' : 'wrong';
}
