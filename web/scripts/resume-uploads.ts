/// <reference lib="dom" />

/**
 * Has a form with `data-resume`, the address of the script for it, send its file piece by piece. The script is fetched when
 * the form is first used; where it cannot be had, the form goes at once as without script.
 */
export function resumeUploads(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-resume]');
  if (!form) return;
  const load = () => import(form.dataset.resume ?? '') as Promise<typeof import('./upload.js')>;
  form.addEventListener('focusin', () => void load().catch(() => undefined), { once: true });
  form.addEventListener('submit', (event) => {
    const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    if (!file || !navigator.onLine) return;
    event.preventDefault();
    load().then(
      ({ sendInPieces }) => sendInPieces(form, file),
      () => form.submit(),
    );
  });
}
