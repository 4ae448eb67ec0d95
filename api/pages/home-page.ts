import type { Language } from '../language.js';
import { html } from './html.js';
import { layout } from './layout.js';

const WORDS = {
  es: {
    heading: 'Retorno',
    what: 'Retorno ejecuta protocolos de retorno y reintegración de personas migrantes entre instituciones de varios países. Avisa a cada institución qué le toca, lleva los plazos y deja constancia de cada acto.',
    docs: 'API y su descripción',
    docsHint: 'Todo lo que un programa puede pedir y responder',
    mail: 'Correo de demostración',
    mailHint: 'Los avisos terminan aquí; ninguno se entrega',
    notice: '¿Recibió un aviso por correo? Abra el enlace que está en el correo.',
  },
  en: {
    heading: 'Retorno',
    what: 'Retorno runs return and reintegration protocols of migrants across institutions of several countries. It tells each institution what it has to do, keeps the deadlines and records every act.',
    docs: 'API and its description',
    docsHint: 'Everything a program can ask for and answer',
    mail: 'Demo mail',
    mailHint: 'Notices end here; none is delivered',
    notice: 'Did you get a notice by mail? Open the link in the mail.',
  },
} as const;

/** What Retorno is and where to go; `testMail` adds the mail that was caught. */
export function homePage(language: Language, testMail: boolean): string {
  const words = WORDS[language];
  const mailAt = language === 'en' ? '/correo?lang=en' : '/correo';
  const mail = html`<li><a href="${mailAt}">${words.mail}</a><span>${words.mailHint}</span></li>`;
  const content = html`<h1>${words.heading}</h1>
<p>${words.what}</p>
<ul class="links">
<li><a href="/docs">${words.docs}</a><span>${words.docsHint}</span></li>
${testMail ? mail : undefined}
</ul>
<p class="small">${words.notice}</p>`;
  return layout(language, 'Retorno', content);
}
