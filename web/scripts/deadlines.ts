/// <reference lib="dom" />
import { minuteWords } from '../../api/views/due-words.js';
import { RENEWED } from './live.js';
import { announce, language, now } from './page.js';

const MINUTE = 60_000;
const WORDS = {
  es: { passed: (title: string) => `Venció el plazo: ${title}` },
  en: { passed: (title: string) => `The deadline has passed: ${title}` },
};

/**
 * Rewrites the words of deadlines each minute by the clock of the server. Days are counted by calendars the server has: at
 * midnight of the institution they are asked for again. Nothing is read out but a deadline that passes, once.
 */
export function refreshDeadlines(): void {
  if (!document.querySelector('time[data-due], [data-live]')) return;
  let known = ours();
  document.addEventListener(RENEWED, () => {
    known = ours();
  });
  let day = today();
  const tick = async (): Promise<void> => {
    for (const time of known) rewrite(time);
    if (today() !== day && (await askAgain())) day = today();
  };
  // From the next full minute on, so that the words change with the clock on the wall.
  setTimeout(
    () => {
      void tick();
      setInterval(() => void tick(), MINUTE);
    },
    MINUTE - (now() % MINUTE),
  );
}

/** Those whose words we would have written the same: a rehearsal lives in a time of its own. */
function ours(): HTMLTimeElement[] {
  return [...document.querySelectorAll<HTMLTimeElement>('time[data-due]')].filter((time) => {
    const at = Date.parse(time.dateTime);
    const given = time.textContent;
    return [0, MINUTE].some((more) => minuteWords(at, now() - more, language) === given);
  });
}

function rewrite(time: HTMLTimeElement): void {
  const at = Date.parse(time.dateTime);
  const words = minuteWords(at, now(), language);
  if (time.textContent !== words) time.textContent = words;
  if (time.dataset.due === 'overdue' || at >= now()) return;
  time.dataset.due = 'overdue';
  const box = time.closest('.rt-due');
  if (box) box.className = 'rt-due rt-due--overdue';
  announce(WORDS[language].passed(document.title.split(' – ')[0] ?? ''));
}

function today(): string {
  const timeZone = document.documentElement.dataset.zone;
  return new Intl.DateTimeFormat('en-CA', timeZone ? { timeZone } : {}).format(now());
}

/** Takes the deadlines of this page as the server has them now; false while it cannot be reached. */
async function askAgain(): Promise<boolean> {
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return false;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = new Map(
      [...page.querySelectorAll<HTMLTimeElement>('time[data-due]')].map((time) => [
        time.dateTime,
        time,
      ]),
    );
    for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-due]')) {
      const other = fresh.get(time.dateTime);
      const box = time.closest('.rt-due');
      if (!other || !box) continue;
      time.textContent = other.textContent;
      time.dataset.due = other.dataset.due;
      box.className = other.closest('.rt-due')?.className ?? box.className;
    }
    return true;
  } catch {
    return false;
  }
}
