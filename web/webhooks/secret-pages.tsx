import type { ComponentChildren } from 'preact';
import { detailOf, ProblemError } from '../../api/errors.js';
import { addEndpoint, getEndpoint, rotateSecret } from '../../api/webhooks/endpoints.js';
import { newWebhookSecret } from '../../platform/webhooks/signature.js';
import { BackLink } from '../components/back-link.js';
import { Button } from '../components/button.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { Field } from '../components/field.js';
import { SummaryList } from '../components/summary-list.js';
import { Narrow } from '../frame/narrow.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Shown, Visit } from '../frame/visit.js';
import { addressFor, institutionOf } from '../people/institution-of.js';
import { done, PAGE } from './frame.js';
import { WORDS } from './words.js';

/** `GET /webhooks/nueva`. */
export async function showNewEndpoint(visit: Visit): Promise<Shown> {
  return newEndpointPage(visit, newWebhookSecret(), []);
}

/** `POST /webhooks/nueva`. */
export async function enterEndpoint(visit: Visit): Promise<Answer> {
  const { context, form, access, language } = visit;
  const institution = await institutionOf(visit);
  const secret = secretIn(visit, institution);
  const act = { institution, by: access.account };
  try {
    await addEndpoint(context, act, (form.get('direccion') ?? '').trim(), secret);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const fault = { text: detailOf(error, language), field: 'direccion' };
    return newEndpointPage(visit, secret, [fault]);
  }
  return done(visit, institution, 'agregada');
}

/** `GET /webhooks/:webhook/secreto`. */
export async function showNewSecret(visit: Visit): Promise<Shown> {
  const { context, params, language } = visit;
  const words = WORDS[language];
  const institution = await institutionOf(visit);
  const { url } = await getEndpoint(context, { institution, id: params.webhook ?? '' });
  const content = (
    <Narrow>
      <BackLink href={addressFor(visit, institution, PAGE)} text={words.back} />
      <h1 class="govuk-heading-l">{words.rotateHeading}</h1>
      <p class="govuk-body rt-address">{url}</p>
      <p class="govuk-body">{words.rotateAbout}</p>
      <SecretForm visit={visit} institution={institution} secret={newWebhookSecret()}>
        <Button>{words.rotateButton}</Button>
      </SecretForm>
    </Narrow>
  );
  return { title: words.rotateHeading, content };
}

/** `POST /webhooks/:webhook/secreto`. */
export async function changeSecret(visit: Visit): Promise<Answer> {
  const institution = await institutionOf(visit);
  const of = { institution, id: visit.params.webhook ?? '' };
  await rotateSecret(visit.context, of, secretIn(visit, institution));
  return done(visit, institution, 'cambiado');
}

async function newEndpointPage(
  visit: Visit,
  secret: string,
  faults: readonly Fault[],
): Promise<Shown> {
  const { language, form } = visit;
  const words = WORDS[language];
  const institution = await institutionOf(visit);
  const content = (
    <Narrow>
      <BackLink href={addressFor(visit, institution, PAGE)} text={words.back} />
      <ErrorSummary faults={faults} />
      <h1 class="govuk-heading-l">{words.addHeading}</h1>
      <SecretForm visit={visit} institution={institution} secret={secret}>
        <Field
          id="direccion"
          label={words.urlLabel}
          hint={words.urlHint}
          value={form.get('direccion') ?? ''}
          error={faultOf(faults, 'direccion')}
          spellCheck={false}
          autoComplete="off"
        />
        <Button>{words.addButton}</Button>
      </SecretForm>
    </Narrow>
  );
  return { title: words.addHeading, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

/** Shows a secret and carries it along, sealed for this person and institution. */
function SecretForm(props: {
  readonly visit: Visit;
  readonly institution: string;
  readonly secret: string;
  readonly children: ComponentChildren;
}) {
  const { visit, institution, secret, children } = props;
  const words = WORDS[visit.language];
  const sealed = visit.context.door.vault.protect(secret, placeOf(visit, institution));
  return (
    <form method="post" noValidate>
      <FormKey visit={visit} />
      <input type="hidden" name="secreto" value={sealed} />
      <SummaryList
        rows={[{ key: words.secret, value: <code class="rt-address">{secret}</code> }]}
      />
      <p class="govuk-body">{words.secretAbout}</p>
      <p class="govuk-body">{words.secretStandard}</p>
      {children}
    </form>
  );
}

/** The secret a form carried. Throws `form-stale` when it was not made for this person. */
function secretIn(visit: Visit, institution: string): string {
  try {
    const sealed = visit.form.get('secreto') ?? '';
    return visit.context.door.vault.reveal(sealed, placeOf(visit, institution));
  } catch {
    throw new ProblemError('form-stale');
  }
}

function placeOf({ session }: Visit, institution: string): string {
  return `webhook-new/${institution}/${session.user.id}`;
}
