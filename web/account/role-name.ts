import type { Language } from '../../api/language.js';
import { institutionIn } from '../../api/views/words.js';
import type { AccessRole } from '../../db/queries/access-tokens.js';
import type { WebContext } from '../context.js';
import { ROLE_NAMES } from '../frame/words.js';

/** A role at an institution in words, e.g. “Supervisión, Consulado Inventado”. */
export function roleAt(
  context: WebContext,
  of: { readonly institution: string; readonly role: AccessRole },
  language: Language,
): string {
  const { title } = institutionIn(context.door.directory, of.institution, language);
  return `${ROLE_NAMES[language][of.role]}, ${title}`;
}
