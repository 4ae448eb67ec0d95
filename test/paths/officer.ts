import { hashPassword } from '../../accounts/passwords.js';
import { codeAt } from '../../accounts/totp.js';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import { savePassword } from '../../db/queries/passwords.js';
import { addUser } from '../../db/queries/users.js';
import type { Door } from '../../door/door.js';
import { formsOf, formTo, type PageForm } from '../support/page-form.js';
import { type Seen, type Visitor, visitorOf } from '../support/visitor.js';
import type { TestWeb } from '../support/web.js';

export const PASSWORD = 'cuatro nubes sobre el río';
let hash: Promise<string> | undefined;

/** How much was asked of the pages. */
export interface Counts {
  pages: number;
  posts: number;
  signIns: number;
}

/** A page as somebody has it before them. */
export interface Page extends Seen {
  readonly url: string;
}

/** A person of an institution at a keyboard, with a telephone that shows time codes. */
export interface Officer {
  readonly institution: string;
  readonly email: string;
  /** Opens an address, signs in where that is asked, and follows to the page it leads to. Throws for a page that refuses. */
  open(address: string): Promise<Page>;
  /** Sends a form; what came back, not followed. */
  post(address: string, fields: Record<string, string>): Promise<Seen>;
  /** Secret of the time codes, once they were set up. */
  codeSecret(): string | undefined;
}

/** Makes an account as an administrator would; its second factor the person sets up at the first sign-in. */
export async function officerAt(
  at: { app: TestWeb['app']; door: Door; counts: Counts },
  institution: string,
  role: AccessRole,
): Promise<Officer> {
  const email = `${role}.${institution}@oficina-inventada.example`;
  const displayName = `Persona Inventada (${role}, ${institution})`;
  const memberships = [{ institution, role }];
  const id = await addUser(at.door.db, { displayName, email, memberships });
  hash ??= hashPassword(PASSWORD);
  await savePassword(at.door.db, id, await hash);
  return atKeyboard(at, institution, email);
}

function atKeyboard(
  { app, door, counts }: { app: TestWeb['app']; door: Door; counts: Counts },
  institution: string,
  email: string,
): Officer {
  const browser: Visitor = visitorOf({ app });
  let secret: string | undefined;
  const code = () => codeAt(secret!, door.clock.now());
  const get = async (url: string): Promise<Page> => {
    counts.pages += 1;
    return { ...(await browser.get(url)), url };
  };
  const post = async (url: string, fields: Record<string, string>): Promise<Seen> => {
    counts.posts += 1;
    return browser.post(url, fields);
  };

  const setUpCodes = async (page: Page): Promise<Seen> => {
    const shown = /<strong class="rt-code">([A-Z2-7 ]+)<\/strong>/.exec(page.html)?.[1];
    if (!shown) throw new Error(`${page.url} shows no key for time codes`);
    secret = shown.replaceAll(' ', '');
    const form = formTo(page.html, /\/codigos$/);
    return post(form.action, { ...form.fields, codigo: code() });
  };

  const signIn = async (page: Page): Promise<string> => {
    counts.signIns += 1;
    const form = formWith(page, 'correo');
    const sent = await post(page.url, { ...form.fields, correo: email, clave: PASSWORD });
    if (sent.location !== '/entrar/segundo') return sent.location;
    const second = await get('/entrar/segundo');
    if (secret === undefined) return (await setUpCodes(second)).location;
    const proof = formWith(second, 'codigo');
    return (await post('/entrar/segundo', { ...proof.fields, codigo: code() })).location;
  };

  const open = async (address: string): Promise<Page> => {
    let url = address;
    for (let steps = 0; steps < 8; steps += 1) {
      const page = await get(url);
      if (page.status === 303) url = page.location;
      else if (page.status !== 200) throw new Error(`${email}: ${url} answered ${page.status}`);
      else if (!new URL(url, 'http://x').pathname.startsWith('/entrar')) return page;
      else url = await signIn(page);
    }
    throw new Error(`${email}: ${address} leads from page to page without end`);
  };

  return {
    institution,
    email,
    post,
    codeSecret: () => secret,
    async open(address) {
      const page = await open(address);
      if (secret !== undefined) return page;
      // Roles for which a password is enough may set up codes all the same, and these people do.
      const done = await setUpCodes(await get('/cuenta/segundo'));
      if (done.status !== 303) throw new Error(`${email}: codes were not taken`);
      return get(page.url);
    },
  };
}

function formWith({ html, url }: Page, name: string): PageForm {
  const form = formsOf(html).find(({ controls }) => controls.some((one) => one.name === name));
  if (!form) throw new Error(`${url} does not ask for ${name}`);
  return form;
}
