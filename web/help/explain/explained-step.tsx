import type { OpenRun } from '../../../api/runs/open-run.js';
import type { StepInRunView } from '../../../api/schemas/runs.js';
import { SummaryList } from '../../components/summary-list.js';
import { explainStep } from './explain-step.js';
import { EXPLAIN } from './words.js';

/** One open step: what happens now, who has to act, until when, what comes of silence. */
export function ExplainedStep({ opened, shown }: { opened: OpenRun; shown: StepInRunView }) {
  const words = EXPLAIN[opened.language];
  const { now, who, until, silence } = explainStep(opened, shown);
  return (
    <SummaryList
      rows={[
        { key: words.now, value: now },
        { key: words.who, value: who },
        { key: words.until, value: until },
        { key: words.silence, value: <Sentences all={silence} /> },
      ]}
    />
  );
}

function Sentences({ all }: { all: readonly string[] }) {
  const [only] = all;
  if (all.length < 2) return <>{only}</>;
  return (
    <ul class="govuk-list">
      {all.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  );
}
