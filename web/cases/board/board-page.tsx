import type { Language } from '../../../api/language.js';
import { type OpenCases, openCases } from '../../../api/runs/list-cases.js';
import { stepViews } from '../../../api/views/run-view.js';
import { institutionIn } from '../../../api/views/words.js';
import { CASE_STATES } from '../../../db/queries/list-cases.js';
import type { Directory } from '../../../door/directory.js';
import { Button } from '../../components/button.js';
import { Live } from '../../components/live.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { withQuery } from '../addresses.js';
import { versionOf } from '../live/version.js';
import { CaseCard } from './case-card.js';
import { BOARD, CASE_STATE_NAMES } from './words.js';

/** So many of the most urgent cases stand on the board itself. */
const SHOWN = 10;

/** Where a case lead's day begins: counts that open their lists, and the most urgent cases. */
export async function boardPage(visit: Visit): Promise<Answer> {
  const { context, language } = visit;
  const found = await boardCases(visit);
  const words = BOARD[language];
  return {
    title: words.title,
    content: (
      <>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <Button href="/casos/nuevo">{words.start}</Button>
        <Live from="/panel/novedades" version={boardVersion(found)}>
          <h2 class="govuk-heading-m">{words.tiles}</h2>
          <Tiles counts={found.counts} language={language} />
          <Waits waits={found.waits} directory={context.door.directory} language={language} />
          <h2 class="govuk-heading-m">{words.mine}</h2>
          {found.cases.length === 0 && <p class="govuk-body">{words.empty}</p>}
          <ol class="rt-cases">
            {found.cases.map((opened) => (
              <CaseCard opened={opened} />
            ))}
          </ol>
          {found.total > found.cases.length && (
            <p class="govuk-body">
              <a class="govuk-link" href="/casos">
                {words.all(found.total)}
              </a>
            </p>
          )}
        </Live>
      </>
    ),
  };
}

/** The cases of the board. */
export function boardCases(visit: Visit): Promise<OpenCases> {
  return openCases(visit.context, visit, {
    side: 'lead',
    rehearsals: false,
    ended: false,
    offset: 0,
    limit: SHOWN,
  });
}

/** Changes when the board does. */
export function boardVersion({ cases, counts, waits }: OpenCases): string {
  return versionOf(
    cases.map((opened) => ({ steps: stepViews(opened), ending: opened.run.state.ending?.id })),
    [cases.map(({ run }) => run.id), counts, waits],
  );
}

function Tiles({ counts, language }: { counts: OpenCases['counts']; language: Language }) {
  return (
    <ul class="rt-tiles">
      {CASE_STATES.map((state) => (
        <li class={`rt-tiles__tile rt-tiles__tile--${state}`}>
          <a class="govuk-link" href={withQuery('/casos', { estado: state })} data-tile={state}>
            <strong class="rt-tiles__count">{counts[state]}</strong>{' '}
            <span>{CASE_STATE_NAMES[language][state]}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function Waits(props: {
  readonly waits: OpenCases['waits'];
  readonly directory: Directory;
  readonly language: Language;
}) {
  const { waits, directory, language } = props;
  const words = BOARD[language];
  const entries = Object.entries(waits).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return (
    <>
      <h2 class="govuk-heading-m">{words.waits}</h2>
      {entries.length === 0 && <p class="govuk-body">{words.none}</p>}
      <ul class="govuk-list rt-waits">
        {entries.map(([institution, n]) => (
          <li>
            <a class="govuk-link" href={withQuery('/casos', { espera: institution })}>
              {institutionIn(directory, institution, language).title}
            </a>
            {`: ${n}`}
          </li>
        ))}
      </ul>
    </>
  );
}
