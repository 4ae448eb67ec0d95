import { mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What the list of caught mails shows. */
export interface CaughtMailSummary {
  /** Counts up with every mail, as decimal digits. */
  id: string;
  /** Epoch milliseconds. */
  receivedAt: number;
  messageId: string;
  from: string;
  /** Addresses the mail was handed in for, in lower case. */
  to: string[];
  subject: string;
}

/** A caught mail in full. */
export interface CaughtMail extends CaughtMailSummary {
  text: string;
  html: string;
  /** As received, names in lower case, in their order. */
  headers: { name: string; value: string }[];
  raw: string;
}

/** Which caught mails to list; without a filter the newest 25. */
export interface CaughtMailFilter {
  /** Part of a recipient's address, in any case. */
  to?: string;
  messageId?: string;
  limit?: number;
  offset?: number;
}

export interface CaughtMailPage {
  /** Newest first. */
  mails: CaughtMailSummary[];
  /** How many match altogether. */
  total: number;
}

export interface MailStore {
  add(mail: Omit<CaughtMail, 'id'>): Promise<CaughtMail>;
  list(filter?: CaughtMailFilter): CaughtMailPage;
  find(id: string): Promise<CaughtMail | undefined>;
}

/**
 * Opens a directory of caught mails, one file each, made if missing. Above `cap` mails the oldest
 * are deleted. Only one catcher may use a directory at a time.
 */
export async function openMailStore(directory: string, cap: number): Promise<MailStore> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const fileOf = (id: string) => path.join(directory, `${id.padStart(9, '0')}.json`);
  const summaries = await readSummaries(directory);
  let lastId = Number(summaries.at(-1)?.id ?? 0);

  return {
    async add(mail) {
      lastId += 1;
      const caught: CaughtMail = { ...mail, id: String(lastId) };
      const file = fileOf(caught.id);
      await writeFile(`${file}.part`, JSON.stringify(caught), { mode: 0o600 });
      await rename(`${file}.part`, file);
      insertInOrder(summaries, summaryOf(caught));
      const dropped = summaries.splice(0, Math.max(0, summaries.length - cap));
      await Promise.all(dropped.map(({ id }) => unlink(fileOf(id))));
      return caught;
    },
    list({ to, messageId, limit = 25, offset = 0 } = {}) {
      const part = to?.trim().toLowerCase();
      const bareId = messageId?.replace(/^<|>$/g, '');
      const matching = summaries.filter(
        (mail) =>
          (!part || mail.to.some((address) => address.includes(part))) &&
          (!bareId || mail.messageId === bareId),
      );
      return { mails: matching.reverse().slice(offset, offset + limit), total: matching.length };
    },
    async find(id) {
      if (!summaries.some((mail) => mail.id === id)) return undefined;
      return JSON.parse(await readFile(fileOf(id), 'utf8')) as CaughtMail;
    },
  };
}

async function readSummaries(directory: string): Promise<CaughtMailSummary[]> {
  const summaries: CaughtMailSummary[] = [];
  for (const name of (await readdir(directory)).sort()) {
    if (!/^\d{9}\.json$/.test(name)) continue;
    const content = await readFile(path.join(directory, name), 'utf8');
    summaries.push(summaryOf(JSON.parse(content) as CaughtMail));
  }
  return summaries;
}

function summaryOf({ id, receivedAt, messageId, from, to, subject }: CaughtMail) {
  return { id, receivedAt, messageId, from, to, subject };
}

// Files of mails received together can be finished in another order than they were numbered.
function insertInOrder(summaries: CaughtMailSummary[], added: CaughtMailSummary): void {
  const after = summaries.findLastIndex((mail) => Number(mail.id) < Number(added.id));
  summaries.splice(after + 1, 0, added);
}
