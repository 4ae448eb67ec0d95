import { listEvidence } from '../../api/record/given-evidence.js';
import type { OpenRun } from '../../api/runs/open-run.js';
import { caseKeyOf } from '../../api/views/case-key.js';
import { casePath } from '../cases/addresses.js';
import { openCase } from '../cases/case/open-case.js';
import { BackLink } from '../components/back-link.js';
import { Button } from '../components/button.js';
import { ErrorSummary, type Fault } from '../components/error-summary.js';
import { CONTROLS } from '../forms/names.js';
import { freshKey } from '../forms/one-time-key.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Shown, Visit } from '../frame/visit.js';
import { askOrFaults } from './ask.js';
import { OwnCheckpoint } from './own-checkpoint.js';
import { RequestList } from './request-list.js';
import { RECORD } from './words.js';

export const CASE_EVIDENCE = '/pruebas';

/** Evidence of one case, for whoever leads it. */
export async function leadEvidence(visit: Visit): Promise<Answer> {
  return shown(visit, await openCase(visit, 'case.evidence'), []);
}

/** Asks for evidence of the case. */
export async function askAsLead(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'case.evidence');
  const answer = await askOrFaults(visit, { run: opened.run.id });
  return 'to' in answer ? answer : shown(visit, opened, answer);
}

async function shown(visit: Visit, opened: OpenRun, faults: readonly Fault[]): Promise<Shown> {
  const { language, context } = visit;
  const { id } = opened.run;
  const words = RECORD[language];
  const given = await listEvidence(context, visit, id);
  const content = (
    <>
      <BackLink href={casePath(id, '/quien-sabe')} />
      <ErrorSummary faults={faults} />
      <span class="govuk-caption-l">{caseKeyOf(id)}</span>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.leadAbout}</p>
      <p class="govuk-body">{words.logged}</p>
      <form
        method="post"
        action={casePath(id, `${CASE_EVIDENCE}/pedir`)}
        autocomplete="off"
        noValidate
      >
        <FormKey visit={visit} />
        <input type="hidden" name={CONTROLS.key} value={freshKey()} />
        <OwnCheckpoint visit={visit} faults={faults} />
        <Button>{words.ask}</Button>
      </form>
      <RequestList visit={visit} given={given} />
    </>
  );
  const title = `${words.title} – ${caseKeyOf(id)}`;
  return { title, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}
