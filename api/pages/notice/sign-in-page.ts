import type { Language } from '../../language.js';
import { html } from '../html.js';
import { layout } from '../layout.js';

const WORDS = {
  es: {
    heading: 'Aviso para una institución',
    intro:
      'Esta dirección lleva a un aviso para una institución. Para verlo, escriba la clave de acceso de esa institución.',
    label: 'Clave de acceso de su institución',
    hint: 'Empieza con «rt_». Todavía no hay cuentas personales; por ahora se entra con la clave que recibió su institución.',
    show: 'Ver el aviso',
    kept: 'Ver el aviso no cambia nada. La clave no se guarda: la página la pide cada vez.',
    error: 'Error',
    problem: 'Hay un problema',
    empty: 'Escriba la clave de acceso de su institución',
    none: 'Con esta clave no hay ningún aviso en esta dirección. Revise que la clave y la dirección estén completas y que el aviso sea para su institución.',
  },
  en: {
    heading: 'Notice for an institution',
    intro:
      'This address leads to a notice for an institution. To see it, enter the access token of that institution.',
    label: 'Access token of your institution',
    hint: 'It starts with “rt_”. There are no personal accounts yet; for now you sign in with the token your institution was given.',
    show: 'See the notice',
    kept: 'Seeing the notice changes nothing. The token is not stored: the page asks for it each time.',
    error: 'Error',
    problem: 'There is a problem',
    empty: 'Enter the access token of your institution',
    none: 'There is no notice at this address for this token. Check that the token and the address are complete and that the notice is for your institution.',
  },
} as const;

/** Asks for the access of the institution; tells nothing about the notice, not even that there is one. */
export function signInPage(language: Language, problem?: 'empty' | 'none'): string {
  const words = WORDS[language];
  const sentence = problem && words[problem];
  const summary = html`<div class="problem" role="alert" tabindex="-1" autofocus>
<h2>${words.problem}</h2>
<p><a href="#access">${sentence}</a></p>
</div>`;
  const wrong = html`<p class="wrong" id="access-problem">${sentence}</p>`;
  const described = problem ? 'access-hint access-problem' : 'access-hint';
  const invalid = html` aria-invalid="true"`;
  const content = html`${problem ? summary : undefined}
<h1>${words.heading}</h1>
<p>${words.intro}</p>
<form method="post">
<label for="access">${words.label}</label>
<p class="hint" id="access-hint">${words.hint}</p>
${problem ? wrong : undefined}
<input id="access" name="access" type="password" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200" aria-describedby="${described}"${problem ? invalid : undefined}>
<button type="submit">${words.show}</button>
</form>
<p class="note">${words.kept}</p>`;
  const title = problem ? `${words.error}: ${words.heading}` : words.heading;
  return layout(language, title, content);
}
