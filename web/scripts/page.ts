/// <reference lib="dom" />

/** Language of the page. */
export const language: 'es' | 'en' = document.documentElement.lang === 'en' ? 'en' : 'es';

/** How far the clock of the server is ahead of the machine's: posts have clocks that are wrong. Milliseconds. */
const offset = Number(document.documentElement.dataset.now ?? Date.now()) - Date.now();

/** The present by the clock of the server. */
export function now(): number {
  return Date.now() + offset;
}

/** A line that is read out when it changes; made once. */
export function announce(text: string): void {
  let line = document.querySelector<HTMLElement>('.rt-status');
  if (!line) {
    line = document.createElement('p');
    line.className = 'rt-status govuk-body';
    line.setAttribute('role', 'status');
    document.querySelector('main')?.prepend(line);
  }
  line.textContent = text;
}
