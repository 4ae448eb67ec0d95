import { caseKeyOf } from '../../api/views/case-key.js';
import { CaseFrame } from '../cases/case/case-frame.js';
import { mayIn, openCase } from '../cases/case/open-case.js';
import type { Answer, Visit } from '../frame/visit.js';
import { ConsentTable } from './consent-table.js';
import { CONSENTS } from './words.js';

/** The part of a case with everything the person was asked to agree to. */
export async function consentsPage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit);
  const { language, run, definition } = opened;
  const words = CONSENTS[language];
  return {
    title: `${words.title} – ${caseKeyOf(run.id)}`,
    content: (
      <CaseFrame opened={opened} part="consents">
        <p class="govuk-body">{definition.consents?.length ? words.about : words.none}</p>
        <ConsentTable opened={opened} sheets={mayIn(opened, 'run.work')} />
      </CaseFrame>
    ),
  };
}
