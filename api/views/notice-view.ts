import type { Directory } from '../../door/directory.js';
import type { NoticeKind, NoticeLevel } from '../../protocols/core/effects.js';
import { type Language, say } from '../language.js';
import type { OpenNotice } from '../runs/open-notice.js';
import type { OpenRun } from '../runs/open-run.js';
import type { DestinationView, NoticeView } from '../schemas/notices.js';
import type { ShareView } from '../schemas/shares.js';
import type { StepDetailView } from '../schemas/steps.js';
import { dueView } from './due-view.js';
import { institutionIn } from './words.js';

/** A notice for the institution it went to. */
export function noticeView(
  { notice, leadsTo }: OpenNotice,
  directory: Directory,
  language: Language,
): NoticeView {
  const { kind, level, institutionId, createdAt, sentAt, state, reference } = notice;
  return {
    reference,
    kind: kind as NoticeKind,
    level: level as NoticeLevel,
    institution: institutionIn(directory, institutionId, language),
    at: createdAt.toISOString(),
    ...(sentAt ? { sentAt: sentAt.toISOString() } : {}),
    state,
    ...(leadsTo ? { leadsTo: destinationView(leadsTo) } : {}),
  };
}

function destinationView(leadsTo: NonNullable<OpenNotice['leadsTo']>): DestinationView {
  const { opened } = leadsTo;
  const { run, definition, language } = opened;
  switch (leadsTo.what) {
    case 'own-step':
      return ownStep(leadsTo.step);
    case 'shares':
      return sharesView(opened, leadsTo.shares);
    case 'step-of-others': {
      const { step, opening, title, due, signers } = leadsTo.step;
      const responsible = signers
        .filter(({ signed }) => !signed)
        .map(({ institution }) => institution);
      const awaited = due ? { due, responsible } : {};
      return { run: run.id, step, opening, title, ...awaited, answerable: false };
    }
    case 'run':
      return { run: run.id, title: say(definition.title, language), answerable: false };
  }
}

function ownStep({
  run,
  step,
  opening,
  title,
  status,
  due,
  outcomes,
}: StepDetailView): DestinationView {
  const awaited = status === 'open' || status === 'suspended';
  const answerable = awaited && outcomes.some(({ possible }) => possible);
  return { run, step, opening, title, ...(awaited ? { due } : {}), answerable };
}

function sharesView(
  { run, access, context, language }: OpenRun,
  shares: readonly ShareView[],
): DestinationView {
  const waiting = shares.filter(({ state }) => state === 'released');
  const [next] = waiting
    .filter(({ acknowledgeBy }) => acknowledgeBy !== undefined)
    .sort((a, b) => Date.parse(a.acknowledgeBy!) - Date.parse(b.acknowledgeBy!));
  const now = run.rehearsal ? run.state.lastAt : context.door.clock.now();
  const dueOf = ({ releasedAt, acknowledgeBy }: ShareView) => {
    const times = { openedAt: Date.parse(releasedAt), dueAt: Date.parse(acknowledgeBy!) };
    return dueView({ ...times, paused: false }, now, access, language);
  };
  return {
    run: run.id,
    shares: shares.map(({ share }) => share),
    title: [...new Set(shares.map(({ purpose }) => purpose))].join('; '),
    ...(next ? { due: dueOf(next) } : {}),
    answerable: waiting.length > 0,
  };
}
