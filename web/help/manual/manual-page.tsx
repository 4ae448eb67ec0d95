import { type Language, say } from '../../../api/language.js';
import { momentOf } from '../../../api/views/due-view.js';
import { sourceWords } from '../../../api/views/source-words.js';
import { namedIn } from '../../../api/views/words.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { BackLink } from '../../components/back-link.js';
import { SummaryList } from '../../components/summary-list.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { caseRightsPath, MANUALS, rightsPath } from '../addresses.js';
import { isAboutPerson } from '../rights/rights-of.js';
import { EventList } from './event-list.js';
import { type Edition, getEdition, openEdition } from './find-edition.js';
import { ShareList } from './share-list.js';
import { List, StepSheet } from './step-sheet.js';
import { MANUAL } from './words.js';

/** The manual of the version of a protocol that is in force. */
export async function manualPage(visit: Visit): Promise<Shown> {
  const edition = await getEdition(visit);
  const { id } = edition.definition;
  return manual(visit, edition, {
    back: { href: MANUALS, text: MANUAL[visit.language].back },
    rights: rightsPath(id),
  });
}

/** The manual of the very version a case runs under, with its pack. */
export async function caseManualPage(visit: Visit): Promise<Shown> {
  const { opened, edition } = await openEdition(visit);
  return manual(visit, edition, {
    back: { href: `/tareas/${opened.run.id}`, text: MANUAL[visit.language].backToCase },
    rights: caseRightsPath(opened.run.id),
  });
}

interface Ways {
  readonly back: { readonly href: string; readonly text: string };
  readonly rights: string;
}

function manual({ language, session }: Visit, edition: Edition, { back, rights }: Ways): Shown {
  const words = MANUAL[language];
  const { definition } = edition;
  const title = words.title(say(definition.title, language));
  const { timeZone } = session;
  const content = (
    <div class="rt-manual">
      <BackLink {...back} />
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{words.made}</p>
      <EditionFacts {...{ edition, timeZone, language }} />
      {isAboutPerson(definition) && (
        <p class="govuk-body rt-no-print">
          <a class="govuk-link" href={rights}>
            {words.rights}
          </a>
        </p>
      )}
      <Contents definition={definition} language={language} />
      <Heading id="participan" text={words.roles} />
      <p class="govuk-body">{words.rolesIntro}</p>
      <Roles definition={definition} language={language} />
      <Stages definition={definition} language={language} />
      <Heading id="sucesos" text={words.events} />
      <EventList definition={definition} language={language} />
      <Heading id="datos" text={words.shares} />
      <ShareList definition={definition} language={language} />
      <Heading id="finales" text={words.endings} />
      <div class="govuk-body">
        <List all={definition.endings.map((ending) => say(ending.title, language))} />
      </div>
      <Heading id="fuentes" text={words.sources} />
      <List all={words.sourcesIntro} />
    </div>
  );
  return { title, content };
}

function Heading({ id, text }: { id: string; text: string }) {
  return (
    <h2 class="govuk-heading-m" id={id}>
      {text}
    </h2>
  );
}

/** Which protocol this is, in which version, and how to prove it. */
export function EditionFacts(props: {
  readonly edition: Edition;
  readonly timeZone: string;
  readonly language: Language;
}) {
  const { edition, timeZone, language } = props;
  const { definition, digest, publishedAt, pack } = edition;
  const words = MANUAL[language];
  const role = (id: string | undefined) =>
    id === undefined ? undefined : namedIn(definition.roles, id, language).title;
  return (
    <SummaryList
      rows={[
        { key: words.purpose, value: say(definition.purpose, language) },
        { key: words.population, value: say(definition.population, language) },
        { key: words.lead, value: role(definition.lead) },
        { key: words.monitor, value: role(definition.monitor) },
        {
          key: words.basis,
          value: <List all={definition.legalBasis.map((one) => sourceWords(one, language))} />,
        },
        { key: words.edition, value: String(definition.version) },
        { key: words.pack, value: pack && say(pack, language) },
        { key: words.published, value: momentOf(publishedAt.getTime(), timeZone, language) },
        { key: words.digest, value: <span class="rt-digest">{digest}</span> },
      ]}
    />
  );
}

function Contents({ definition, language }: { definition: Definition; language: Language }) {
  const words = MANUAL[language];
  const entries: [string, string][] = [
    ['participan', words.roles],
    ...usedStages(definition).map(({ id, title }): [string, string] => [
      `etapa-${id}`,
      say(title, language),
    ]),
    ['sucesos', words.events],
    ['datos', words.shares],
    ['finales', words.endings],
    ['fuentes', words.sources],
  ];
  return (
    <nav aria-label={words.contents}>
      <ol class="govuk-list govuk-list--number">
        {entries.map(([id, text]) => (
          <li>
            <a class="govuk-link" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Roles({ definition, language }: { definition: Definition; language: Language }) {
  const words = MANUAL[language];
  return (
    <List
      all={definition.roles.map(({ title, side, optional }) =>
        [say(title, language), words.sides[side], ...(optional ? [words.optional] : [])].join(', '),
      )}
    />
  );
}

function Stages({ definition, language }: { definition: Definition; language: Language }) {
  let number = 0;
  return (
    <>
      {usedStages(definition).map((stage) => (
        <>
          <Heading id={`etapa-${stage.id}`} text={say(stage.title, language)} />
          {definition.steps
            .filter((step) => step.stage === stage.id)
            .map((step) => {
              number += 1;
              return <StepSheet {...{ definition, step, number, language }} />;
            })}
        </>
      ))}
    </>
  );
}

function usedStages({ stages, steps }: Definition) {
  return stages.filter(({ id }) => steps.some(({ stage }) => stage === id));
}
