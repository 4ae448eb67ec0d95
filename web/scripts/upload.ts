/// <reference lib="dom" />
// Fetched when somebody uses a form with a file: sends it piece by piece, tells how far it is, and goes on where it stopped.
import { type DetailedError, Upload } from 'tus-js-client';
import { announce, language } from './page.js';
import { fingerprintOf, KEPT_UPLOADS } from './upload-memory.js';
import { type Panel, showPanel } from './upload-panel.js';
import { UPLOAD_WORDS } from './upload-words.js';

/** Bytes in one request: at 10 kB/s it is through in the time the server gives a request. */
const PIECE = 256 * 1024;
const RETRIES = [0, 1_000, 3_000, 5_000, 10_000, 20_000];

const busy = new WeakSet<HTMLFormElement>();

/** Sends the file of a form, and then the form, which names it instead of bringing it. */
export async function sendInPieces(form: HTMLFormElement, file: File): Promise<void> {
  if (busy.has(form)) return;
  busy.add(form);
  const words = UPLOAD_WORDS[language];
  const { fingerprint, digest } = await fingerprintOf(file, form.dataset.upload ?? '');
  let percent = 0;
  let isPaused = false;
  const panel: Panel = showPanel(form, {
    async pause() {
      isPaused = true;
      await upload.abort();
      panel.stopped(words.paused(percent));
    },
    resume() {
      isPaused = false;
      panel.going(words.sending);
      upload.start();
    },
    async cancel() {
      // What cannot be taken back now is gone in a day.
      await upload.abort(true).catch(() => undefined);
      over();
      announce(words.cancelled);
    },
  });
  const over = (): void => {
    window.removeEventListener('online', goOn);
    panel.remove();
    busy.delete(form);
  };
  const goOn = (): void => {
    if (!isPaused && panel.isStopped()) panel.resume();
  };
  const upload = new Upload(file, {
    endpoint: form.dataset.upload ?? '',
    headers: { 'x-llave': form.querySelector<HTMLInputElement>('input[name=llave]')?.value ?? '' },
    chunkSize: PIECE,
    retryDelays: RETRIES,
    urlStorage: KEPT_UPLOADS,
    fingerprint: async () => fingerprint,
    onProgress(sent, total) {
      percent = Math.floor((sent / total) * 100);
      panel.progress(percent, words.amount(sent, total));
    },
    onShouldRetry(error) {
      const status = statusOf(error);
      const again = status === 0 || status >= 500 || [409, 423, 429].includes(status);
      if (again) panel.tell(words.retrying(percent));
      return again && navigator.onLine;
    },
    onError(error) {
      const status = 'originalRequest' in error ? statusOf(error) : 0;
      if (status === 0 || status >= 500 || status === 429) return panel.stopped(words.cut(percent));
      over();
      const told = status === 413 && 'originalRequest' in error ? bodyOf(error) : '';
      announce(told || (status === 401 ? words.ended : words.refused));
      document.querySelector('.rt-status')?.scrollIntoView({ block: 'center' });
    },
    onSuccess() {
      window.removeEventListener('online', goOn);
      panel.done(words.arrived);
      setField(form, 'carga', nameOf(upload.url));
      setField(form, 'huella', digest);
      for (const input of form.querySelectorAll<HTMLInputElement>('input[type=file]')) {
        input.disabled = true;
      }
      form.submit();
    },
  });
  window.addEventListener('online', goOn);
  const [before] = await upload.findPreviousUploads();
  if (before) upload.resumeFromPreviousUpload(before);
  panel.going(before ? words.resuming : words.sending);
  upload.start();
}

function statusOf({ originalResponse }: DetailedError): number {
  return originalResponse?.getStatus() ?? 0;
}

function bodyOf({ originalResponse }: DetailedError): string {
  return originalResponse?.getBody() ?? '';
}

/** The last part of an upload's address is its name. */
function nameOf(url: string | null): string {
  return new URL(url ?? '', location.href).pathname.split('/').at(-1) ?? '';
}

function setField(form: HTMLFormElement, name: string, value: string): void {
  let input = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
  if (!input) {
    input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    form.append(input);
  }
  input.value = value;
}
