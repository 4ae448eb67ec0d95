import type { Letter, LetterLine } from '../letter.js';
import type { RenderedMail } from '../notice-mail.js';
import { formatDue, formatDueShort } from './format-due.js';
import { LETTER_WORDS, type LetterWords } from './letter-words.js';
import { NOTICE_WORDS, type NoticeContent, webAddress } from './notice-content.js';
import { oneLine } from './one-line.js';
import { renderContent } from './render-notice.js';

const ACCOUNT_KINDS: readonly string[] = ['invitation', 'role', 'recovery'];

/** Turns a letter into subject, text and HTML. Throws `RangeError` on an unknown zone or a link that is not web. */
export function renderLetter(letter: Letter): RenderedMail {
  return renderContent(letterContent(letter));
}

/** Puts a letter in words. Throws `RangeError` on a link that is not an absolute http(s) address. */
export function letterContent(letter: Letter): NoticeContent {
  const { language, lines = [], dueAt, timeZone, zoneName } = letter;
  const common = NOTICE_WORDS[language];
  const own = LETTER_WORDS[language];
  const { subject, body, link, tone } = wordsOf(letter);
  const name = oneLine(letter.institutionName);
  // A function as replacement: a name with `$&` stays as it is.
  const fill = (text: string) =>
    text.replace('{institution}', () => name).replace('{n}', String(lines.length));
  const reference = letter.reference === undefined ? undefined : oneLine(letter.reference);
  const heading = fill(subject);
  // Somebody who does not know the service yet, or did not ask, must read all of it before the link.
  const isOwnAccount = ACCOUNT_KINDS.includes(letter.kind);
  return {
    language,
    tone,
    subject: reference ? `${heading} - ${reference}` : heading,
    heading,
    greeting: `${name}:`,
    paragraphs: (isOwnAccount ? body : body.slice(0, 1)).map(fill),
    notes: (isOwnAccount ? [] : body.slice(1)).map(fill),
    ...(dueAt === undefined
      ? {}
      : {
          due: {
            label: own.due,
            moment: `${formatDue(dueAt, timeZone, language)} (${oneLine(zoneName[language])})`,
          },
        }),
    ...(lines.length > 0 ? { lines: lines.map((line) => lineIn(letter, line)) } : {}),
    ...(reference ? { reference: { label: common.reference, value: reference } } : {}),
    link: { label: link, addressLabel: common.address, href: webAddress(letter.link) },
    footer: isOwnAccount ? own.accountFooter : common.footer,
  };
}

function wordsOf({ kind, language, dueAt }: Letter): LetterWords {
  const { kinds, calendar } = LETTER_WORDS[language];
  if (kind !== 'calendar') return kinds[kind];
  return dueAt === undefined ? calendar.cancelled : calendar.moved;
}

function lineIn({ language, timeZone, zoneName }: Letter, line: LetterLine): string {
  const { kinds } = NOTICE_WORDS[language];
  const { subject, due } = kinds[line.kind];
  const until =
    due && line.dueAt !== undefined
      ? `. ${due}: ${formatDueShort(line.dueAt, timeZone, language)} (${oneLine(zoneName[language])})`
      : '';
  return `${oneLine(line.reference)}: ${subject}${until}`;
}
