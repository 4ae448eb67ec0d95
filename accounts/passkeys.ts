import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Passkey } from '../db/queries/second-factors.js';

/** Options for the browser, and the challenge its answer must sign. */
export interface Asked {
  readonly options: object;
  readonly challenge: string;
}

/** Whether browsers can have passkeys for this address: they are bound to a name, so not where there is only a number. */
export function arePossible(publicUrl: string): boolean {
  const { hostname } = new URL(publicUrl);
  return !/^[\d.]+$/.test(hostname) && !hostname.startsWith('[');
}

const nameOf = (publicUrl: string) => new URL(publicUrl).hostname;

/** Asks a browser to make a passkey that asks for finger, face or PIN. */
export async function askForNew(
  publicUrl: string,
  user: { readonly id: string; readonly email: string; readonly displayName: string },
  known: readonly Passkey[],
): Promise<Asked> {
  const options = await generateRegistrationOptions({
    rpName: 'Retorno',
    rpID: nameOf(publicUrl),
    userName: user.email,
    userDisplayName: user.displayName,
    userID: new Uint8Array(Buffer.from(user.id)),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
  });
  return { options, challenge: options.challenge };
}

/** Asks a browser for a signature by one of the person's passkeys. */
export async function askForKnown(publicUrl: string, known: readonly Passkey[]): Promise<Asked> {
  const options = await generateAuthenticationOptions({
    rpID: nameOf(publicUrl),
    allowCredentials: known.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'required',
  });
  return { options, challenge: options.challenge };
}

/** The new passkey in a browser's answer (JSON); undefined when it does not fit what was asked here. */
export async function newPasskeyIn(
  publicUrl: string,
  challenge: string,
  answer: string,
): Promise<Omit<Passkey, 'createdAt' | 'usedAt'> | undefined> {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: JSON.parse(answer) as RegistrationResponseJSON,
      expectedChallenge: challenge,
      expectedOrigin: publicUrl,
      expectedRPID: nameOf(publicUrl),
      requireUserVerification: true,
    });
    if (!registrationInfo) return undefined;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { id, publicKey: Buffer.from(publicKey), counter, transports };
  } catch {
    return undefined;
  }
}

/** Which of the known passkeys signed, and its counter now; undefined when none did or a copied key shows. */
export async function signerIn(
  publicUrl: string,
  challenge: string,
  answer: string,
  known: readonly Passkey[],
): Promise<{ id: string; counter: number } | undefined> {
  try {
    const response = JSON.parse(answer) as AuthenticationResponseJSON;
    const key = known.find(({ id }) => id === response.id);
    if (!key) return undefined;
    const { id, counter, transports } = key;
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: publicUrl,
      expectedRPID: nameOf(publicUrl),
      requireUserVerification: true,
      credential: { id, counter, transports, publicKey: new Uint8Array(key.publicKey) },
    });
    return verified ? { id, counter: authenticationInfo.newCounter } : undefined;
  } catch {
    return undefined;
  }
}
