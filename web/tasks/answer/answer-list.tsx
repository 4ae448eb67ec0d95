import type { FieldView } from '../../../api/schemas/steps.js';
import { namedIn } from '../../../api/views/words.js';
import type { Step } from '../../../protocols/language/step.js';
import { SummaryList } from '../../components/summary-list.js';
import { CONTROLS, faultId } from '../../forms/names.js';
import { shownAnswer } from '../../forms/shown.js';
import type { Visit } from '../../frame/visit.js';
import { Typed } from '../step/typed.js';
import { WORDS } from './words.js';

/** An answer as it was typed, field by field; with `change`, each with a link back to its input. */
export function AnswerList(props: {
  readonly visit: Visit;
  readonly outcomes: Step['outcomes'];
  readonly fields: readonly FieldView[];
  readonly outcome: string | undefined;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Address of the form. */
  readonly change?: string;
}) {
  const { visit, outcomes, fields, outcome, answers, change } = props;
  const { language, session } = visit;
  const words = WORDS[language];
  const changeOf = (input: string, about: string) =>
    change === undefined
      ? {}
      : { actions: [{ href: `${change}#${input}`, text: words.change, about }] };
  return (
    <SummaryList
      rows={[
        ...fields.map((field) => {
          const text = shownAnswer(field, answers[field.id], session.timeZone, language);
          return {
            key: field.label,
            value:
              text === '' ? <span class="rt-quiet">{words.nothing}</span> : <Typed text={text} />,
            ...changeOf(faultId(field), field.label),
          };
        }),
        outcome !== undefined && {
          key: words.outcome,
          value: <strong>{namedIn(outcomes, outcome, language).title}</strong>,
          ...changeOf(CONTROLS.outcome, words.outcome),
        },
      ]}
    />
  );
}
