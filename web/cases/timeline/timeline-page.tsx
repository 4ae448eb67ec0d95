import { reasonsOf } from '../../../api/runs/reasons.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { namedIn } from '../../../api/views/words.js';
import { listEntries } from '../../../db/queries/list-entries.js';
import { Checkboxes, Radios } from '../../components/choices.js';
import { Field } from '../../components/field.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { CaseFrame } from '../case/case-frame.js';
import { openCase } from '../case/open-case.js';
import { chosen, KINDS, type TimelineQuestion, timelineOf } from './timeline.js';
import { TimelineList } from './timeline-list.js';
import { KIND_NAMES, TIMELINE } from './words.js';

/** What happened in a case, as far as this access may know of it. */
export async function timelinePage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit);
  const { run, definition, language, access, context } = opened;
  const question = questionOf(visit.query);
  const entries = timelineOf(
    opened,
    await listEntries(context.door.db, run.id),
    await reasonsOf(opened),
  );
  const found = chosen(entries, question);
  const words = TIMELINE[language];
  return {
    title: `${words.title} – ${caseKeyOf(run.id)}`,
    content: (
      <CaseFrame opened={opened} part="timeline">
        <Filter question={question} language={language} />
        <h2 class="govuk-heading-m">{`${words.title}: ${words.count(found.length)}`}</h2>
        <TimelineList
          entries={found}
          titleOf={(step) => namedIn(definition.steps, step, language).title}
          timeZone={access.timeZone}
          language={language}
        />
      </CaseFrame>
    ),
  };
}

function questionOf(query: URLSearchParams): TimelineQuestion {
  const wanted = query.getAll('clase');
  return {
    kinds: KINDS.filter((kind) => wanted.includes(kind)),
    search: (query.get('buscar') ?? '').slice(0, 100),
    newestFirst: query.get('orden') !== 'antiguos',
  };
}

function Filter({ question, language }: { question: TimelineQuestion; language: 'es' | 'en' }) {
  const words = TIMELINE[language];
  return (
    <form method="get" class="rt-filter rt-no-print">
      <Field
        id="buscar"
        label={words.search}
        hint={words.hint}
        value={question.search}
        type="search"
      />
      <Checkboxes
        id="clase"
        label={words.kinds}
        small
        items={KINDS.map((kind) => ({ value: kind, label: KIND_NAMES[language][kind] }))}
        values={question.kinds}
      />
      <Radios
        id="orden"
        label={words.order}
        inline
        items={[
          { value: 'nuevos', label: words.newest },
          { value: 'antiguos', label: words.oldest },
        ]}
        value={question.newestFirst ? 'nuevos' : 'antiguos'}
      />
      <button type="submit" class="govuk-button govuk-button--secondary">
        {words.show}
      </button>
    </form>
  );
}
