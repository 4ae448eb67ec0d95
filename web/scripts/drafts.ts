/// <reference lib="dom" />
import { dropCopy, eraseCopies, findCopy, keepCopy } from './local-copy.js';
import { language } from './page.js';

const PAUSE = 800;
const RETRY = 15_000;
const WORDS = {
  es: {
    offline: 'Sin conexión. Su borrador está guardado en este equipo',
    back: 'Conexión recuperada. Borrador enviado al servidor',
    ended:
      'Su sesión terminó. Su borrador está guardado en este equipo. Entre otra vez para enviarlo',
    trouble: 'No se pudo guardar en el servidor. Su borrador está guardado en este equipo',
    lost: {
      offline:
        'Sin conexión. Lo último que escribió no está guardado en ninguna parte: no cierre esta página',
      ended:
        'Su sesión terminó. Lo último que escribió no está guardado: cópielo antes de entrar otra vez',
      trouble:
        'No se pudo guardar. Lo último que escribió no está guardado en ninguna parte: no cierre esta página',
    },
  },
  en: {
    offline: 'No connection. Your draft is saved on this machine',
    back: 'Connection is back. Draft sent to the server',
    ended: 'Your session ended. Your draft is saved on this machine. Sign in again to send it',
    trouble: 'It could not be saved on the server. Your draft is saved on this machine',
    lost: {
      offline: 'No connection. What you typed last is saved nowhere: do not close this page',
      ended:
        'Your session ended. What you typed last is not saved: copy it before you sign in again',
      trouble:
        'It could not be saved. What you typed last is saved nowhere: do not close this page',
    },
  },
};

/** Saves each form with `data-draft` 0.8 s after typing stops, and keeps a copy here until the server has it. */
export function keepDrafts(): void {
  eraseCopies('old');
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    void keepDraft(form, form.dataset.draft ?? '');
  }
}

async function keepDraft(form: HTMLFormElement, place: string): Promise<void> {
  const status = form.querySelector<HTMLElement>('[data-draft-status]');
  const say = (text: string) => {
    if (status && status.textContent !== text) status.textContent = text;
  };
  let timer: number | undefined;
  let isBehind = false;
  /** Whether this machine has what was typed last. */
  let isKept: Promise<boolean> = Promise.resolve(true);
  const sayBehind = async (why: 'offline' | 'ended' | 'trouble'): Promise<void> => {
    isBehind = true;
    const words = WORDS[language];
    say((await isKept) ? words[why] : words.lost[why]);
  };
  let queue: Promise<void> = Promise.resolve();
  const later = (after: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      // One after the other: a slow answer must not overtake a later one.
      queue = queue.then(save);
    }, after);
  };
  const save = async (): Promise<void> => {
    const sent = fieldsOf(form);
    try {
      const answer = await fetch(place, { method: 'POST', body: sent });
      const told = (await answer.json().catch(() => ({}))) as Told;
      if (answer.redirected || answer.status === 401 || answer.status === 403) {
        return sayBehind('ended');
      }
      if (answer.status >= 500) throw new Error('server');
      if (!answer.ok) return say(told.texto ?? WORDS[language].trouble);
      const known = form.querySelector<HTMLInputElement>('input[name=borrador]');
      if (known && told.borrador !== undefined) known.value = String(told.borrador);
      if (fieldsOf(form, true).toString() === withoutKnown(sent).toString()) await dropCopy(place);
      say(isBehind ? WORDS[language].back : (told.texto ?? ''));
      isBehind = false;
    } catch (error) {
      const isServer = error instanceof Error && error.message === 'server';
      await sayBehind(isServer ? 'trouble' : 'offline');
      later(RETRY);
    }
  };
  const found = await findCopy(place);
  if (found) {
    isBehind = true;
    fill(form, found);
    later(0);
  }
  form.addEventListener('input', () => {
    isKept = keepCopy(place, fieldsOf(form));
    later(PAUSE);
  });
  window.addEventListener('online', () => isBehind && later(0));
  window.addEventListener('offline', () => void sayBehind('offline'));
}

interface Told {
  readonly texto?: string;
  readonly borrador?: number;
}

function fieldsOf(form: HTMLFormElement, withoutTime = false): URLSearchParams {
  const texts = [...new FormData(form)].filter((entry): entry is [string, string] => {
    return typeof entry[1] === 'string';
  });
  const fields = new URLSearchParams(texts);
  return withoutTime ? withoutKnown(fields) : fields;
}

/** What was typed, without the time of the draft that was known. */
function withoutKnown(fields: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(fields);
  rest.delete('borrador');
  return rest;
}

/** Puts what was kept back into the form; its key is the page's, not the one of the session that has ended. */
function fill(form: HTMLFormElement, kept: URLSearchParams): void {
  for (const element of form.elements) {
    if (!('name' in element) || element.name === '' || element.name === 'llave') continue;
    const values = kept.getAll(String(element.name));
    if (element instanceof HTMLInputElement && /^(radio|checkbox)$/.test(element.type)) {
      element.checked = values.includes(element.value);
      element.dispatchEvent(new Event('change', { bubbles: true }));
    } else if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLTextAreaElement ||
      element instanceof HTMLSelectElement
    ) {
      const [value] = values;
      if (value !== undefined && element.type !== 'file') element.value = value;
    }
  }
}
