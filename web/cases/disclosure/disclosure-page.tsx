import { say } from '../../../api/language.js';
import type { OpenRun } from '../../../api/runs/open-run.js';
import { caseKeyOf } from '../../../api/views/case-key.js';
import { sharedWords } from '../../../api/views/category-words.js';
import { momentOf } from '../../../api/views/due-view.js';
import { sourceWords } from '../../../api/views/source-words.js';
import { institutionIn, namedIn } from '../../../api/views/words.js';
import { type Disclosure, listDisclosures } from '../../../db/queries/disclosures.js';
import type { Category } from '../../../protocols/language/form.js';
import { type Row, SummaryList } from '../../components/summary-list.js';
import { Tag } from '../../components/tag.js';
import type { Answer, Visit } from '../../frame/visit.js';
import { casePath } from '../addresses.js';
import { CaseFrame } from '../case/case-frame.js';
import { mayIn, openCase } from '../case/open-case.js';
import { DISCLOSURE, RECALL_NAMES, STATE_NAMES } from './words.js';

const COLOURS = {
  pending: 'yellow',
  released: undefined,
  acknowledged: 'green',
  suppressed: 'grey',
  withheld: 'orange',
} as const;

/** Every share of a case: to whom, what, why, on what ground, when, acknowledged, opened. */
export async function disclosurePage(visit: Visit): Promise<Answer> {
  const opened = await openCase(visit, 'case.disclosures');
  const { run, language, context } = opened;
  const words = DISCLOSURE[language];
  const all = await listDisclosures(context.door.db, run.id);
  return {
    title: `${words.title} – ${caseKeyOf(run.id)}`,
    content: (
      <CaseFrame opened={opened} part="disclosures">
        <p class="govuk-body">{all.length > 0 ? words.about : words.none}</p>
        <ul class="govuk-list">
          {mayIn(opened, 'run.reads') && (
            <li>
              <a class="govuk-link" href={casePath(run.id, '/lecturas')}>
                {words.reads}
              </a>
            </li>
          )}
          {mayIn(opened, 'data.list') && (
            <li>
              <a class="govuk-link" href={casePath(run.id, '/datos')}>
                {words.measures}
              </a>
            </li>
          )}
          {mayIn(opened, 'case.evidence') && (
            <li>
              <a class="govuk-link" href={casePath(run.id, '/pruebas')}>
                {words.evidence}
              </a>
            </li>
          )}
        </ul>
        {all.map((one) => (
          <Card opened={opened} disclosure={one} />
        ))}
      </CaseFrame>
    ),
  };
}

function Card({ opened, disclosure }: { opened: OpenRun; disclosure: Disclosure }) {
  const { definition, language, context, access } = opened;
  const words = DISCLOSURE[language];
  const { directory } = context.door;
  const { share, step, role, institution, categories, state } = disclosure;
  const recall = opened.run.state.received?.[share]?.recall;
  const id = share.slice(share.indexOf(':') + 1);
  const declared = definition.steps
    .find((one) => one.id === step)
    ?.shares?.find((one) => one.id === id);
  const at = (instant: number | null) =>
    instant === null ? '' : momentOf(instant, access.timeZone, language);
  const name = (one: string) => institutionIn(directory, one, language).title;
  const rows: Row[] = [
    { key: words.step, value: namedIn(definition.steps, step, language).title },
    {
      key: words.categories,
      value: sharedWords(
        definition,
        { ...declared, categories: categories as Category[] },
        language,
      ),
    },
    { key: words.purpose, value: declared && say(declared.purpose, language) },
    {
      key: words.ground,
      value: declared && sourceWords(declared.ground, language),
    },
    { key: words.when, value: at(disclosure.releasedAt ?? disclosure.createdAt) },
    {
      key: words.acknowledgeBy,
      value: disclosure.acknowledgedAt === null && at(disclosure.acknowledgeBy),
    },
    { key: words.acknowledged, value: at(disclosure.acknowledgedAt) },
    { key: words.recalled, value: recall && at(recall.at) },
    {
      key: words.recallAnswer,
      value: recall && (recall.answer ? RECALL_NAMES[language][recall.answer] : words.unanswered),
    },
    { key: words.recallAnsweredOn, value: recall?.answeredAt && at(recall.answeredAt) },
    {
      key: words.openings,
      value: <Openings disclosure={disclosure} name={name} at={at} words={words} />,
    },
  ];
  const to = namedIn(definition.roles, role, language).title;
  return (
    <section class="rt-sheet" data-share={share}>
      <h2 class="govuk-heading-s">{institution === '' ? to : `${name(institution)} (${to})`}</h2>
      <p class="govuk-body">
        <Tag colour={COLOURS[state]}>{STATE_NAMES[language][state]}</Tag>
        {recall && state !== 'withheld' && (
          <Tag colour={recall.answer ? 'grey' : 'red'}>
            {recall.answer ? RECALL_NAMES[language][recall.answer] : words.recalledOpen}
          </Tag>
        )}
      </p>
      <SummaryList rows={rows} />
    </section>
  );
}

function Openings(props: {
  readonly disclosure: Disclosure;
  readonly name: (institution: string) => string;
  readonly at: (instant: number) => string;
  readonly words: { readonly unopened: string };
}) {
  const { disclosure, name, at, words } = props;
  if (disclosure.state === 'suppressed' || disclosure.state === 'withheld') return null;
  if (disclosure.openings.length === 0) return <>{words.unopened}</>;
  return (
    <ul class="govuk-list">
      {disclosure.openings.map((one) => (
        <li>{`${name(one.institution)}, ${at(one.at)}`}</li>
      ))}
    </ul>
  );
}
