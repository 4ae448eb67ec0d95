import type { MailKind } from '../../../db/schema/mails.js';
import type { NoticeLanguage } from '../notice-mail.js';
import type { NoticeTone } from './words.js';

/** The words of one kind of letter. */
export interface LetterWords {
  readonly subject: string;
  /** What to do first, and what is only good to know. `{institution}` is the institution's name, `{n}` the number of lines. */
  readonly body: readonly string[];
  readonly link: string;
  readonly tone: NoticeTone;
}

interface Words {
  readonly kinds: Readonly<Record<Exclude<MailKind, 'calendar'>, LetterWords>>;
  readonly calendar: { readonly moved: LetterWords; readonly cancelled: LetterWords };
  readonly due: string;
  /** Of mails to a person about the own account. */
  readonly accountFooter: readonly string[];
}

/** What letters say. */
export const LETTER_WORDS: Readonly<Record<NoticeLanguage, Words>> = {
  es: {
    kinds: {
      invitation: {
        subject: 'Su cuenta en Retorno',
        body: [
          '{institution} le ha dado acceso a Retorno.',
          'Abra la dirección y elija su contraseña. Sirve una sola vez, durante 24 horas.',
        ],
        link: 'Elegir la contraseña',
        tone: 'neutral',
      },
      role: {
        subject: 'Una función más en Retorno',
        body: [
          '{institution} le ha dado una función en Retorno.',
          'Entre como siempre; en «Mi cuenta» cambia de función.',
        ],
        link: 'Entrar',
        tone: 'neutral',
      },
      recovery: {
        subject: 'Volver a entrar en Retorno',
        body: [
          '{institution} aprobó su petición.',
          'Abra la dirección, elija una contraseña nueva y prepare otra vez su segundo factor. Sirve una sola vez, durante 24 horas.',
          'Si usted no lo pidió, avise a su institución y no abra la dirección.',
        ],
        link: 'Elegir una contraseña nueva',
        tone: 'neutral',
      },
      daily: {
        subject: 'Recordatorios del día: {n}',
        body: ['Responda estas tareas: vencen pronto y todavía no tienen respuesta.'],
        link: 'Ver las tareas (necesita su cuenta)',
        tone: 'soon',
      },
      operation: {
        subject: 'Avisos de un mismo grupo: {n}',
        body: [
          'Atienda estos avisos de su institución, cada uno por separado: hay uno por cada asunto de un mismo grupo.',
        ],
        link: 'Ver las tareas (necesita su cuenta)',
        tone: 'neutral',
      },
      bounce: {
        subject: 'Urgente: un aviso no llegó',
        body: [
          'Corrija la dirección de un buzón de su institución, o pida a quien administra que la corrija: rechazó un aviso para siempre.',
          'La tarea está en la página, con su plazo.',
        ],
        link: 'Ver los avisos que no llegaron (necesita su cuenta)',
        tone: 'stop',
      },
      'webhook-gone': {
        subject: 'Urgente: el sistema de su institución ya no recibe llamadas',
        body: [
          'Revise el sistema de su institución: pidió no recibir más llamadas, o no contestó durante tres días. Las llamadas quedaron detenidas.',
          'Los avisos por correo y las tareas de la página siguen igual.',
        ],
        link: 'Ver las llamadas (necesita su cuenta)',
        tone: 'stop',
      },
      'series-held': {
        subject: 'Urgente: una cuenta quedó retenida por decidir en serie',
        body: [
          'Otra persona que supervisa la institución de la cuenta debe revisar la serie y decidir si la libera.',
          'Desde una cuenta se decidió sobre varias personas más deprisa de lo que alguien puede valorarlas, o con las mismas razones. La cuenta quedó retenida: no puede decidir sobre nadie más.',
        ],
        link: 'Ver las series retenidas (necesita su cuenta)',
        tone: 'stop',
      },
      'series-reviewed': {
        subject: 'Se decidió sobre una cuenta retenida',
        body: [
          'Una segunda persona revisó una cuenta retenida por decidir en serie. En la página consta si la liberó, y para cuántas decisiones.',
        ],
        link: 'Ver las series retenidas (necesita su cuenta)',
        tone: 'neutral',
      },
      'reading-unusual': {
        subject: 'Urgente: una cuenta abre muchos más casos que lo habitual',
        body: [
          'Quien supervisa la institución de la cuenta debe preguntar para qué se leyeron los casos.',
          'En los últimos cinco días, desde una cuenta se abrieron muchos más casos nuevos que los que abre normalmente ella misma y quienes tienen su función, o casos en los que su institución no tenía ninguna tarea.',
        ],
        link: 'Ver las lecturas fuera de lo habitual (necesita su cuenta)',
        tone: 'stop',
      },
      request: {
        subject: 'Una institución espera su respuesta',
        body: [
          'Responda lo que una institución pidió en un asunto que conduce la suya.',
          'El pedido no detiene ningún plazo.',
        ],
        link: 'Ver el pedido y responder (necesita su cuenta)',
        tone: 'soon',
      },
      reply: {
        subject: 'Respondieron a lo que su institución pidió',
        body: ['Lea la respuesta de quien conduce el asunto. Los plazos siguen como estaban.'],
        link: 'Ver la respuesta (necesita su cuenta)',
        tone: 'neutral',
      },
    },
    calendar: {
      moved: {
        subject: 'Calendario: el plazo cambió',
        body: ['Cambió el plazo de una tarea. El archivo adjunto corrige su calendario.'],
        link: 'Ver la tarea (necesita su cuenta)',
        tone: 'neutral',
      },
      cancelled: {
        subject: 'Calendario: el plazo ya no cuenta',
        body: [
          'El plazo de una tarea ya no cuenta para su institución. El archivo adjunto lo quita de su calendario.',
        ],
        link: 'Ver los detalles (necesita su cuenta)',
        tone: 'neutral',
      },
    },
    due: 'Plazo',
    accountFooter: [
      'Recibe este correo porque una institución usa esta dirección para su cuenta en Retorno.',
      'Nunca le pediremos su contraseña por correo.',
    ],
  },
  en: {
    kinds: {
      invitation: {
        subject: 'Your account in Retorno',
        body: [
          '{institution} has given you access to Retorno.',
          'Open the address and choose your password. It works once, for 24 hours.',
        ],
        link: 'Choose the password',
        tone: 'neutral',
      },
      role: {
        subject: 'One more role in Retorno',
        body: [
          '{institution} has given you a role in Retorno.',
          'Sign in as always; under “My account” you change roles.',
        ],
        link: 'Sign in',
        tone: 'neutral',
      },
      recovery: {
        subject: 'Back into Retorno',
        body: [
          '{institution} approved your request.',
          'Open the address, choose a new password and set up your second factor again. It works once, for 24 hours.',
          'If you did not ask for it, tell your institution and do not open the address.',
        ],
        link: 'Choose a new password',
        tone: 'neutral',
      },
      daily: {
        subject: 'Reminders of the day: {n}',
        body: ['Answer these tasks: they are due soon and have no answer yet.'],
        link: 'See the tasks (you need your account)',
        tone: 'soon',
      },
      operation: {
        subject: 'Notices of one group: {n}',
        body: [
          'Deal with these notices of your institution, each by itself: there is one for each matter of one group.',
        ],
        link: 'See the tasks (you need your account)',
        tone: 'neutral',
      },
      bounce: {
        subject: 'Urgent: a notice did not arrive',
        body: [
          'Correct the address of a mailbox of your institution, or ask an administrator to correct it: it refused a notice for good.',
          'The task is on the page, with its deadline.',
        ],
        link: 'See the notices that did not arrive (you need your account)',
        tone: 'stop',
      },
      'webhook-gone': {
        subject: 'Urgent: the system of your institution takes no more calls',
        body: [
          'Look at the system of your institution: it asked for no more calls, or did not answer for three days. The calls were stopped.',
          'Notices by mail and the tasks on the page go on as before.',
        ],
        link: 'See the calls (you need your account)',
        tone: 'stop',
      },
      'series-held': {
        subject: 'Urgent: an account is held for deciding in series',
        body: [
          'Somebody else who supervises the institution of the account must look at the series and decide whether to release it.',
          'An account decided about several persons faster than anybody can assess them, or with the same reasons. The account is held: it can decide about nobody else.',
        ],
        link: 'See the series that are held (you need your account)',
        tone: 'stop',
      },
      'series-reviewed': {
        subject: 'A held account was decided about',
        body: [
          'A second person looked at an account that is held for deciding in series. The page says whether it was released, and for how many decisions.',
        ],
        link: 'See the series that are held (you need your account)',
        tone: 'neutral',
      },
      'reading-unusual': {
        subject: 'Urgent: an account opens far more cases than is usual',
        body: [
          'A supervisor of the institution of the account must ask what the cases were read for.',
          'In the last five days an account opened far more new cases than it and others in its role usually do, or cases in which its institution had no task.',
        ],
        link: 'See the unusual readings (you need your account)',
        tone: 'stop',
      },
      request: {
        subject: 'An institution waits for your reply',
        body: [
          'Reply to what an institution asked in a matter that yours leads.',
          'The request stops no deadline.',
        ],
        link: 'See the request and reply (you need your account)',
        tone: 'soon',
      },
      reply: {
        subject: 'There is a reply to what your institution asked',
        body: ['Read the reply of whoever leads the matter. The deadlines are as they were.'],
        link: 'See the reply (you need your account)',
        tone: 'neutral',
      },
    },
    calendar: {
      moved: {
        subject: 'Calendar: the deadline moved',
        body: ['The deadline of a task moved. The attached file corrects your calendar.'],
        link: 'See the task (you need your account)',
        tone: 'neutral',
      },
      cancelled: {
        subject: 'Calendar: the deadline no longer counts',
        body: [
          'The deadline of a task no longer counts for your institution. The attached file takes it out of your calendar.',
        ],
        link: 'See the details (you need your account)',
        tone: 'neutral',
      },
    },
    due: 'Due',
    accountFooter: [
      'You receive this mail because an institution uses this address for your account in Retorno.',
      'We will never ask for your password by mail.',
    ],
  },
};
