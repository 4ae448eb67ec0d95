import { say } from '../../../api/language.js';
import { listCurrentForStart } from '../../../api/runs/startable.js';
import type { Definition } from '../../../protocols/language/definition.js';
import { BackLink } from '../../components/back-link.js';
import type { Shown, Visit } from '../../frame/visit.js';
import { manualPath, rightsPath } from '../addresses.js';
import { isAboutPerson } from '../rights/rights-of.js';
import { MANUAL } from './words.js';

/** Every protocol in force, with its manual and its sheet of rights. */
export async function manualsPage(visit: Visit): Promise<Shown> {
  const { language, context } = visit;
  const words = MANUAL[language];
  const all = await listCurrentForStart(context.door);
  const content = (
    <>
      <BackLink href="/ayuda" text={words.help} />
      <h1 class="govuk-heading-l">{words.list}</h1>
      <p class="govuk-body">{all.length > 0 ? words.listIntro : words.none}</p>
      {all.map((definition) => (
        <Entry definition={definition} language={language} />
      ))}
    </>
  );
  return { title: words.list, content };
}

function Entry({ definition, language }: { definition: Definition; language: 'es' | 'en' }) {
  const words = MANUAL[language];
  const title = say(definition.title, language);
  const links = [
    [manualPath(definition.id), words.read],
    ...(isAboutPerson(definition) ? [[rightsPath(definition.id), words.rights]] : []),
  ];
  return (
    <section class="rt-sheet">
      <h2 class="govuk-heading-m">{`${title}, ${words.version(definition.version)}`}</h2>
      <p class="govuk-body">{say(definition.purpose, language)}</p>
      <ul class="govuk-list">
        {links.map(([href, text]) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
              <span class="govuk-visually-hidden">{` ${words.aboutProtocol(title)}`}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
