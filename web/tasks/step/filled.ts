import type { Draft } from '../../../api/runs/drafts.js';
import { momentOf } from '../../../api/views/due-view.js';
import { findName } from '../../../db/queries/holders.js';
import { CONTROLS } from '../../forms/names.js';
import { readAnswers } from '../../forms/read.js';
import type { Visit } from '../../frame/visit.js';
import type { Task } from '../task.js';
import { WORDS } from './words.js';

/** What a form shows: what was typed, or the draft. */
export interface Filled {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly outcome?: string;
  /** When the draft was saved that whoever fills this in has seen, epoch milliseconds; 0 for none. */
  readonly known: number;
  /** When and by whom it was saved, in words. */
  readonly savedWords?: string;
}

/** A draft as the form shows it. */
export async function filledFrom(visit: Visit, draft: Draft | undefined): Promise<Filled> {
  if (!draft) return { answers: {}, known: 0 };
  const { answers, outcome, savedAt } = draft;
  return {
    answers,
    ...(outcome === undefined ? {} : { outcome }),
    known: savedAt.getTime(),
    savedWords: await savedWords(visit, draft),
  };
}

/** What the form sent; an outcome the step does not have counts as none chosen. */
export function filledBy({ form, session }: Visit, { step }: Task): Filled {
  const given = form.get(CONTROLS.outcome);
  const outcome = step.outcomes.find(({ id, bySilence }) => id === given && !bySilence)?.id;
  const known = form.get(CONTROLS.known) ?? '';
  return {
    answers: readAnswers(step.form ?? [], form, session.timeZone),
    ...(outcome === undefined ? {} : { outcome }),
    known: /^\d{1,15}$/.test(known) ? Number(known) : 0,
  };
}

async function savedWords(visit: Visit, { savedAt, savedBy }: Draft): Promise<string> {
  const { language, session } = visit;
  const words = WORDS[language];
  const when = words.savedAt(momentOf(savedAt.getTime(), session.timeZone, language));
  if (savedBy === null || savedBy === session.user.id) return `${when}.`;
  return `${when}. ${words.savedBy(await nameOf(visit, savedBy))}`;
}

/** How a colleague is called; whoever used a token has no name. */
export async function nameOf(
  { context, access, language }: Visit,
  account: string | null,
): Promise<string> {
  const { institution } = access;
  const name =
    account === null ? undefined : await findName(context.door.db, { user: account, institution });
  return name ?? WORDS[language].otherPerson;
}
