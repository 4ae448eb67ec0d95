import type { OpenRun } from '../../../api/runs/open-run.js';
import { institutionIn, namedIn } from '../../../api/views/words.js';
import { roleOfKey } from '../../../protocols/language/pack.js';
import { RIGHTS } from './words.js';

/** An institution of the case, with what it does in it. */
export interface Contact {
  readonly institution: string;
  readonly does: string;
}

/**
 * The institutions a sheet may name to the person: all of them where the reader leads the case; else the reader's own, and
 * on the sending side whoever leads and watches it. Paper travels, so the receiving side puts nobody's name on it but its own.
 */
export function contactsOf(opened: OpenRun): Contact[] {
  const { run, definition, access, level, language, context } = opened;
  const words = RIGHTS[language];
  const { lead, monitor } = definition;
  const isNamed = (role: string, institution: string) =>
    institution === access.institution ||
    level === 'full' ||
    (level === 'party' && (role === lead || role === monitor));
  const found = new Map<string, string[]>();
  for (const [key, { institution }] of Object.entries(run.state.bindings)) {
    const role = roleOfKey(key);
    if (!isNamed(role, institution)) continue;
    const does = found.get(institution) ?? [];
    does.push(namedIn(definition.roles, role, language).title);
    if (role === lead) does.push(words.leads);
    if (role === monitor) does.push(words.watches);
    found.set(institution, does);
  }
  return [...found].map(([institution, does]) => ({
    institution: institutionIn(context.door.directory, institution, language).title,
    does: [...new Set(institution === access.institution ? [...does, words.yours] : does)].join(
      '; ',
    ),
  }));
}
