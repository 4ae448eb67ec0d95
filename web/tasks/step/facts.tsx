import { mayShow } from '../../../api/auth/fields.js';
import type { StepDetailView } from '../../../api/schemas/steps.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { silenceWords } from '../../../api/views/silence-words.js';
import { stepInRunView } from '../../../api/views/step-in-run.js';
import { institutionIn } from '../../../api/views/words.js';
import { explain } from '../../../protocols/core/explain.js';
import { SummaryList } from '../../components/summary-list.js';
import type { Visit } from '../../frame/visit.js';
import { nowOf, type Task } from '../task.js';
import { WORDS } from './words.js';

/** What an officer must know before answering: case, stage, who asks, on what ground, what silence means, who signs. */
export function Facts({
  visit,
  task,
  detail,
}: {
  visit: Visit;
  task: Task;
  detail: StepDetailView;
}) {
  const { language, context } = visit;
  const words = WORDS[language];
  const { opened } = task;
  const { definition, run } = opened;
  const stage = definition.stages.findIndex(({ id }) => id === detail.stage.id) + 1;
  const lead = run.state.bindings[definition.lead]?.institution;
  return (
    <SummaryList
      rows={[
        {
          key: words.case,
          value: (
            <a class="govuk-link rt-key" href={`/tareas/${run.id}`}>
              {caseKeyOf(run.id)}
            </a>
          ),
        },
        { key: words.protocol, value: detail.protocol.title },
        {
          key: words.stage,
          value: words.stageOf(stage, definition.stages.length, detail.stage.title),
        },
        {
          key: words.asks,
          value:
            lead === undefined || !mayShow(opened, 'run.lead')
              ? words.lead
              : institutionIn(context.door.directory, lead, language).title,
        },
        { key: words.asRole, value: detail.role.title },
        {
          key: words.basis,
          value: detail.basis.length > 0 && <Lines lines={detail.basis.map(({ ref }) => ref)} />,
        },
        { key: words.silence, value: silenceWords(task.step, language) },
        { key: words.signers, value: signersOf(task, visit) },
      ]}
    />
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  const [first] = lines;
  if (lines.length < 2) return <>{first}</>;
  return (
    <ul class="govuk-list">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

/** Where several must sign, who has; the receiving side sees itself only, so nothing. */
function signersOf({ opened, step }: Task, { language }: Visit) {
  const words = WORDS[language];
  const explained = explain(opened.definition, opened.run.state).find(
    (one) => one.step === step.id,
  );
  const view = explained && stepInRunView(opened, explained, [], nowOf(opened));
  const signers = view?.signers ?? [];
  if (signers.length < 2) return undefined;
  return (
    <>
      <ul class="govuk-list">
        {signers.map(({ institution, role, signed }) => (
          <li>
            {`${institution.title} (${role.title})`}
            {signed !== undefined && `: ${signed ? words.signed : words.unsigned}`}
          </li>
        ))}
      </ul>
      {view?.disagree && <p class="govuk-body">{words.disagree}</p>}
    </>
  );
}
