import type { AccessRole } from '../../db/queries/access-tokens.js';
import { findPasswordOf } from '../../db/queries/passwords.js';
import { findSecondFactors } from '../../db/queries/second-factors.js';
import { listMemberships } from '../../db/queries/users.js';
import { Button } from '../components/button.js';
import { SummaryList } from '../components/summary-list.js';
import { Narrow } from '../frame/narrow.js';
import { FormKey } from '../frame/routes.js';
import type { Shown, Visit } from '../frame/visit.js';
import { roleAt } from './role-name.js';

const WORDS = {
  es: {
    heading: 'Mi cuenta',
    name: 'Nombre',
    email: 'Correo electrónico',
    now: 'Trabaja ahora como',
    others: 'Otras funciones',
    othersHint: 'Cambie de función para ver sus tareas. Solo se trabaja en una a la vez.',
    work: 'Trabajar como {role}',
    language: 'Idioma de su cuenta',
    languages: { es: 'Español', en: 'Inglés' },
    onlyHere:
      'En este equipo eligió ver las páginas en español. Los correos y otros equipos usan el inglés.',
    toLanguage: { es: 'Usar español en mi cuenta', en: 'Usar inglés en mi cuenta' },
    security: 'Cómo entra',
    password: 'Contraseña',
    hasPassword: 'Guardada',
    noPassword: 'Entra con la cuenta de su institución',
    second: 'Segundo factor',
    codes: 'Códigos de un solo uso',
    keys: { one: '1 llave de acceso', many: '{n} llaves de acceso' },
    noSecond: 'Ninguno',
    sessions: 'Sesiones',
    seeSessions: 'Ver dónde tiene abierta su cuenta',
    change: 'Cambiar',
    add: 'Agregar',
    work2: 'Su trabajo',
    absences: 'Ausencias y quién le suple',
    hours: 'Horario semanal',
    mail: 'Avisos por correo',
    people: 'Personas de la institución',
    institutionMail: 'Avisos por correo de la institución',
    webhooks: 'Llamadas al sistema de la institución',
  },
  en: {
    heading: 'My account',
    name: 'Name',
    email: 'Email address',
    now: 'You now work as',
    others: 'Other roles',
    othersHint: 'Change the role to see its tasks. You work in one at a time.',
    work: 'Work as {role}',
    language: 'Language of your account',
    languages: { es: 'Spanish', en: 'English' },
    onlyHere:
      'On this machine you chose to see the pages in English. Mails and other machines use Spanish.',
    toLanguage: { es: 'Use Spanish for my account', en: 'Use English for my account' },
    security: 'How you sign in',
    password: 'Password',
    hasPassword: 'Set',
    noPassword: 'You sign in with your institution’s account',
    second: 'Second factor',
    codes: 'One-time codes',
    keys: { one: '1 passkey', many: '{n} passkeys' },
    noSecond: 'None',
    sessions: 'Sessions',
    seeSessions: 'See where your account is open',
    change: 'Change',
    add: 'Add',
    work2: 'Your work',
    absences: 'Absences and who stands in',
    hours: 'Weekly hours',
    mail: 'Notices by mail',
    people: 'People of the institution',
    institutionMail: 'Notices by mail of the institution',
    webhooks: 'Calls to the institution’s system',
  },
} as const;

/** `GET /cuenta`: the person's own account. */
export async function accountPage(visit: Visit): Promise<Shown> {
  const { context, session, language } = visit;
  const { db } = context.door;
  const words = WORDS[language];
  const { user, institution, role } = session;
  const [roles, password, factors] = await Promise.all([
    listMemberships(db, user.id),
    findPasswordOf(db, user.id),
    findSecondFactors(db, user.id),
  ]);
  const isTheirs = session.factors.includes('oidc');
  const others = roles.filter(
    (one) =>
      (one.institution !== institution || one.role !== role) &&
      (!isTheirs || one.institution === institution),
  );
  const { passkeys } = factors;
  const second = [
    ...(factors.totp ? [words.codes] : []),
    ...(passkeys > 0
      ? [passkeys === 1 ? words.keys.one : words.keys.many.replace('{n}', String(passkeys))]
      : []),
  ];
  const change = (href: string, about: string) => [{ href, text: words.change, about }];
  // Of the account, whatever language the page is in on this machine.
  const other = user.language === 'es' ? 'en' : 'es';
  const content = (
    <Narrow>
      <h1 class="govuk-heading-l">{words.heading}</h1>
      <SummaryList
        rows={[
          { key: words.name, value: user.displayName },
          { key: words.email, value: user.email },
          { key: words.now, value: roleAt(context, session, language) },
        ]}
      />
      {others.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{words.others}</h2>
          <p class="govuk-body">{words.othersHint}</p>
          {others.map((one) => (
            <form method="post" action="/cuenta/funcion">
              <FormKey visit={visit} />
              <input type="hidden" name="institucion" value={one.institution} />
              <input type="hidden" name="funcion" value={one.role} />
              <Button kind="secondary">
                {words.work.replace('{role}', roleAt(context, one, language))}
              </Button>
            </form>
          ))}
        </>
      )}
      <h2 class="govuk-heading-m">{words.security}</h2>
      <SummaryList
        rows={[
          {
            key: words.password,
            value: password ? words.hasPassword : words.noPassword,
            ...(password ? { actions: change('/cuenta/clave', words.password) } : {}),
          },
          {
            key: words.second,
            value: second.join(', ') || words.noSecond,
            actions: [
              {
                href: '/cuenta/segundo',
                text: second.length > 0 ? words.change : words.add,
                about: words.second,
              },
            ],
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href="/cuenta/sesiones">
          {words.seeSessions}
        </a>
      </p>
      <h2 class="govuk-heading-m">{words.work2}</h2>
      <ul class="govuk-list">
        {workLinks(words, role).map(([href, text]) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{words.language}</h2>
      <p class="govuk-body">{words.languages[user.language]}</p>
      {language !== user.language && <p class="govuk-body">{words.onlyHere}</p>}
      <form method="post" action="/cuenta/idioma">
        <FormKey visit={visit} />
        <input type="hidden" name="idioma" value={other} />
        <Button kind="secondary">{words.toLanguage[other]}</Button>
      </form>
    </Narrow>
  );
  return { title: words.heading, content };
}

/** What else the person looks after, and with a role that supervises, the institution. */
function workLinks(words: (typeof WORDS)['es' | 'en'], role: AccessRole) {
  const own = [
    ['/cuenta/ausencias', words.absences],
    ['/cuenta/horario', words.hours],
    ['/cuenta/avisos', words.mail],
  ] as const;
  if (role !== 'supervisor' && role !== 'admin') return own;
  return [
    ...own,
    ['/institucion/personas', words.people],
    ['/institucion/avisos', words.institutionMail],
    ['/webhooks', words.webhooks],
  ] as const;
}
