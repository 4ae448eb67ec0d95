import { say } from '../../api/language.js';
import type { OpenRun } from '../../api/runs/open-run.js';
import { findConsent } from '../../protocols/language/consent.js';
import type { Step } from '../../protocols/language/step.js';
import { caseConsentPath } from '../help/addresses.js';
import { CONSENTS } from './words.js';

/** The texts of the consents a step asks for, to be read aloud; nothing where it asks for none. */
export function ConsentTexts({ opened, step }: { opened: OpenRun; step: Step }) {
  const { definition, language, run } = opened;
  const words = CONSENTS[language];
  const asked = (step.consent ?? [])
    .filter(({ gives, reconfirms }) => gives ?? reconfirms)
    .flatMap(({ purpose }) => findConsent(definition, purpose) ?? []);
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="leer" class="rt-consents">
      <h2 class="govuk-heading-m" id="leer">
        {words.readAloud}
      </h2>
      {asked.map((consent) => (
        <div class="rt-sheet">
          <h3 class="govuk-heading-s">{say(consent.title, language)}</h3>
          <p class="govuk-body">{say(consent.text, language)}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={caseConsentPath(run.id, consent.id)}>
              {words.sheetOf(say(consent.title, language))}
            </a>
          </p>
        </div>
      ))}
    </section>
  );
}
