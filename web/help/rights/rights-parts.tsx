import type { ComponentChildren } from 'preact';
import { type Language, say } from '../../../api/language.js';
import { categoryWords } from '../../../api/views/category-words.js';
import { sourceWords } from '../../../api/views/source-words.js';
import { namedIn } from '../../../api/views/words.js';
import type { Definition } from '../../../protocols/language/definition.js';
import type { Source, Text } from '../../../protocols/language/text.js';
import { Conditions } from '../manual/conditions.js';
import { deadlineWords } from '../manual/deadline-words.js';
import type { Contact } from './contacts-of.js';
import { type Limit, type Rights, rightsOf } from './rights-of.js';
import { RIGHTS } from './words.js';

interface Of {
  readonly definition: Definition;
  readonly language: Language;
}

/** Everything a sheet says of a protocol. A part with nothing to say is left out. */
export function RightsParts({ definition, language }: Of) {
  const words = RIGHTS[language];
  const rights = rightsOf(definition);
  const of = { definition, language };
  const lead = namedIn(definition.roles, definition.lead, language).title;
  return (
    <>
      <Part title={words.about}>
        <p class="govuk-body">{words.aboutText(say(definition.title, language), lead)}</p>
        <p class="govuk-body">{`${words.purpose} ${say(definition.purpose, language)}`}</p>
      </Part>
      <Voices {...of} rights={rights} />
      <Part title={words.before}>
        {rights.departures.length === 0 ? (
          <p class="govuk-body">{words.movesNobody}</p>
        ) : (
          <>
            <p class="govuk-body">{words.beforeIntro}</p>
            <Bullets all={rights.before} language={language} />
          </>
        )}
      </Part>
      <Limits {...of} of={rights.windows} title={words.windows} intro={words.windowsIntro}>
        {words.windowEnd}
      </Limits>
      <Limits {...of} of={rights.protective} title={words.protective} intro={words.protectiveIntro}>
        {words.protectiveEnd}
      </Limits>
      {rights.byPerson.length > 0 && (
        <Part title={words.byPerson}>
          <p class="govuk-body">{words.byPersonIntro}</p>
          <Bullets all={rights.byPerson.map(({ title }) => title)} language={language} />
        </Part>
      )}
      <Recipients {...of} rights={rights} />
      <Part title={words.endings}>
        <p class="govuk-body">{words.endingsIntro}</p>
        <Bullets all={definition.endings.map(({ title }) => title)} language={language} />
      </Part>
      <Part title={words.basis}>
        <ul class="govuk-list govuk-list--bullet">
          {definition.legalBasis.map((source) => (
            <li>{sourceWords(source, language)}</li>
          ))}
        </ul>
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}

function Bullets({ all, language }: { all: readonly Text[]; language: Language }) {
  const texts = [...new Set(all.map((text) => say(text, language)))];
  return (
    <ul class="govuk-list govuk-list--bullet">
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}

function Voices({ definition, language, rights }: Of & { rights: Rights }) {
  const words = RIGHTS[language];
  if (rights.voices.length === 0) return null;
  return (
    <Part title={words.voices}>
      <p class="govuk-body">{words.voicesIntro}</p>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {rights.voices.map(({ event, stopsDeparture }) => (
          <li>
            <strong>{say(event.title, language)}.</strong>
            {stopsDeparture && ` ${words.stops}`}
            {event.while && (
              <div>
                {`${words.onlyWhile} `}
                <Conditions definition={definition} condition={event.while} language={language} />
              </div>
            )}
            <Cited sources={event.basis} language={language} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Cited({ sources = [], language }: { sources?: readonly Source[]; language: Language }) {
  if (sources.length === 0) return null;
  const cited = sources.map((source) => sourceWords(source, language)).join('; ');
  return <div class="rt-quiet">{cited}</div>;
}

function Limits(
  props: Of & {
    readonly of: readonly Limit[];
    readonly title: string;
    readonly intro: string;
    readonly children: (lapse: string) => string;
  },
) {
  const { definition, language, of, title, intro, children } = props;
  if (of.length === 0) return null;
  const said = new Map(
    of.map(({ step, deadline, lapse }) => {
      const length = deadlineWords(definition, deadline, language);
      const what = `${say(step.title, language)}: ${length}.`;
      return [`${what} ${children(say(lapse.title, language))}`, deadline.source];
    }),
  );
  return (
    <Part title={title}>
      <p class="govuk-body">{intro}</p>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        {[...said].map(([sentence, source]) => (
          <li>
            {sentence}
            <Cited sources={[source]} language={language} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Recipients({ definition, language, rights }: Of & { rights: Rights }) {
  const words = RIGHTS[language];
  return (
    <Part title={words.recipients}>
      <p class="govuk-body">
        {rights.recipients.length > 0 ? words.recipientsIntro : words.noRecipients}
      </p>
      {rights.recipients.map(({ role, categories, purposes, heldBackWhile }) => (
        <>
          <h3 class="govuk-heading-s">{say(role.title, language)}</h3>
          <p class="govuk-body">
            {`${words.gets(categoryWords(categories, language))} ${words.purposes(
              purposes.map((purpose) => say(purpose, language)).join('; '),
            )}`}
          </p>
          {heldBackWhile.map((condition) => (
            <div class="govuk-body">
              {`${words.heldBack} `}
              <Conditions definition={definition} condition={condition} language={language} />
            </div>
          ))}
        </>
      ))}
    </Part>
  );
}

/** The institutions of a case. The directory holds no telephone, so that there is room to write one. */
export function Contacts(props: {
  readonly contacts: readonly Contact[];
  readonly language: Language;
}) {
  const { contacts, language } = props;
  const words = RIGHTS[language];
  return (
    <Part title={words.contacts}>
      <p class="govuk-body">{words.contactsIntro}</p>
      <ul class="govuk-list">
        {contacts.map(({ institution, does }) => (
          <li class="rt-contact">
            <strong>{institution}</strong>
            {` (${does})`}
            <span class="rt-contact__room">{words.writeHere}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
