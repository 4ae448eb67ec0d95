import type { Kind } from './timeline.js';

export const TIMELINE = {
  es: {
    title: 'Línea de tiempo',
    search: 'Buscar en la línea de tiempo',
    hint: 'Una palabra del paso, de la institución o un folio',
    kinds: 'Qué mostrar',
    order: 'Orden',
    newest: 'Lo más nuevo primero',
    oldest: 'Lo más antiguo primero',
    show: 'Mostrar',
    quiet: (n: number) => `${n} días sin actividad`,
    whole: 'Todo el caso',
    system: 'El sistema, por el tiempo',
    reason: 'Motivo',
    folio: 'Folio',
    none: 'Nada coincide con lo que busca. Quite palabras o marque más clases.',
    count: (n: number) => (n === 1 ? '1 acto' : `${n} actos`),
  },
  en: {
    title: 'Timeline',
    search: 'Search the timeline',
    hint: 'A word of the step, of the institution, or a folio',
    kinds: 'What to show',
    order: 'Order',
    newest: 'Newest first',
    oldest: 'Oldest first',
    show: 'Show',
    quiet: (n: number) => `${n} days without activity`,
    whole: 'The whole case',
    system: 'The system, by time',
    reason: 'Reason',
    folio: 'Folio',
    none: 'Nothing matches what you look for. Remove words or tick more kinds.',
    count: (n: number) => (n === 1 ? '1 act' : `${n} acts`),
  },
} as const;

export const KIND_NAMES: Readonly<Record<'es' | 'en', Readonly<Record<Kind, string>>>> = {
  es: {
    answers: 'Respuestas',
    events: 'Sucesos',
    deadlines: 'Plazos',
    data: 'Datos enviados',
    changes: 'Cambios del caso',
  },
  en: {
    answers: 'Answers',
    events: 'Events',
    deadlines: 'Deadlines',
    data: 'Data sent',
    changes: 'Changes of the case',
  },
};
