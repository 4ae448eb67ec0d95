import { mayShow } from '../../../api/auth/fields.js';
import { say } from '../../../api/language.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { stepViews } from '../../../api/views/run-view.js';
import { namedIn } from '../../../api/views/words.js';
import { casePath } from '../addresses.js';
import { StageStrip } from '../case/stage-strip.js';
import { stagesOf } from '../case/standing.js';
import { WhereNow } from '../case/where-now.js';

/** One case in a list: its key, its protocol, where it is and who holds it, its stages. */
export function CaseCard({ opened }: { opened: OpenRun }) {
  const { run, definition, language, access } = opened;
  const steps = stepViews(opened);
  const { ending } = run.state;
  const stages = stagesOf(
    definition.stages.map(({ id }) => namedIn(definition.stages, id, language)),
    steps,
    ending !== undefined,
  );
  const how =
    ending && mayShow(opened, 'run.ending')
      ? namedIn(definition.endings, ending.id, language).title
      : '';
  return (
    <li class="rt-sheet rt-case" data-case={run.id}>
      <h3 class="govuk-heading-s">
        <a class="govuk-link" href={casePath(run.id)}>
          {caseKeyOf(run.id)}
        </a>
        {` · ${say(definition.title, language)}`}
      </h3>
      <p class="govuk-body">
        <WhereNow
          of={{ run: run.id, steps, ...(ending ? { endedAt: ending.at, ending: how } : {}) }}
          timeZone={access.timeZone}
          language={language}
        />
      </p>
      {mayShow(opened, 'run.stages') && <StageStrip stages={stages} language={language} />}
    </li>
  );
}
