import type { OpenRun } from '../../../api/runs/open-run.js';
import { stepViews } from '../../../api/views/run-view.js';
import { Details } from '../../components/details.js';
import { ExplainedStep } from './explained-step.js';
import { HelpLinks } from './help-links.js';
import { EXPLAIN } from './words.js';

/** An open task in plain words, folded: whoever knows the step is not kept from it. */
export function ExplainedTask({ opened, step }: { opened: OpenRun; step: string }) {
  const shown = stepViews(opened).find((one) => one.step === step);
  if (!shown) return null;
  return (
    <Details summary={EXPLAIN[opened.language].title}>
      <ExplainedStep opened={opened} shown={shown} />
      <HelpLinks of={opened} />
    </Details>
  );
}
