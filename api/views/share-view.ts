import type { Received } from '../../protocols/core/state.js';
import type { Definition } from '../../protocols/language/definition.js';
import type { Category } from '../../protocols/language/form.js';
import { type Language, say } from '../language.js';
import type { ShareView } from '../schemas/shares.js';
import { iso } from './run-view.js';
import { namedIn } from './words.js';

/** What is shown of a share; instants are epoch milliseconds. */
export interface ShownShare {
  readonly run: string;
  readonly share: string;
  readonly step: string;
  readonly categories: readonly string[];
  readonly state: 'released' | 'acknowledged';
  readonly releasedAt: number;
  readonly acknowledgeBy: number | null;
  readonly acknowledgedAt: number | null;
  readonly recall?: Received['recall'] | null;
}

export function shareView(row: ShownShare, definition: Definition, language: Language): ShareView {
  const step = definition.steps.find((candidate) => candidate.id === row.step)!;
  const id = row.share.slice(row.share.indexOf(':') + 1);
  const declared = (step.shares ?? []).find((candidate) => candidate.id === id)!;
  return {
    run: row.run,
    share: shareIdOf(row.share),
    protocol: { id: definition.id, title: say(definition.title, language) },
    step: namedIn(definition.steps, row.step, language),
    categories: row.categories as Category[],
    purpose: say(declared.purpose, language),
    ground: { ...declared.ground },
    state: row.state,
    releasedAt: iso(row.releasedAt),
    ...(row.acknowledgeBy === null ? {} : { acknowledgeBy: iso(row.acknowledgeBy) }),
    ...(row.acknowledgedAt === null ? {} : { acknowledgedAt: iso(row.acknowledgedAt) }),
    ...(row.recall ? { recalled: recalledView(row.recall) } : {}),
  };
}

function recalledView({ at, answer, answeredAt }: NonNullable<Received['recall']>) {
  return {
    at: iso(at),
    ...(answer ? { answer } : {}),
    ...(answeredAt === undefined ? {} : { answeredAt: iso(answeredAt) }),
  };
}

/** `step#opening:share` as it stands in an address. */
export function shareIdOf(key: string): string {
  return key.replace('#', '.').replace(':', '.');
}

/** The inverse of `shareIdOf`. */
export function shareKeyOf(id: string): string {
  return id.replace('.', '#').replace('.', ':');
}
