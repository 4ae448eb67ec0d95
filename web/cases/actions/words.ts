import type { ReassignReason } from '../../../api/runs/reassign-role.js';

/** What an event does to the case, as a lead looks for it. */
export type EventGroup = 'stop' | 'consent' | 'end' | 'reroute' | 'extra' | 'note';

export const ACTIONS = {
  es: {
    title: 'Acciones',
    about: 'Cada acción muestra primero lo que traería. Nada se hace antes de confirmar.',
    endedAbout:
      'El caso terminó. Todavía puede registrar que la persona retira un consentimiento: lo que se compartió con él se pide de vuelta, y cómo terminó el caso no cambia. Cada acción muestra primero lo que traería.',
    none: 'No hay acciones que pueda hacer en este caso.',
    nudge: 'Recordar a quien debe responder',
    reassign: 'Pasar una función a otra institución',
    family: 'Vincular con el caso de un familiar',
    relative: 'Iniciar el caso de un familiar',
    back: 'Volver a las acciones',
    now: 'Qué pasaría ahora',
    nothing: 'Ningún paso se abre, se detiene ni se retira.',
    clears: (titles: string) => `Dejaría de valer: ${titles}.`,
    sets: (titles: string) => `Quedaría establecido: ${titles}.`,
    pauses: (titles: string) => `Se detendría el plazo de ${titles}.`,
    tells: (names: string) => `Se avisaría a ${names}.`,
    dependsOnAnswers: 'Lo que pasaría depende de sus respuestas. Se muestra antes de registrar.',
    confirm: 'Registrar y aplicar',
    cannot: 'No se puede hacer ahora',
    nudgeTitle: (step: string) => `Recordar: ${step}`,
    nudgeDo: 'Enviar el recordatorio',
    nudgeOnce: 'Se puede una vez cada 24 horas. No cambia el plazo y queda en la línea de tiempo.',
    role: 'Función',
    chooseRole: 'Elija la función',
    institution: 'Nueva institución',
    chooseInstitution: 'Elija la institución',
    reason: 'Motivo',
    chooseReason: 'Seleccione el motivo',
    why: 'Por qué lo hace',
    whyHint: 'Queda en la línea de tiempo y lo lee quien conduce el caso. Se guarda cifrado.',
    preview: 'Ver qué pasaría',
    reassignDo: 'Pasar la función',
    familyTitle: 'Vincular con el caso de un familiar',
    familyHint:
      'Cada persona conserva su caso y sus decisiones. Lo que detiene a una detiene la salida de las demás hasta que una persona lo revise.',
    familyKey: 'Clave del caso del familiar',
    familyKeyHint: 'Completa, por ejemplo C-7F3K9-1PQ4M',
    familyMissing:
      'Escriba la clave completa de otro caso abierto que su institución conduce, por ejemplo C-7F3K9-1PQ4M',
    familyNext: 'Ver el caso',
    familyCheck: '¿Es el caso del familiar?',
    familyCheckHint: (key: string) =>
      `Compruebe con sus documentos que es el caso de un familiar de la persona del caso ${key}. Todavía no se ha vinculado nada.`,
    familyOther: 'No es, escribir otra clave',
    familyDo: 'Vincular los casos',
  },
  en: {
    title: 'Actions',
    about: 'Each action first shows what it would bring. Nothing is done before you confirm.',
    endedAbout:
      'The case has ended. You can still record that the person withdraws a consent: what was shared under it is recalled, and how the case ended does not change. Each action first shows what it would bring.',
    none: 'There is no action you can take in this case.',
    nudge: 'Remind who must answer',
    reassign: 'Give a role to another institution',
    family: "Link with a relative's case",
    relative: "Start a relative's case",
    back: 'Back to the actions',
    now: 'What would happen now',
    nothing: 'No step opens, stops or is taken back.',
    clears: (titles: string) => `Would no longer hold: ${titles}.`,
    sets: (titles: string) => `Would be established: ${titles}.`,
    pauses: (titles: string) => `The clock would stop for ${titles}.`,
    tells: (names: string) => `Would be told: ${names}.`,
    dependsOnAnswers:
      'What would happen depends on your answers. It is shown before it is recorded.',
    confirm: 'Record and apply',
    cannot: 'It cannot be done now',
    nudgeTitle: (step: string) => `Remind: ${step}`,
    nudgeDo: 'Send the reminder',
    nudgeOnce: 'Possible once in 24 hours. Changes no deadline and stays in the timeline.',
    role: 'Role',
    chooseRole: 'Choose the role',
    institution: 'New institution',
    chooseInstitution: 'Choose the institution',
    reason: 'Reason',
    chooseReason: 'Select the reason',
    why: 'Why you do it',
    whyHint: 'Stays in the timeline; whoever leads the case reads it. Kept encrypted.',
    preview: 'See what would happen',
    reassignDo: 'Give the role',
    familyTitle: "Link with a relative's case",
    familyHint:
      'Each person keeps the own case and the own decisions. What stops one stops the departure of the others until a person has looked at it.',
    familyKey: "Key of the relative's case",
    familyKeyHint: 'In full, for example C-7F3K9-1PQ4M',
    familyMissing:
      'Enter the whole key of another open case that your institution leads, for example C-7F3K9-1PQ4M',
    familyNext: 'See the case',
    familyCheck: "Is this the relative's case?",
    familyCheckHint: (key: string) =>
      `Check with your documents that it is the case of a relative of the person of case ${key}. Nothing has been linked yet.`,
    familyOther: 'It is not, enter another key',
    familyDo: 'Link the cases',
  },
} as const;

export const GROUP_NAMES: Readonly<Record<'es' | 'en', Readonly<Record<EventGroup, string>>>> = {
  es: {
    stop: 'Detener',
    consent: 'La persona retira un consentimiento',
    end: 'Terminar',
    reroute: 'Pasar a otro protocolo',
    extra: 'Abrir un paso adicional',
    note: 'Informar',
  },
  en: {
    stop: 'Stop',
    consent: 'The person withdraws a consent',
    end: 'End',
    reroute: 'Go to another protocol',
    extra: 'Open a further step',
    note: 'Report',
  },
};

export const REASON_NAMES: Readonly<Record<'es' | 'en', Readonly<Record<ReassignReason, string>>>> =
  {
    es: {
      'not-competent': 'No es competente',
      'no-capacity': 'No tiene capacidad',
      'conflict-of-interest': 'Hay conflicto de intereses',
      'place-changed': 'Cambió el lugar',
      'institution-closed': 'La institución cerró',
      'entered-in-error': 'Se asignó por error',
    },
    en: {
      'not-competent': 'It is not competent',
      'no-capacity': 'It has no capacity',
      'conflict-of-interest': 'There is a conflict of interest',
      'place-changed': 'The place changed',
      'institution-closed': 'The institution closed',
      'entered-in-error': 'It was assigned in error',
    },
  };
