import { type Language, say } from '../../../api/language.js';
import { sharedWords } from '../../../api/views/category-words.js';
import { sourceWords } from '../../../api/views/source-words.js';
import { namedIn } from '../../../api/views/words.js';
import { withheldWhile } from '../../../protocols/language/consent.js';
import type { Definition } from '../../../protocols/language/definition.js';
import type { Share, Step } from '../../../protocols/language/step.js';
import { SummaryList } from '../../components/summary-list.js';
import { Conditions } from './conditions.js';
import { lengthWords } from './deadline-words.js';
import { MANUAL } from './words.js';

/** Everything a protocol sends, by who gets it: which data, what for, on what ground, and when it is held back. */
export function ShareList({
  definition,
  language,
}: {
  definition: Definition;
  language: Language;
}) {
  const words = MANUAL[language];
  const all = definition.steps.flatMap((step) =>
    (step.shares ?? []).map((share) => ({ step, share })),
  );
  if (all.length === 0) return <p class="govuk-body">{words.noShares}</p>;
  const recipients = definition.roles.filter(({ id }) => all.some(({ share }) => share.to === id));
  return (
    <>
      <p class="govuk-body">{words.sharesIntro}</p>
      {recipients.map(({ id, title }) => (
        <>
          <h3 class="govuk-heading-s">{say(title, language)}</h3>
          {all
            .filter(({ share }) => share.to === id)
            .map((one) => (
              <ShareSheet definition={definition} language={language} {...one} />
            ))}
        </>
      ))}
    </>
  );
}

function ShareSheet(props: {
  readonly definition: Definition;
  readonly step: Step;
  readonly share: Share;
  readonly language: Language;
}) {
  const { definition, step, share, language } = props;
  const words = MANUAL[language];
  const withheld = withheldWhile(definition, share);
  const on = share.on?.map((id) => namedIn(step.outcomes, id, language).title);
  const title = say(step.title, language);
  return (
    <div class="rt-sheet">
      <SummaryList
        noBorder
        rows={[
          { key: words.step, value: on ? `${title} (${on.join(', ')})` : title },
          { key: words.categories, value: sharedWords(definition, share, language) },
          { key: words.purposeOf, value: say(share.purpose, language) },
          { key: words.ground, value: sourceWords(share.ground, language) },
          {
            key: words.unless,
            value: withheld && (
              <Conditions definition={definition} condition={withheld} language={language} />
            ),
          },
          {
            key: words.acknowledge,
            value: share.acknowledge && lengthWords(share.acknowledge, language),
          },
        ]}
      />
    </div>
  );
}
