import type { Language } from '../../api/language.js';
import type { Reader } from '../frame/open-routes.js';
import type { Shown } from '../frame/visit.js';
import { MANUALS } from './addresses.js';
import { type Article, articlePage } from './article.js';

const WORDS: Readonly<Record<Language, Article & ToolWords>> = {
  es: {
    title: 'Ayuda',
    intro:
      'Retorno le dice qué le toca a su institución en un caso, hasta cuándo, y qué pasa después.',
    parts: [
      {
        title: 'Recibió un aviso por correo',
        text: [
          'Abra el enlace del correo y entre con su cuenta: llega a la tarea. El enlace solo muestra; nada se envía por abrirlo. Nunca le pediremos su contraseña por correo.',
        ],
      },
      {
        title: 'Responder una tarea',
        list: [
          'Lea qué se pide, por qué y hasta cuándo.',
          'Llene el formulario. Puede guardar y seguir después.',
          'Revise lo que escribió y qué pasa al enviarlo.',
          'Envíe. La página del folio es su constancia.',
          'Si después ve un error, ábrala otra vez y avíselo: lo enviado no se cambia.',
        ],
      },
      {
        title: 'Qué significan los plazos',
        list: [
          'Vencida: el plazo pasó. Responda igual; queda registrado que fue tarde.',
          'Vence hoy o Vence pronto: atiéndala primero.',
          'La hora se da con su zona, y los días hábiles son los de la institución que responde.',
          'Bajo el plazo se dice qué pasa si nadie responde.',
        ],
      },
      {
        title: 'Si se corta la conexión',
        text: [
          'Siga escribiendo: su borrador queda guardado en este equipo y se envía al servidor cuando vuelve la conexión. Para enviar una respuesta hace falta conexión. Si no sabe si se envió, envíe otra vez: se registra una sola.',
        ],
      },
      {
        title: 'Agregar un archivo',
        text: [
          'PDF, JPG o PNG de hasta 10 MB. Puede pausar la carga. Si se corta o deja la página, elija el mismo archivo en las 24 horas siguientes: se sigue desde donde quedó.',
        ],
      },
      {
        title: 'Si algo no le deja avanzar',
        text: [
          'La página dice qué hacer. Si pide ayuda, diga la referencia que aparece al final; no contiene datos de nadie. No escriba datos de personas en un correo de ayuda.',
        ],
      },
    ],
    manuals: 'Manual de los protocolos y hojas de derechos (con su cuenta)',
    tools: 'Para quien prueba el servicio',
    docs: 'Descripción de la API',
    mail: 'Correo de demostración: los avisos terminan aquí y ninguno se entrega',
  },
  en: {
    title: 'Help',
    intro:
      'Retorno tells you what your institution has to do in a case, by when, and what happens next.',
    parts: [
      {
        title: 'You got a notice by mail',
        text: [
          'Open the link in the mail and sign in with your account: it leads to the task. The link only shows; opening it sends nothing. We will never ask for your password by mail.',
        ],
      },
      {
        title: 'Answering a task',
        list: [
          'Read what is asked, why and by when.',
          'Fill in the form. You can save and go on later.',
          'Check what you wrote and what happens when you send it.',
          'Send it. The page with the folio is your receipt.',
          'If you see an error later, open it again and report it: what was sent is not changed.',
        ],
      },
      {
        title: 'What the deadlines mean',
        list: [
          'Overdue: the deadline has passed. Answer all the same; that it was late is recorded.',
          'Due today or Due soon: attend to it first.',
          'The time is given with its zone, and working days are those of the institution that answers.',
          'Below the deadline it says what happens if nobody answers.',
        ],
      },
      {
        title: 'If the connection breaks',
        text: [
          'Go on typing: your draft is kept on this machine and goes to the server when the connection is back. To send an answer you need a connection. If you do not know whether it was sent, send it again: one is recorded.',
        ],
      },
      {
        title: 'Adding a file',
        text: [
          'PDF, JPG or PNG up to 10 MB. You can pause the upload. If it breaks off or you leave the page, choose the same file within 24 hours: it goes on from where it stopped.',
        ],
      },
      {
        title: 'If something does not let you go on',
        text: [
          "The page says what to do. When asking for help, say the reference at its end; it holds nobody's data. Do not write data of people in a mail for help.",
        ],
      },
    ],
    manuals: 'Manual of the protocols and rights sheets (with your account)',
    tools: 'For whoever tries the service out',
    docs: 'Description of the API',
    mail: 'Demo mail: notices end here and none is delivered',
  },
};

interface ToolWords {
  readonly manuals: string;
  readonly tools: string;
  readonly docs: string;
  readonly mail: string;
}

/** First help; leads to the manuals, and where mail is caught also to it. */
export function helpPage({ context, language }: Reader): Shown {
  const words = WORDS[language];
  return articlePage(
    words,
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={MANUALS}>
          {words.manuals}
        </a>
      </p>
      {context.web.testMail && <Tools words={words} language={language} />}
    </>,
  );
}

function Tools({ words, language }: { words: ToolWords; language: Language }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{words.tools}</h2>
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href="/docs">
            {words.docs}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={language === 'en' ? '/correo?lang=en' : '/correo'}>
            {words.mail}
          </a>
        </li>
      </ul>
    </section>
  );
}
