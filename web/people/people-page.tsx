import { rolesToGive } from '../../accounts/invite.js';
import { momentOf } from '../../api/views/due-view.js';
import { institutionIn } from '../../api/views/words.js';
import { type LostMail, listLostAccountMails } from '../../db/queries/mails.js';
import { type Colleague, countPeople, listPeople } from '../../db/queries/people.js';
import { listUnreachable } from '../../db/queries/reach.js';
import { listRecoveries, type Recovery } from '../../db/queries/recoveries.js';
import { Banner } from '../components/banner.js';
import { Button, ButtonGroup } from '../components/button.js';
import { Radios } from '../components/choices.js';
import { ErrorSummary, type Fault, faultOf } from '../components/error-summary.js';
import { Field } from '../components/field.js';
import { Pagination, pageItems } from '../components/pagination.js';
import { Table } from '../components/table.js';
import { Warning } from '../components/warning.js';
import { FormKey } from '../frame/routes.js';
import type { Shown, Visit } from '../frame/visit.js';
import { ROLE_NAMES } from '../frame/words.js';
import { addressFor, institutionOf, pageOf, peopleAddress, soughtIn } from './institution-of.js';
import { WORDS } from './words.js';

const PAGE_SIZE = 25;
const SOON = 14 * 24 * 60 * 60_000;

/** `GET /institucion/personas`. */
export async function showPeople(visit: Visit): Promise<Shown> {
  return peoplePage(visit, []);
}

/** The page, with faults of the form to add somebody. */
export async function peoplePage(visit: Visit, faults: readonly Fault[]): Promise<Shown> {
  const { context, session, language, query } = visit;
  const { db, directory } = context.door;
  const institution = await institutionOf(visit);
  const words = WORDS[language];
  const sought = soughtIn(visit);
  const named = sought.split(/\s+/).filter((word) => word !== '');
  const count = await countPeople(db, institution, named);
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(pageOf(visit), pages);
  const link = (pagina: number) => peopleAddress(visit, institution, { pagina });
  const [people, lost, recoveries, unreachable] = await Promise.all([
    listPeople(db, institution, {
      words: named,
      offset: (page - 1) * PAGE_SIZE,
      limit: PAGE_SIZE,
    }),
    listLostAccountMails(db, institution),
    listRecoveries(db, institution),
    listUnreachable(db),
  ]);
  const shownUnreachable = unreachable.filter(
    (one) => session.role === 'admin' || one.institution === institution,
  );
  const done = query.get('hecho');
  const { title: name } = institutionIn(directory, institution, language);
  const content = (
    <>
      <ErrorSummary faults={faults} />
      {faults.length === 0 && done !== null && done in words.done && (
        <Banner kind="success" text={words.done[done as keyof typeof words.done]} />
      )}
      <h1 class="govuk-heading-l">{words.heading.replace('{name}', name)}</h1>
      {shownUnreachable.length > 0 && (
        <>
          <Warning>{words.unreachable}</Warning>
          <p class="govuk-body">{words.unreachableWhy}</p>
          <ul class="govuk-list govuk-list--bullet">
            {shownUnreachable.map((one) => (
              <li>
                {`${institutionIn(directory, one.institution, language).title}: ${words.open(one.steps)}`}
              </li>
            ))}
          </ul>
        </>
      )}
      <Recoveries visit={visit} institution={institution} recoveries={recoveries} />
      {(pages > 1 || sought !== '') && <Search {...{ visit, institution, sought, count }} />}
      {people.length > 0 && <People {...{ visit, institution, people, lost }} />}
      <Pagination
        {...(page > 1 ? { previous: link(page - 1) } : {})}
        {...(page < pages ? { next: link(page + 1) } : {})}
        items={pages > 1 ? pageItems(page, pages, link) : []}
      />
      <Add visit={visit} institution={institution} faults={faults} />
    </>
  );
  const title = words.heading.replace('{name}', name);
  return { title, content, ...(faults.length > 0 ? { faulty: true } : {}) };
}

interface Part {
  readonly visit: Visit;
  readonly institution: string;
}

interface SearchProps extends Part {
  readonly sought: string;
  readonly count: number;
}

/** Narrows the list to some names; what is asked stands in the address. */
function Search({ visit, institution, sought, count }: SearchProps) {
  const words = WORDS[visit.language];
  const isOwn = institution === visit.session.institution;
  return (
    <form method="get" action="/institucion/personas" autocomplete="off" noValidate>
      {!isOwn && <input type="hidden" name="institucion" value={institution} />}
      <Field
        id="buscar"
        label={words.search}
        hint={words.searchHint}
        value={sought}
        width={20}
        spellCheck={false}
      />
      <ButtonGroup>
        <Button kind="secondary">{words.doSearch}</Button>
        {sought !== '' && (
          <a class="govuk-link" href={addressFor(visit, institution, '/institucion/personas')}>
            {words.everybody}
          </a>
        )}
      </ButtonGroup>
      {sought !== '' && (
        <p class="govuk-body" role="status">
          {words.found(count)}
        </p>
      )}
    </form>
  );
}

/** A button that does one thing to one person; `about` names the person to those who do not see the row. */
function One(props: Part & { act: string; of: string; text: string; about: string }) {
  const { visit, institution, act, of, text, about } = props;
  return (
    <form method="post" action={peopleAddress(visit, institution, { below: `/${act}` })}>
      <FormKey visit={visit} />
      <input type="hidden" name="de" value={of} />
      <Button kind="secondary">
        {text}
        <span class="govuk-visually-hidden">{`: ${about}`}</span>
      </Button>
    </form>
  );
}

function Recoveries({
  visit,
  institution,
  recoveries,
}: Part & { recoveries: readonly Recovery[] }) {
  const words = WORDS[visit.language];
  const others = recoveries.filter(({ userId }) => userId !== visit.session.user.id);
  if (others.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.recoveries}</h2>
      <p class="govuk-body">{words.recoveriesHint}</p>
      {others.map(({ id, displayName, email, askedAt }) => (
        <div class="rt-sheet">
          <p class="govuk-body">
            <strong>{displayName}</strong>
            {` (${email}), ${momentOf(askedAt, visit.session.timeZone, visit.language)}`}
          </p>
          <div class="govuk-button-group">
            <One
              {...{ visit, institution }}
              act="aprobar"
              of={id}
              text={words.approve}
              about={displayName}
            />
            <One
              {...{ visit, institution }}
              act="rechazar"
              of={id}
              text={words.refuse}
              about={displayName}
            />
          </div>
        </div>
      ))}
    </>
  );
}

/** What became of the last mail about somebody's account, unless it arrived. */
function MailNote(props: {
  words: (typeof WORDS)['es' | 'en']['mail'];
  lost: LostMail | undefined;
}) {
  const { words, lost } = props;
  const said = lost && lost.state !== 'sent' && words[lost.state];
  return said ? <span class="rt-under">{said}</span> : null;
}

interface PeopleProps extends Part {
  readonly people: readonly Colleague[];
  readonly lost: readonly LostMail[];
}

function People({ visit, institution, people, lost }: PeopleProps) {
  const { language, session, context } = visit;
  const words = WORDS[language];
  const now = context.door.clock.now();
  const standing = (one: Colleague) => {
    if (one.standing !== 'current') return words.standing[one.standing];
    if (!one.hasEntered) return words.standing.invited;
    const until = momentOf(one.until, session.timeZone, language);
    const say = one.until - now < SOON ? words.soon : words.until;
    return say.replace('{moment}', until);
  };
  return (
    <Table
      caption={words.people}
      captionSize="m"
      columns={[words.name, words.roles, words.state, words.acts].map((title) => ({ title }))}
      rows={people.map((one) => [
        <>
          {one.displayName}
          <br />
          <span class="rt-quiet rt-address">{one.email}</span>
        </>,
        one.roles.map((role) => ROLE_NAMES[language][role]).join(', '),
        <>
          {standing(one)}
          <MailNote words={words.mail} lost={lost.find(({ userId }) => userId === one.id)} />
        </>,
        one.standing === 'ended' || one.id === session.user.id ? (
          ''
        ) : (
          <div class="govuk-button-group">
            <One
              {...{ visit, institution }}
              act="renovar"
              of={one.id}
              text={words.renew}
              about={one.displayName}
            />
            <Button
              kind="secondary"
              href={peopleAddress(visit, institution, { below: '/terminar', de: one.id })}
            >
              {words.end}
              <span class="govuk-visually-hidden">{`: ${one.displayName}`}</span>
            </Button>
            {!one.hasEntered && (
              <One
                {...{ visit, institution }}
                act="reenviar"
                of={one.id}
                text={words.resend}
                about={one.displayName}
              />
            )}
          </div>
        ),
      ])}
    />
  );
}

function Add({ visit, institution, faults }: Part & { faults: readonly Fault[] }) {
  const { language, form, session } = visit;
  const words = WORDS[language];
  return (
    <form method="post" action={peopleAddress(visit, institution)} noValidate>
      <h2 class="govuk-heading-m">{words.add}</h2>
      <FormKey visit={visit} />
      <Field
        id="nombre"
        label={words.name}
        hint={words.nameHint}
        value={form.get('nombre') ?? ''}
        error={faultOf(faults, 'nombre')}
      />
      <Field
        id="correo"
        type="email"
        label={words.email}
        spellCheck={false}
        value={form.get('correo') ?? ''}
        error={faultOf(faults, 'correo')}
      />
      <Radios
        id="funcion"
        label={words.role}
        value={form.get('funcion') ?? undefined}
        items={rolesToGive(session.role).map((role) => ({
          value: role,
          label: ROLE_NAMES[language][role],
        }))}
        error={faultOf(faults, 'funcion')}
      />
      <Radios
        id="idioma"
        label={words.language}
        inline
        value={form.get('idioma') ?? 'es'}
        items={[
          { value: 'es', label: 'Español' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Button>{words.addButton}</Button>
    </form>
  );
}
