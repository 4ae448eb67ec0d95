import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** An institution's own sign-in, in this process; it asks nobody and lets in whom the test names. */
export interface TestIdentityProvider {
  readonly issuer: string;
  /** Who is at the keyboard at the institution, and how they proved it there. */
  who: { subject: string; amr: readonly string[] };
  /** What a browser does with an address of the provider: signs in there and is led back to this address. */
  follow(address: string): Promise<string>;
  close(): Promise<void>;
}

export const CLIENT = {
  id: 'retorno',
  secret: 'an-invented-secret-of-a-client-1234567890',
} as const;

/** Starts `oidc-provider` with one client whose answers go to `back`. */
export async function startIdentityProvider(back: string): Promise<TestIdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [back],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub', 'amr'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['an-invented-key-of-cookies'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/login/${uid}` },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  });
  const answer = provider.callback();
  const idp: TestIdentityProvider = {
    issuer,
    who: { subject: 'nobody', amr: [] },
    follow: (address) => follow(address, issuer),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/login/')) {
      void answer(request, response);
      return;
    }
    void (async () => {
      const { prompt, params, session } = await provider.interactionDetails(request, response);
      if (prompt.name === 'login') {
        const login = { accountId: idp.who.subject, amr: [...idp.who.amr] };
        const options = { mergeWithLastSubmission: false };
        await provider.interactionFinished(request, response, { login }, options);
        return;
      }
      const accountId = session!.accountId;
      const grant = new provider.Grant({ accountId, clientId: params.client_id });
      grant.addOIDCScope('openid');
      const consent = { grantId: await grant.save() };
      const options = { mergeWithLastSubmission: true };
      await provider.interactionFinished(request, response, { consent }, options);
    })();
  });
  return idp;
}

async function follow(address: string, issuer: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = address;
  for (let hop = 0; hop < 10; hop += 1) {
    if (!at.startsWith(issuer)) return at;
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = response.headers.get('location');
    if (!next)
      throw new Error(`The provider answered ${response.status}: ${await response.text()}`);
    at = new URL(next, at).href;
  }
  throw new Error('The provider leads in circles');
}
