import { type Language, say } from '../../../api/language.js';
import { sourceWords } from '../../../api/views/source-words.js';
import { namedIn } from '../../../api/views/words.js';
import type { Definition, ProtocolEvent } from '../../../protocols/language/definition.js';
import { SummaryList } from '../../components/summary-list.js';
import { Conditions } from './conditions.js';
import { List } from './step-sheet.js';
import { MANUAL } from './words.js';

/** What may be reported at any hour by people, by whom, and what no longer holds then. */
export function EventList({
  definition,
  language,
}: {
  definition: Definition;
  language: Language;
}) {
  const words = MANUAL[language];
  const reported = definition.events.filter(({ by }) => by !== 'system');
  return (
    <>
      <p class="govuk-body">{words.eventsIntro}</p>
      {reported.map((event) => (
        <EventSheet definition={definition} event={event} language={language} />
      ))}
    </>
  );
}

function EventSheet(props: {
  readonly definition: Definition;
  readonly event: ProtocolEvent;
  readonly language: Language;
}) {
  const { definition, event, language } = props;
  const words = MANUAL[language];
  const stops = (event.clears ?? []).map((id) => namedIn(definition.facts, id, language).title);
  const basis = (event.basis ?? []).map((source) => sourceWords(source, language));
  return (
    <div class="rt-sheet">
      <h3 class="govuk-heading-s">{say(event.title, language)}</h3>
      <SummaryList
        noBorder
        rows={[
          { key: words.by, value: byWords(definition, event, language) },
          {
            key: words.while,
            value: event.while && (
              <Conditions definition={definition} condition={event.while} language={language} />
            ),
          },
          { key: words.stops, value: stops.length > 0 && <List all={[...new Set(stops)]} /> },
          {
            key: words.endings,
            value: event.ends && namedIn(definition.endings, event.ends, language).title,
          },
          { key: words.basis, value: basis.length > 0 && <List all={basis} /> },
        ]}
      />
    </div>
  );
}

function byWords({ roles }: Definition, { by }: ProtocolEvent, language: Language): string {
  const words = MANUAL[language];
  if (by === 'anyone') return words.anyone;
  if (by === 'system') return words.system;
  return by.map((role) => namedIn(roles, role, language).title).join(', ');
}
