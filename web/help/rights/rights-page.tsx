import { ProblemError } from '../../../api/errors.js';
import { say } from '../../../api/language.js';
import { BackLink } from '../../components/back-link.js';
import { Warning } from '../../components/warning.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { MANUALS } from '../addresses.js';
import { type Edition, getEdition, openEdition } from '../manual/find-edition.js';
import { type Contact, contactsOf } from './contacts-of.js';
import { isAboutPerson } from './rights-of.js';
import { Contacts, RightsParts } from './rights-parts.js';
import { RIGHTS } from './words.js';

/** The sheet of rights of a protocol in force, to be printed or read aloud. */
export async function rightsPage(visit: Visit): Promise<Shown> {
  const back = { href: MANUALS, text: RIGHTS[visit.language].back };
  return sheet(visit, await getEdition(visit), back, []);
}

/** The same for one case: the version it runs under and the institutions that deal with the person. */
export async function caseRightsPage(visit: Visit): Promise<Shown> {
  const { opened, edition } = await openEdition(visit);
  const back = { href: `/tareas/${opened.run.id}`, text: RIGHTS[visit.language].backToCase };
  return sheet(visit, edition, back, contactsOf(opened));
}

function sheet(
  { language }: Visit,
  { definition, digest }: Edition,
  back: { readonly href: string; readonly text: string },
  contacts: readonly Contact[],
): Shown {
  if (!isAboutPerson(definition)) throw new ProblemError('route-unknown');
  const words = RIGHTS[language];
  const protocol = say(definition.title, language);
  const content = (
    <article class="rt-rights">
      <BackLink {...back} />
      <div class="rt-no-print">
        <h2 class="govuk-heading-s">{words.forWhoHandsItOver}</h2>
        <Warning>{words.care}</Warning>
        <p class="govuk-body">{words.otherLanguage}</p>
      </div>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {words.intro.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      <RightsParts definition={definition} language={language} />
      {contacts.length > 0 && <Contacts contacts={contacts} language={language} />}
      <p class="govuk-body-s rt-quiet rt-digest">
        {words.edition(protocol, definition.version, digest)}
      </p>
    </article>
  );
  return { title: `${words.title} – ${protocol}`, content };
}
