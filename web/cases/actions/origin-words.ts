import type { StopReason } from '../../../protocols/core/stop.js';

interface Words {
  readonly link: string;
  readonly title: string;
  readonly free: string;
  readonly stopped: string;
  readonly asked: string;
  readonly effect: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<StopReason, string>>;
  readonly chooseReason: string;
  readonly liftQuestion: string;
  readonly chooseLift: string;
  readonly stays: string;
  readonly lifts: string;
  readonly stop: string;
  readonly askLift: string;
  readonly decide: string;
}

export const ORIGIN: Readonly<Record<'es' | 'en', Words>> = {
  es: {
    link: 'Contacto con el país de origen',
    title: 'Contacto con autoridades del país de origen',
    free: 'El protocolo permite el contacto cuando se cumplen sus condiciones.',
    stopped:
      'No hay contacto con autoridades del país de origen. Para levantarlo, una institución lo pide y otra decide.',
    asked: 'No hay contacto. Una institución pidió permitirlo de nuevo; decide otra.',
    effect:
      'Al confirmar, ninguna autoridad del país de origen recibe nada más de esta persona ni de su familia, sus tareas se retiran sin decirles por qué y la salida queda detenida. Rige de inmediato.',
    reason: 'Motivo',
    reasons: {
      asked: 'La persona o quien la representa lo pidió',
      protection: 'Se examina asilo, trata u otra protección',
      risk: 'Se conoció un peligro',
      other: 'Otro, explicado abajo',
    },
    chooseReason: 'Seleccione el motivo',
    liftQuestion: '¿Se permite de nuevo el contacto?',
    chooseLift: 'Seleccione si se permite de nuevo el contacto',
    stays: 'No, sigue sin contacto',
    lifts: 'Sí, se permite',
    stop: 'Cortar todo contacto ahora',
    askLift: 'Pedir que se permita de nuevo',
    decide: 'Registrar la decisión',
  },
  en: {
    link: 'Contact with the country of origin',
    title: 'Contact with authorities of the country of origin',
    free: 'The protocol allows contact once its conditions hold.',
    stopped:
      'There is no contact with authorities of the country of origin. To lift that, one institution asks and another decides.',
    asked: 'There is no contact. One institution asked to allow it again; another decides.',
    effect:
      'Once you confirm, no authority of the country of origin receives anything more about this person or the family, their tasks are taken back without saying why, and the departure is stopped. It holds at once.',
    reason: 'Reason',
    reasons: {
      asked: 'The person, or who represents them, asked for it',
      protection: 'Asylum, trafficking or other protection is looked into',
      risk: 'A danger became known',
      other: 'Another one, explained below',
    },
    chooseReason: 'Select the reason',
    liftQuestion: 'Is contact allowed again?',
    chooseLift: 'Select whether contact is allowed again',
    stays: 'No, there is no contact still',
    lifts: 'Yes, it is allowed',
    stop: 'Cut all contact now',
    askLift: 'Ask to allow it again',
    decide: 'Record the decision',
  },
};
