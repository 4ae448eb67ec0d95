import type { ComponentChildren } from 'preact';
import { detailOf } from '../../../api/errors.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { foresee } from '../../../api/views/foreseen.js';
import { nowOf } from '../../../api/views/run-view.js';
import type { UndatedAct } from '../../../door/acts.js';
import { BackLink } from '../../components/back-link.js';
import { ErrorSummary, type Fault } from '../../components/error-summary.js';
import { CONTROLS } from '../../forms/names.js';
import { freshKey } from '../../forms/one-time-key.js';
import { FormKey } from '../../frame/routes.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { sentencesOf } from '../../tasks/answer/consequences.js';
import { casePath } from '../addresses.js';
import { mayIn } from '../case/open-case.js';
import { listed, quoted } from '../case/words.js';
import { ACTIONS } from './words.js';

/** The page of one action, with the way back. */
export function actionPage(props: {
  readonly opened: OpenRun;
  readonly heading: string;
  readonly faults?: readonly Fault[];
  readonly children: ComponentChildren;
}): Shown {
  const { opened, heading, faults = [], children } = props;
  const { run, language } = opened;
  return {
    title: `${heading} – ${caseKeyOf(run.id)}`,
    faulty: faults.length > 0,
    content: (
      <>
        <BackLink
          href={mayIn(opened, 'case.read') ? casePath(run.id, '/acciones') : `/tareas/${run.id}`}
          text={ACTIONS[language].back}
        />
        <ErrorSummary faults={faults} />
        <span class="govuk-caption-l">{caseKeyOf(run.id)}</span>
        <h1 class="govuk-heading-l">{heading}</h1>
        {children}
      </>
    ),
  };
}

/** What an act would bring now, or why it would be refused; found by applying it without entering it. */
export function Foreseen({ opened, wanted }: { opened: OpenRun; wanted: UndatedAct }) {
  const { language } = opened;
  const words = ACTIONS[language];
  const found = foresee(opened, wanted, nowOf(opened));
  if ('problem' in found) {
    return (
      <div class="govuk-inset-text">
        <h2 class="govuk-heading-m">{words.cannot}</h2>
        <p class="govuk-body">{detailOf(found.problem, language)}</p>
      </div>
    );
  }
  const { foreseen } = found;
  const { clears, sets, pauses, tells, opens, withdraws, stops, shares, ends, continues } =
    foreseen;
  const titles = (all: readonly { readonly title: string }[]) =>
    listed(
      all.map(({ title }) => quoted(title, language)),
      language,
    );
  const moves = [opens, withdraws, stops, shares].some((list) => list.length > 0);
  return (
    <div class="govuk-inset-text rt-foreseen">
      <h2 class="govuk-heading-m">{words.now}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {(moves || ends || continues !== undefined
          ? sentencesOf(foreseen, language)
          : [words.nothing]
        ).map((sentence) => (
          <li>{sentence}</li>
        ))}
        {clears.length > 0 && <li>{words.clears(titles(clears))}</li>}
        {sets.length > 0 && <li>{words.sets(titles(sets))}</li>}
        {pauses.length > 0 && <li>{words.pauses(titles(pauses))}</li>}
        {tells.length > 0 && <li>{words.tells(listed(tells, language))}</li>}
      </ul>
    </div>
  );
}

/** The hidden fields every form of an action carries: that it is ours, and the key of this one wish. */
export function ActionKeys({ visit }: { visit: Visit }) {
  return (
    <>
      <FormKey visit={visit} />
      <input type="hidden" name={CONTROLS.key} value={visit.form.get(CONTROLS.key) ?? freshKey()} />
    </>
  );
}
