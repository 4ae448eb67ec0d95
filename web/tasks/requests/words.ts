import type { RequestKind } from '../../../db/schema/step-requests.js';

interface Words {
  readonly kinds: Readonly<Record<RequestKind, string>>;
  readonly stuck: string;
  readonly stuckHint: string;
  readonly made: string;
  readonly waiting: string;
  readonly replied: (moment: string) => string;
  readonly asked: (moment: string) => string;
  readonly title: Readonly<Record<RequestKind, string>>;
  readonly reason: Readonly<Record<RequestKind, string>>;
  readonly reasonHint: string;
  readonly noReason: string;
  readonly closed: string;
  readonly nothingSent: string;
  readonly stays: string;
  readonly tooLong: (n: number) => string;
  readonly sign: string;
  readonly send: string;
  readonly noStop: string;
  readonly sent: string;
  readonly reply: string;
  readonly replyHint: string;
  readonly noReply: string;
  readonly doReply: string;
  readonly repliedBefore: string;
  readonly from: (institution: string) => string;
  readonly about: (step: string) => string;
  readonly heading: string;
  readonly none: string;
  readonly back: string;
}

export const WORDS: { readonly es: Words; readonly en: Words } = {
  es: {
    kinds: {
      information: 'Falta información',
      'not-competent': 'No nos corresponde',
      'more-time': 'Se necesita más tiempo',
      correction: 'Hay un error en lo que se envió',
    },
    stuck: '¿Algo le impide responder?',
    stuckHint:
      'Si entre los resultados hay uno para pedir información o devolver la tarea, elíjalo: tiene efecto en el proceso. Si no lo hay, dígalo a quien conduce el caso.',
    made: 'Lo que su institución pidió',
    waiting: 'Sin respuesta todavía',
    replied: (moment) => `Respuesta del ${moment}`,
    asked: (moment) => `Pedido el ${moment}`,
    title: {
      information: 'Decir que falta información',
      'not-competent': 'Decir que no nos corresponde',
      'more-time': 'Pedir más tiempo',
      correction: 'Avisar de un error en lo que su institución envió',
    },
    reason: {
      information: 'Qué información falta y para qué',
      'not-competent': 'Por qué no corresponde a su institución y, si lo sabe, a cuál',
      'more-time': 'Por qué hace falta más tiempo y hasta cuándo',
      correction: 'Qué respuesta está mal, cuál es la correcta y cómo se sabe',
    },
    reasonHint: 'Lo lee quien conduce el caso. Se guarda cifrado.',
    noReason: 'Escriba el motivo',
    nothingSent: 'Su institución no ha enviado nada en esta tarea, así que no hay qué corregir',
    stays:
      'Lo enviado queda como está, y su aviso, junto a ello. No cambia por sí mismo lo que ya pasó: quien conduce el caso decide qué hacer. Si el error pone en peligro a la persona, avise además ahora desde el caso, en «Avisar de algo que pasó».',
    closed:
      'La tarea ya no está pendiente, así que el pedido no se envió. Vuelva a la tarea para ver qué pasó',
    tooLong: (n) => `El motivo debe tener ${n} caracteres o menos`,
    sign: 'Quite del motivo los signos que no se pueden guardar',
    send: 'Enviar a quien conduce el caso',
    noStop:
      'Pedirlo no detiene el plazo ni cambia quién debe responder: eso lo decide quien conduce el caso.',
    sent: 'Su pedido está en la página del caso de quien lo conduce.',
    reply: 'Respuesta',
    replyHint:
      'La lee la institución que preguntó. Para pasar la función a otra institución o registrar un suceso, use las acciones del caso.',
    noReply: 'Escriba la respuesta',
    doReply: 'Responder',
    repliedBefore: 'Ya se había respondido. Esta respuesta no se guardó.',
    from: (institution) => `Lo pide ${institution}`,
    about: (step) => `Sobre «${step}»`,
    heading: 'Pedidos de las instituciones',
    none: 'Ninguna institución ha pedido nada en este caso.',
    back: 'Volver a la tarea',
  },
  en: {
    kinds: {
      information: 'Information is missing',
      'not-competent': 'It is not for us',
      'more-time': 'More time is needed',
      correction: 'What was sent has an error',
    },
    stuck: 'Does something keep you from answering?',
    stuckHint:
      'If one of the outcomes asks for information or sends the task back, choose it: it takes effect in the run. If there is none, tell whoever leads the case.',
    made: 'What your institution asked for',
    waiting: 'No reply yet',
    replied: (moment) => `Reply of ${moment}`,
    asked: (moment) => `Asked on ${moment}`,
    title: {
      information: 'Say that information is missing',
      'not-competent': 'Say that it is not for us',
      'more-time': 'Ask for more time',
      correction: 'Report an error in what your institution sent',
    },
    reason: {
      information: 'Which information is missing, and what for',
      'not-competent': 'Why it is not for your institution and, if you know, for which',
      'more-time': 'Why more time is needed, and until when',
      correction: 'Which answer is wrong, what is right and how this is known',
    },
    reasonHint: 'Whoever leads the case reads it. Kept encrypted.',
    noReason: 'Enter the reason',
    nothingSent: 'Your institution has sent nothing in this task, so there is nothing to correct',
    stays:
      'What was sent stays as it is, and your report beside it. By itself it changes nothing that has happened: whoever leads the case decides what to do. If the error endangers the person, also report it now from the case, under “Report something that happened”.',
    closed:
      'The task is no longer pending, so the request was not sent. Go back to the task to see what happened',
    tooLong: (n) => `The reason must be ${n} characters or fewer`,
    sign: 'Remove the characters that cannot be stored from the reason',
    send: 'Send to whoever leads the case',
    noStop:
      'Asking stops no clock and does not change who must answer: whoever leads the case decides that.',
    sent: 'Your request is on the case page of whoever leads it.',
    reply: 'Reply',
    replyHint:
      'The institution that asked reads it. To give the role to another institution or report an event, use the actions of the case.',
    noReply: 'Enter the reply',
    doReply: 'Reply',
    repliedBefore: 'It had been replied to already. This reply was not stored.',
    from: (institution) => `${institution} asks`,
    about: (step) => `About “${step}”`,
    heading: 'Requests of institutions',
    none: 'No institution has asked for anything in this case.',
    back: 'Back to the task',
  },
};
