import type { GivenEvidence } from '../../api/record/given-evidence.js';
import { caseKeyOf } from '../../api/views/case-key.js';
import { momentOf } from '../../api/views/due-view.js';
import { evidenceDays, evidenceState } from '../../api/views/evidence-view.js';
import type { EvidenceState } from '../../db/queries/evidence-requests.js';
import { Table } from '../components/table.js';
import { Tag } from '../components/tag.js';
import type { Visit } from '../frame/visit.js';
import { RECORD } from './words.js';

export const STATE_COLOURS: Readonly<Record<EvidenceState, 'yellow' | 'green' | 'red' | 'grey'>> = {
  pending: 'yellow',
  ready: 'green',
  failed: 'red',
  expired: 'grey',
};

export const requestPath = (id: string, rest = ''): string => `/pruebas/${id}${rest}`;

/** What a request is about, in the names its reader knows. */
export function subjectOf({ request, name }: GivenEvidence, language: 'es' | 'en'): string {
  const words = RECORD[language];
  const days = evidenceDays(request);
  if (days) return words.ofDays(dayWords(days.from, language), dayWords(days.to, language));
  return words.ofCase(name ?? caseKeyOf(request.runId ?? ''));
}

/** `2026-03-27` as people write it. */
function dayWords(day: string, language: 'es' | 'en'): string {
  return new Intl.DateTimeFormat(language === 'es' ? 'es' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(Date.parse(day));
}

/** The requests of an institution, each leading to its page. */
export function RequestList(props: {
  readonly visit: Visit;
  readonly given: readonly GivenEvidence[];
}) {
  const { visit, given } = props;
  const { language, access, context } = visit;
  const words = RECORD[language];
  if (given.length === 0) return <p class="govuk-body">{words.none}</p>;
  const now = context.door.clock.now();
  return (
    <Table
      caption={words.list}
      captionSize="m"
      columns={[{ title: words.of }, { title: words.asked }, { title: words.state }]}
      rows={given.map((one) => {
        const { id, askedAt } = one.request;
        const state = evidenceState(one.request, now);
        return [
          <a class="govuk-link" href={requestPath(id)}>
            {subjectOf(one, language)}
          </a>,
          momentOf(askedAt.getTime(), access.timeZone, language),
          <Tag colour={STATE_COLOURS[state]}>{words.states[state]}</Tag>,
        ];
      })}
    />
  );
}
