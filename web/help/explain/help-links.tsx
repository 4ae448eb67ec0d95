import type { OpenRun } from '../../../api/runs/open-run.js';
import { caseManualPath, caseRightsPath } from '../addresses.js';
import { isAboutPerson } from '../rights/rights-of.js';
import { EXPLAIN } from './words.js';

/** From a case to the manual of its protocol and the person's sheet of rights. */
export function HelpLinks({ of: { run, definition, language } }: { of: OpenRun }) {
  const words = EXPLAIN[language];
  return (
    <ul class="govuk-list rt-no-print">
      <li>
        <a class="govuk-link" href={caseManualPath(run.id)}>
          {words.manual}
        </a>
      </li>
      {isAboutPerson(definition) && (
        <li>
          <a class="govuk-link" href={caseRightsPath(run.id)}>
            {words.rights}
          </a>
        </li>
      )}
    </ul>
  );
}
