import * as client from 'openid-client';
import type { IdentityProvider } from '../db/queries/identity-providers.js';

/** Words of `amr` (RFC 8176) that say a second factor was asked for. */
const SECOND = ['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face', 'iris', 'sc'];

/** What the institution's answer must fit; kept on the server until it comes. */
export interface OidcExpectation {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who somebody is at their institution's own sign-in. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** The institution says that it asked for a second factor. */
  readonly isSecond: boolean;
}

export interface OidcAsk {
  /** The secret in clear, as the provider gave it. */
  readonly provider: IdentityProvider;
  /** Address of ours the provider leads back to. */
  readonly back: string;
  /** `http://` is allowed; for tests on one machine only. */
  readonly insecure: boolean;
}

/** Seconds a provider may take to answer. */
const PATIENCE = 8;
/** Milliseconds for which a provider's description is kept. */
const KEPT_FOR = 10 * 60_000;
const known = new Map<string, { at: number; config: Promise<client.Configuration> }>();

function configOf({ provider, insecure }: OidcAsk): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = provider;
  const key = JSON.stringify([issuer, clientId, clientSecret, insecure]);
  const kept = known.get(key);
  if (kept && kept.at > Date.now() - KEPT_FOR) return kept.config;
  const execute = insecure ? [client.allowInsecureRequests] : [];
  const options = { execute, timeout: PATIENCE };
  const config = client.discovery(new URL(issuer), clientId, clientSecret, undefined, options);
  config.catch(() => known.delete(key));
  known.set(key, { at: Date.now(), config });
  return config;
}

/** Where the browser goes to sign in (code flow with PKCE), and what the answer must fit. Throws when the provider is out of reach. */
export async function beginOidc(ask: OidcAsk): Promise<{ to: string; expect: OidcExpectation }> {
  const config = await configOf(ask);
  const expect = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  };
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: ask.back,
    scope: 'openid',
    state: expect.state,
    nonce: expect.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(expect.verifier),
    code_challenge_method: 'S256',
  });
  return { to: url.href, expect };
}

/**
 * Who came back. `query` is of the address the browser was led to. Throws when state, nonce, issuer, audience or signature
 * is not as expected, or when the institution refused.
 */
export async function finishOidc(
  ask: OidcAsk,
  expect: OidcExpectation,
  query: URLSearchParams,
): Promise<OidcIdentity> {
  const config = await configOf(ask);
  const tokens = await client.authorizationCodeGrant(config, new URL(`${ask.back}?${query}`), {
    expectedState: expect.state,
    expectedNonce: expect.nonce,
    pkceCodeVerifier: expect.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error('The provider sent no identity');
  const amr = Array.isArray(claims.amr) ? claims.amr : [];
  const isSecond = amr.some((method) => SECOND.includes(String(method)));
  return { issuer: claims.iss, subject: claims.sub, isSecond };
}
