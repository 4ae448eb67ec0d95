import { institutionIn } from '../../api/views/words.js';
import { BackLink } from '../components/back-link.js';
import { Button, ButtonGroup } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { Narrow } from '../frame/narrow.js';
import { FormKey } from '../frame/routes.js';
import type { Answer, Visit } from '../frame/visit.js';
import { ROLE_NAMES } from '../frame/words.js';
import { done, getColleague } from './change-people.js';
import { institutionOf, peopleAddress } from './institution-of.js';
import { WORDS } from './words.js';

/** `GET …/terminar`: whose access would end, and what that takes from them. */
export async function showEnd(visit: Visit): Promise<Answer> {
  const { context, language } = visit;
  const words = WORDS[language];
  const institution = await institutionOf(visit);
  const { id, displayName, email, roles, standing } = await getColleague(visit, institution);
  if (standing === 'ended') return done(visit, institution, 'tarde');
  const list = peopleAddress(visit, institution);
  const { title: name } = institutionIn(context.door.directory, institution, language);
  const content = (
    <Narrow>
      <BackLink href={list} text={words.back} />
      <h1 class="govuk-heading-l">{words.endTitle}</h1>
      <SummaryList
        rows={[
          { key: words.name, value: displayName },
          { key: words.email, value: <span class="rt-address">{email}</span> },
          { key: words.institution, value: name },
          { key: words.roles, value: roles.map((role) => ROLE_NAMES[language][role]).join(', ') },
        ]}
      />
      <p class="govuk-body">{words.endWhat}</p>
      <p class="govuk-body">{words.endStays}</p>
      <form
        method="post"
        action={peopleAddress(visit, institution, { below: '/terminar' })}
        noValidate
      >
        <FormKey visit={visit} />
        <input type="hidden" name="de" value={id} />
        <ButtonGroup>
          <Button kind="warning">{words.end}</Button>
          <a class="govuk-link" href={list}>
            {words.endNot}
          </a>
        </ButtonGroup>
      </form>
    </Narrow>
  );
  return { title: words.endTitle, content };
}
