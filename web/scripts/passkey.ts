/// <reference lib="dom" />
// Only on pages that ask for a passkey: has the browser make or use one and sends its answer with the page's own form.
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!browserSupportsWebAuthn()) continue;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answer(form);
  });
}

async function answer(form: HTMLFormElement): Promise<void> {
  const { passkey, options = '', failed = '' } = form.dataset;
  const field = form.elements.namedItem('respuesta') as HTMLInputElement;
  const said = form.querySelector('[data-said]');
  if (said) said.textContent = '';
  try {
    const optionsJSON = JSON.parse(options);
    const made =
      passkey === 'new'
        ? await startRegistration({ optionsJSON })
        : await startAuthentication({ optionsJSON });
    field.value = JSON.stringify(made);
    form.submit();
  } catch {
    if (said) said.textContent = failed;
  }
}
