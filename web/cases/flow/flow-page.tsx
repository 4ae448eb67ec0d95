import { caseKeyOf } from '../../../api/views/case-key.js';
import { runView } from '../../../api/views/run-view.js';
import { Live } from '../../components/live.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { CaseFrame } from '../case/case-frame.js';
import { stagesIn, whereaboutsOf } from '../case/case-page.js';
import { openCase } from '../case/open-case.js';
import { WhereNow } from '../case/where-now.js';
import { CASE } from '../case/words.js';
import { versionOf } from '../live/version.js';
import { bandsOf } from './layout.js';
import { FlowPicture } from './picture.js';
import { FLOW } from './words.js';

/** The case as a picture that agrees with the list of its steps. */
export async function flowPage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit);
  const { language, access } = opened;
  const view = runView(opened);
  const bands = await bandsOf(opened.definition);
  const stages = stagesIn(opened, view);
  return {
    title: `${CASE[language].flow} – ${caseKeyOf(view.run)}`,
    content: (
      <CaseFrame opened={opened} part="flow">
        <Live from={casePath(view.run, '/novedades')} version={versionOf([view])}>
          <p class="govuk-body rt-now">
            <WhereNow of={whereaboutsOf(view)} timeZone={access.timeZone} language={language} />
          </p>
          <p class="govuk-body">
            {`${FLOW[language].about} `}
            <a class="govuk-link" href={casePath(view.run)}>
              {FLOW[language].list}
            </a>
          </p>
          <FlowPicture run={view.run} bands={bands} stages={stages} language={language} />
        </Live>
      </CaseFrame>
    ),
  };
}
