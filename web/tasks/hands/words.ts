import type { HoldingKind } from '../../../db/schema/step-holders.js';

export interface HandsWords {
  readonly who: string;
  readonly nobody: string;
  readonly you: string;
  readonly standIn: string;
  readonly since: (name: string, moment: string) => string;
  readonly take: string;
  readonly release: string;
  readonly pass: string;
  readonly free: string;
  readonly undo: string;
  readonly now: Readonly<Record<Exclude<HoldingKind, 'undone'>, string>>;
  readonly log: string;
  readonly when: string;
  readonly what: string;
  readonly by: string;
  readonly kinds: Readonly<Record<HoldingKind, (from: string, to: string) => string>>;
  readonly passTitle: string;
  readonly passHint: string;
  readonly to: string;
  readonly choose: string;
  readonly noColleagues: string;
  readonly doPass: string;
  readonly changed: string;
  readonly back: string;
}

export const WORDS: { readonly es: HandsWords; readonly en: HandsWords } = {
  es: {
    who: 'Quién la tiene',
    nobody: 'Nadie',
    you: 'Usted',
    standIn: 'Hoy está ausente y usted le suple: puede tomar la tarea o responderla.',
    since: (name, moment) => `${name}, desde el ${moment}`,
    take: 'Tomar la tarea',
    release: 'Soltar la tarea',
    pass: 'Pasar a otra persona',
    free: 'Liberar la tarea',
    undo: 'Deshacer',
    now: {
      taken: 'Usted tomó la tarea.',
      released: 'Usted soltó la tarea. Queda sin asignar.',
      'handed-over': 'Usted pasó la tarea.',
      freed: 'Usted liberó la tarea. Queda sin asignar.',
    },
    log: 'Quiénes la han tenido',
    when: 'Cuándo',
    what: 'Qué cambió',
    by: 'Quién lo hizo',
    kinds: {
      taken: (_, to) => `La tomó ${to}`,
      released: (from) => `La soltó ${from}`,
      'handed-over': (from, to) => `Pasó de ${from} a ${to}`,
      freed: (from) => `Se liberó; la tenía ${from}`,
      undone: (from, to) => `Se deshizo; volvió de ${from} a ${to}`,
    },
    passTitle: '¿A quién pasa la tarea?',
    passHint:
      'Solo personas activas de su institución. Pasar la tarea no cambia el plazo ni avisa a otras instituciones.',
    to: 'Persona',
    choose: 'Seleccione a quién pasa la tarea',
    noColleagues: 'En su institución no hay otra persona activa que pueda recibirla.',
    doPass: 'Pasar la tarea',
    changed: 'Mientras tanto otra persona la tomó, o ya no está pendiente. No se cambió nada.',
    back: 'Volver a la tarea',
  },
  en: {
    who: 'Who holds it',
    nobody: 'Nobody',
    you: 'You',
    standIn: 'They are away today and you stand in: you can take the task or answer it.',
    since: (name, moment) => `${name}, since ${moment}`,
    take: 'Take the task',
    release: 'Release the task',
    pass: 'Hand over',
    free: 'Free the task',
    undo: 'Undo',
    now: {
      taken: 'You took the task.',
      released: 'You released the task. It is unassigned now.',
      'handed-over': 'You handed the task over.',
      freed: 'You freed the task. It is unassigned now.',
    },
    log: 'Who has held it',
    when: 'When',
    what: 'What changed',
    by: 'Who did it',
    kinds: {
      taken: (_, to) => `${to} took it`,
      released: (from) => `${from} released it`,
      'handed-over': (from, to) => `Went from ${from} to ${to}`,
      freed: (from) => `Was freed; ${from} held it`,
      undone: (from, to) => `Was undone; went back from ${from} to ${to}`,
    },
    passTitle: 'To whom do you hand the task over?',
    passHint:
      'Active people of your institution only. It changes no deadline and tells no other institution.',
    to: 'Person',
    choose: 'Select to whom you hand the task over',
    noColleagues: 'There is nobody else active in your institution who could receive it.',
    doPass: 'Hand over',
    changed: 'Meanwhile somebody else took it, or it is no longer pending. Nothing was changed.',
    back: 'Back to the task',
  },
};
