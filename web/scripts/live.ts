/// <reference lib="dom" />
import { announce, language } from './page.js';

const EVERY = 6_000;
const WORDS = { es: 'La página cambió.', en: 'The page has changed.' };

/** Told to what else works on the page: a part of it is new. */
export const RENEWED = 'rt:renewed';

/**
 * Keeps the part of a page marked `data-live` as things stand: asks for its version, and takes the page again when that is
 * another one. Says so once. Stops when the session has ended; without a connection it asks again later.
 */
export function keepLive(): void {
  const part = document.querySelector<HTMLElement>('[data-live]');
  if (part) setTimeout(() => void look(part), EVERY);
}

async function look(part: HTMLElement): Promise<void> {
  let now: HTMLElement | undefined = part;
  try {
    if (!document.hidden) now = await renewed(part);
  } catch {
    // No connection: what is shown stays.
  }
  const shown = now;
  if (shown) setTimeout(() => void look(shown), EVERY);
}

/** The part as it is shown now; nothing when there is nobody to ask any more. */
async function renewed(part: HTMLElement): Promise<HTMLElement | undefined> {
  const answer = await fetch(part.dataset.live ?? '', { headers: { accept: 'application/json' } });
  if (answer.redirected || answer.status === 404) return undefined;
  if (!answer.ok) return part;
  const { version } = (await answer.json()) as { version?: string };
  if (version === part.dataset.liveVersion) return part;
  const page = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (page.redirected) return undefined;
  if (!page.ok) return part;
  const html = new DOMParser().parseFromString(await page.text(), 'text/html');
  const fresh = html.querySelector<HTMLElement>('[data-live]');
  return fresh ? replace(part, fresh) : undefined;
}

function replace(part: HTMLElement, fresh: HTMLElement): HTMLElement {
  const focused = document.activeElement?.getAttribute('href');
  const inside = part.contains(document.activeElement);
  part.replaceWith(fresh);
  if (inside && focused) {
    fresh.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }
  document.dispatchEvent(new Event(RENEWED));
  const now = fresh.querySelector('.rt-now')?.textContent ?? '';
  announce(`${WORDS[language]} ${now}`.trim());
  return fresh;
}
