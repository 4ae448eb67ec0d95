import { ProblemError } from '../../api/errors.js';
import { consentDigest } from '../../api/forms/consent-text.js';
import { say } from '../../api/language.js';
import { textVersion } from '../../protocols/core/consent-record.js';
import { findConsent } from '../../protocols/language/consent.js';
import type { Definition } from '../../protocols/language/definition.js';
import { BackLink } from '../components/back-link.js';
import { Warning } from '../components/warning.js';
import type { Shown, Visit } from '../frame/visit.js';
import { MANUALS } from '../help/addresses.js';
import { getEdition, openEdition } from '../help/manual/find-edition.js';
import { CONSENTS } from './words.js';

/** The sheet of one consent of the protocol in force. Throws `route-unknown` where it has none of the name. */
export async function consentSheetPage(visit: Visit): Promise<Shown> {
  const { definition } = await getEdition(visit);
  return sheet(visit, definition, { href: MANUALS, text: CONSENTS[visit.language].back });
}

/** The same of the version a case runs under: the text the person of the case is read. */
export async function caseConsentSheetPage(visit: Visit): Promise<Shown> {
  const { opened } = await openEdition(visit);
  const back = { href: `/tareas/${opened.run.id}`, text: CONSENTS[visit.language].backToCase };
  return sheet(visit, opened.definition, back);
}

/** Both languages on one sheet, the reader's first, with a place to sign under each. */
function sheet(
  { language, params }: Visit,
  definition: Definition,
  back: { readonly href: string; readonly text: string },
): Shown {
  const consent = findConsent(definition, params.purpose ?? '');
  if (!consent) throw new ProblemError('route-unknown');
  const words = CONSENTS[language];
  const title = say(consent.title, language);
  const order = language === 'es' ? (['es', 'en'] as const) : (['en', 'es'] as const);
  const content = (
    <article class="rt-consent-sheet">
      <BackLink {...back} />
      <div class="rt-no-print">
        <Warning>{words.care}</Warning>
      </div>
      <h1 class="govuk-heading-l">{title}</h1>
      {order.map((one) => (
        <section lang={one} class="rt-sheet">
          {one !== language && <h2 class="govuk-heading-m">{say(consent.title, one)}</h2>}
          <p class="govuk-body-l">{say(consent.text, one)}</p>
          <p class="govuk-body">{CONSENTS[one].free}</p>
          <ul class="govuk-list rt-boxes">
            <li>{CONSENTS[one].yes}</li>
            <li>{CONSENTS[one].no}</li>
          </ul>
          <dl class="rt-sign">
            {[CONSENTS[one].signed, CONSENTS[one].helper, CONSENTS[one].place].map((line) => (
              <div>
                <dt class="govuk-body-s">{line}</dt>
                <dd />
              </div>
            ))}
          </dl>
        </section>
      ))}
      <p class="govuk-body-s rt-quiet rt-digest">
        {words.digest(textVersion(definition), consentDigest(consent))}
      </p>
    </article>
  );
  return { title: words.sheetOf(title), content };
}
