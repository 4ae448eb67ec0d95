import type { Language } from '../../../api/language.js';
import { momentOf } from '../../../api/views/due-view.js';
import { Typed } from '../../tasks/step/typed.js';
import { groupsOf, quietDays, type TimelineEntry } from './timeline.js';
import { TIMELINE } from './words.js';

/** Acts in order, those about one step together, and long silences as one line. */
export function TimelineList(props: {
  readonly entries: readonly TimelineEntry[];
  readonly titleOf: (step: string) => string;
  readonly timeZone: string;
  readonly language: Language;
  /** Said when there is nothing; unless given, that nothing fits what was looked for. */
  readonly empty?: string;
}) {
  const { empty, entries, titleOf, timeZone, language } = props;
  const words = TIMELINE[language];
  if (entries.length === 0) return <p class="govuk-body">{empty ?? words.none}</p>;
  let before: TimelineEntry | undefined;
  return (
    <div class="rt-timeline">
      {groupsOf(entries).map((group) => (
        <section class="rt-timeline__group">
          <h3 class="govuk-heading-s">
            {group.step === undefined ? words.whole : titleOf(group.step)}
          </h3>
          <ol class="rt-timeline__list">
            {group.entries.map((entry) => {
              const quiet = before ? quietDays(before, entry) : 0;
              before = entry;
              return (
                <>
                  {quiet > 0 && <li class="rt-timeline__quiet">{words.quiet(quiet)}</li>}
                  <Entry entry={entry} timeZone={timeZone} language={language} />
                </>
              );
            })}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Entry(props: {
  readonly entry: TimelineEntry;
  readonly timeZone: string;
  readonly language: Language;
}) {
  const { entry, timeZone, language } = props;
  const { view } = entry;
  const words = TIMELINE[language];
  return (
    <li class="rt-timeline__entry">
      <strong>{view.words}</strong>
      <span>{view.institution?.title ?? (entry.kind === 'deadlines' ? words.system : '')}</span>
      {entry.reason !== undefined && (
        <span>
          {`${words.reason}: `}
          <Typed text={entry.reason} />
        </span>
      )}
      <span class="rt-quiet">
        <time dateTime={view.at}>{momentOf(Date.parse(view.at), timeZone, language)}</time>
        {` · ${words.folio} ${view.folio}`}
      </span>
    </li>
  );
}
