import { addMail, newMailId } from '../../db/queries/mails.js';
import type { Door } from '../../door/door.js';

/**
 * Enters a mail that says a notice did not arrive: to the supervisor, or, where that is the mailbox that refused it, to the
 * institution. The page of the institution shows it in any case.
 */
export async function tellSupervisor(
  { db }: Door,
  notice: {
    readonly reference: string;
    readonly institution: string;
    readonly level: string;
    readonly rehearsal: boolean;
  },
): Promise<void> {
  if (notice.rehearsal) return;
  await addMail(db, {
    id: newMailId(),
    kind: 'bounce',
    about: notice.reference,
    institutionId: notice.institution,
    mailbox: notice.level === 'supervisor' ? 'institution' : 'supervisor',
  });
}
