import type { CaughtMailSummary } from '../../platform/mail/mail-store.js';
import { findFormTo, formTo } from '../support/page-form.js';
import {
  answerTask,
  type Decision,
  type Receipt,
  receiptOn,
  saidBy,
  stepAsked,
} from './answer-task.js';
import type { Officer, Page } from './officer.js';
import type { World } from './world.js';

/** What somebody does when a task is before them: answers, or leaves it for now. */
export type Choice = Decision | 'not-now';

/** What is decided, by step; of several the one for each time it is before somebody, then the last. */
export type Decisions = Readonly<Record<string, Choice | readonly Choice[]>>;

/** Looks up what is decided. Throws for a step nobody in the case expects. */
export function decidedBy(decisions: Decisions): (step: string, seen: number) => Choice {
  return (step, seen) => {
    const said = [decisions[step] ?? []].flat() as Choice[];
    const choice = said[seen - 1] ?? said.at(-1);
    if (choice === undefined) throw new Error(`Nobody in the case expects ${step}`);
    return choice;
  };
}

/** One line of the story of a case. */
export interface Trail {
  readonly at: number;
  /** Role and institution of whoever read the mail. */
  readonly reader: string;
  readonly subject: string;
  readonly what: string;
  readonly folio?: string;
}

/** A case as its people lived it. */
export interface Lived {
  readonly trail: readonly Trail[];
  readonly mails: number;
  /** Milliseconds. */
  readonly took: number;
  /** Packets that were opened and acknowledged. */
  readonly shares: number;
  /** The sentence of the case lead's page that says how it ended. */
  readonly ended: string;
}

/** How somebody reads one mail and answers what it is about, other than by forms without script. */
export type Reading = (
  officer: Officer,
  link: string,
  decide: (step: string) => Choice,
) => Promise<Receipt>;

/**
 * Lives a case to its end: every mail is opened by whoever reads that mailbox, who does what its page asks for. When all
 * mail is read, time passes until something falls due. Ends when the page of the case, which only its lead opens, says so.
 */
export async function liveCase(
  world: World,
  of: {
    readonly lead: Officer;
    readonly address: string;
    /** What people decide, by step and the how many-th time it is before them. Throws for a step nobody expects. */
    readonly decide: (step: string, seen: number) => Choice;
    /** How the first mail is read; all others by forms without script. */
    readonly first?: Reading;
    readonly longest: number;
  },
): Promise<Lived> {
  const began = performance.now();
  const trail: Trail[] = [];
  const seen = new Map<string, number>();
  let mails = 0;
  let shares = 0;

  const readMail = async (mail: CaughtMailSummary): Promise<void> => {
    const { subject } = mail;
    const officer = await world.readerOf(mail.to[0] ?? '');
    const link = await linkIn(world, mail);
    const told = (what: string, folio?: string) =>
      trail.push({
        at: world.now(),
        reader: officer.email.split('@')[0]!,
        subject,
        what,
        ...(folio ? { folio } : {}),
      });
    const answered = ({ title, outcome, folio }: Receipt) => told(`${title}: ${outcome}`, folio);
    if (of.first && trail.length === 0) {
      answered(await of.first(officer, link, (step) => of.decide(step, 1)));
      return;
    }
    const page = await officer.open(link);
    if (page.url.startsWith('/compartidos/')) {
      const got = await takeData(officer, page);
      if (got) shares += 1;
      told(
        got ? 'opened the data and acknowledged it' : 'opened the data, no receipt is asked for',
      );
      return;
    }
    if (findFormTo(page.html, SECOND_FORM)) {
      // Whoever answered cannot be the second person; the supervisor was told too.
      if (!officer.email.startsWith('supervisor.')) told('waits for a second person');
      else answered(await confirm(officer, page));
      return;
    }
    const step = stepAsked(page);
    if (step === undefined) {
      told('read');
      return;
    }
    const times = (seen.get(step) ?? 0) + 1;
    seen.set(step, times);
    const choice = of.decide(step, times);
    if (choice === 'not-now') {
      told(`${step}: not now`);
      return;
    }
    const now = { at: world.now(), timeZone: world.zoneOf(officer.institution) };
    answered(await answerTask(officer, page, choice, now));
  };

  try {
    for (let turns = 0; turns < of.longest; turns += 1) {
      const unread = await world.newMail();
      for (const mail of unread) await readMail(mail);
      mails += unread.length;
      if (unread.length > 0) continue;
      const ended = endOf(await of.lead.open(of.address));
      if (ended !== undefined)
        return { trail, mails, shares, ended, took: performance.now() - began };
      if (!(await world.passTime()))
        throw new Error('Nobody has anything to do, and nothing will come');
    }
    throw new Error(`Not over after ${of.longest} turns`);
  } catch (error) {
    throw new Error(`After ${told(trail.slice(-12))}`, { cause: error });
  }
}

/** The trail and the sums, as the test prints them. */
export function storyOf(protocol: string, lived: Lived, { counts }: World): string {
  const { pages, posts, signIns } = counts;
  const answers = lived.trail.filter(({ folio }) => folio !== undefined).length;
  return `${told(lived.trail)}
${protocol} by pages alone: ${lived.mails} mails, ${answers} answers, ${lived.shares} receipts of data, ${pages} pages, ${posts} posts, ${signIns} sign-ins in ${Math.round(lived.took / 1000)} s; ${lived.ended}`;
}

/** The trail as a person reads it. */
function told(trail: readonly Trail[]): string {
  return trail
    .map(({ at, reader, subject, what, folio = '' }) =>
      [new Date(at).toISOString().slice(0, 16), reader, `“${subject}”`, what, folio]
        .filter(Boolean)
        .join(' | '),
    )
    .join('\n');
}

async function linkIn({ stage }: World, { id }: CaughtMailSummary): Promise<string> {
  const { text } = await stage.catcher.get(id);
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error('A mail without a link');
  return new URL(link).pathname;
}

const SECOND_FORM = /^\/tareas\/[^/?]+\/[^/?]+\/revisar$/;

/** Confirms the answer of a colleague, as the page offers it. */
async function confirm(officer: Officer, page: Page): Promise<Receipt> {
  const form = formTo(page.html, SECOND_FORM);
  const done = await officer.post(form.action, { ...form.fields });
  if (done.status !== 303) throw new Error(`${form.action}: ${saidBy(done)}`);
  return receiptOn((await officer.open(done.location)).html);
}

/** Opens the data of a share and acknowledges it; false when no receipt is asked for. */
async function takeData(officer: Officer, page: Page): Promise<boolean> {
  const path = page.url.split('?')[0]!;
  await officer.open(`${path}?datos=ver`);
  const form = findFormTo(page.html, path);
  if (!form) return false;
  const done = await officer.post(path, { ...form.fields });
  if (done.status !== 303) throw new Error(`${path}: ${saidBy(done)}`);
  await officer.open(done.location);
  return true;
}

function endOf({ html }: Page): string | undefined {
  const now = /<p class="govuk-body rt-now">(.*?)<\/p>/s.exec(html)?.[1]?.replace(/<[^>]*>/g, '');
  return now?.startsWith('Terminó') ? now : undefined;
}
