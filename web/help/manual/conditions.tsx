import type { Language } from '../../../api/language.js';
import { type ConditionWords, conditionWords } from '../../../api/views/condition-words.js';
import type { Condition } from '../../../protocols/language/condition.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { MANUAL } from './words.js';

/** A condition as a sentence, or as nested lists that say whether all or any of their parts must be so. */
export function Conditions(props: {
  readonly definition: Definition;
  readonly condition: Condition;
  readonly language: Language;
}) {
  const { definition, condition, language } = props;
  return <Words of={conditionWords(definition, condition, language)} language={language} />;
}

function Words({ of, language }: { of: ConditionWords; language: Language }) {
  if (typeof of === 'string') return <>{of}</>;
  const words = MANUAL[language];
  return (
    <>
      {of.of === 'all' ? words.everyOf : words.anyOf}
      <ul class="govuk-list govuk-list--bullet">
        {of.parts.map((part) => (
          <li>
            <Words of={part} language={language} />
          </li>
        ))}
      </ul>
    </>
  );
}
