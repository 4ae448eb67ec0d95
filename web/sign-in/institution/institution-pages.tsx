import { beginOidc, finishOidc, type OidcAsk, type OidcIdentity } from '../../../accounts/oidc.js';
import {
  findProvider,
  findUserByIdentity,
  linkIdentity,
  listProviders,
} from '../../../db/queries/identity-providers.js';
import { findLink, takeLink } from '../../../db/queries/one-time-links.js';
import {
  closePendingSignIn,
  findPendingSignIn,
  openPendingSignIn,
} from '../../../db/queries/pending-sign-ins.js';
import { BackLink } from '../../components/back-link.js';
import type { WebContext } from '../../context.js';
import type { Guest, GuestAnswer } from '../../frame/guest-routes.js';
import { Narrow } from '../../frame/narrow.js';
import { ownAddress, withBack } from '../../frame/own-address.js';
import { goOn } from '../go-on.js';

const WORDS = {
  es: {
    heading: 'Entrar con la cuenta de mi institución',
    choose: 'Seleccione su institución. Entra allí y vuelve aquí.',
    none: 'Ninguna institución tiene aquí su propia entrada. Vuelva y entre con su correo y su contraseña.',
    failed: 'No se pudo entrar con la cuenta de su institución',
    unreachable:
      'El acceso de su institución no responde. Intente más tarde o avise a su área de sistemas.',
    refused: 'La respuesta de su institución no corresponde a este intento. Comience de nuevo.',
    unknown:
      'Su institución le reconoce, pero no tiene acceso a este servicio. Pida una invitación a quien supervisa.',
    again: 'Volver a entrar',
  },
  en: {
    heading: 'Sign in with my institution’s account',
    choose: 'Select your institution. You sign in there and come back here.',
    none: 'No institution has its own sign-in here. Go back and sign in with your mail address and password.',
    failed: 'You could not be signed in with your institution’s account',
    unreachable:
      'Your institution’s sign-in does not answer. Try later or tell your IT department.',
    refused: 'The answer of your institution does not belong to this attempt. Begin again.',
    unknown:
      'Your institution knows you, but you have no access to this service. Ask a supervisor for an invitation.',
    again: 'Sign in again',
  },
} as const;

/** `GET /entrar/institucion?a=…`: which institution. */
export async function showInstitutions(guest: Guest): Promise<GuestAnswer> {
  const { context, language, query } = guest;
  const words = WORDS[language];
  const back = ownAddress(query.get('a'));
  const providers = await listProviders(context.door.db);
  const content = (
    <Narrow>
      <BackLink href={withBack('/entrar', back)} />
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <p class="govuk-body">{providers.length > 0 ? words.choose : words.none}</p>
      <ul class="govuk-list">
        {providers.map(({ institution, nameEs, nameEn }) => (
          <li>
            <a class="govuk-link" href={withBack(`/entrar/institucion/${institution}`, back)}>
              {language === 'es' ? nameEs : nameEn}
            </a>
          </li>
        ))}
      </ul>
    </Narrow>
  );
  return { title: words.heading, content };
}

/** `GET /entrar/institucion/:institucion?a=…`: leads to the institution's own sign-in; `invitacion` links the account there. */
export async function leadToInstitution(guest: Guest): Promise<GuestAnswer> {
  const { context, params, query, request } = guest;
  const { db } = context.door;
  await guest.countAttempt();
  const ask = await askOf(context, params.institucion ?? '');
  if (!ask) return failed(guest, 'unreachable');
  const given = query.get('invitacion');
  const invitation = given === null ? undefined : await findLink(db, given);
  try {
    const { to, expect } = await beginOidc(ask);
    const { institution } = ask.provider;
    const oidc = { institution, ...expect, ...(invitation ? { invitation: invitation.id } : {}) };
    const back = ownAddress(query.get('a'));
    const entry = await openPendingSignIn(db, { back, state: { oidc } });
    return { to, entry };
  } catch (error) {
    request.log.warn({ err: error }, 'identity provider out of reach');
    return failed(guest, 'unreachable');
  }
}

/** `GET /entrar/institucion/regreso`: the browser comes back from the institution. */
export async function comeBack(guest: Guest): Promise<GuestAnswer> {
  const { context, entry, query, request } = guest;
  const { db } = context.door;
  await guest.countAttempt();
  const pending = await findPendingSignIn(db, entry);
  const oidc = pending?.state.oidc;
  // Used up before it is looked at: an answer can be tried once.
  if (!pending || !oidc || !(await closePendingSignIn(db, pending.id))) {
    return failed(guest, 'refused');
  }
  const ask = await askOf(context, oidc.institution);
  if (!ask) return failed(guest, 'unreachable');
  let identity: OidcIdentity;
  try {
    identity = await finishOidc(ask, oidc, query);
  } catch (error) {
    request.log.warn({ err: error }, 'identity provider refused');
    return failed(guest, 'refused');
  }
  const userId = await personOf(context, identity, oidc.invitation);
  if (!userId) return failed(guest, 'unknown');
  const factors = identity.isSecond ? (['oidc', 'oidc-mfa'] as const) : (['oidc'] as const);
  return goOn(guest, { userId, factors, only: oidc.institution }, pending.back);
}

/** The person of an identity, who may have been linked by this very invitation. */
async function personOf(
  context: WebContext,
  { issuer, subject }: OidcIdentity,
  invitation: string | undefined,
): Promise<string | undefined> {
  const { db } = context.door;
  const known = await findUserByIdentity(db, issuer, subject);
  if (known || invitation === undefined) return known;
  const link = await takeLink(db, invitation);
  if (link?.kind !== 'invitation') return undefined;
  return (await linkIdentity(db, issuer, subject, link.userId)) ? link.userId : undefined;
}

async function askOf(context: WebContext, institution: string): Promise<OidcAsk | undefined> {
  const { publicUrl, insecureProviders } = context.web;
  const { db, vault } = context.door;
  const stored = await findProvider(db, institution);
  if (!stored) return undefined;
  const clientSecret = vault.reveal(stored.clientSecret, `provider/${institution}`);
  return {
    provider: { ...stored, clientSecret },
    back: `${publicUrl}/entrar/institucion/regreso`,
    insecure: insecureProviders,
  };
}

function failed(guest: Guest, why: 'unreachable' | 'refused' | 'unknown'): GuestAnswer {
  const words = WORDS[guest.language];
  const content = (
    <Narrow>
      <h1 class="govuk-heading-l">{words.failed}</h1>
      <p class="govuk-body">{words[why]}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/entrar">
          {words.again}
        </a>
      </p>
    </Narrow>
  );
  return { title: words.failed, content, status: why === 'unreachable' ? 503 : 403 };
}
