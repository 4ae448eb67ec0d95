import type { CaseState } from '../../../db/queries/list-cases.js';

export const BOARD = {
  es: {
    title: 'Panel',
    tiles: 'Lo que necesita atención',
    waits: 'En espera de',
    none: 'Ningún caso espera respuesta de nadie.',
    mine: 'Mis casos abiertos',
    all: (n: number) => `Ver los ${n} casos abiertos`,
    empty: 'No conduce ningún caso abierto. Los terminados están en Casos.',
    start: 'Iniciar un caso',
    ending: 'Terminados',
  },
  en: {
    title: 'Board',
    tiles: 'What needs attention',
    waits: 'Waiting for',
    none: 'No case waits for an answer of anybody.',
    mine: 'My open cases',
    all: (n: number) => `See all ${n} open cases`,
    empty: 'You lead no open case. Those that ended are under Cases.',
    start: 'Start a case',
    ending: 'Ended',
  },
} as const;

/** What each tile counts, in the words of the list it opens. */
export const CASE_STATE_NAMES: Readonly<Record<'es' | 'en', Readonly<Record<CaseState, string>>>> =
  {
    es: {
      overdue: 'Con un paso vencido',
      today: 'Con un paso que vence hoy',
      asked: 'Con un pedido que espera su respuesta',
      stopped: 'Detenidos',
      quiet: 'Sin novedad en 7 días',
    },
    en: {
      overdue: 'With an overdue step',
      today: 'With a step due today',
      asked: 'With a request that waits for your reply',
      stopped: 'Stopped',
      quiet: 'No news for 7 days',
    },
  };

export const LIST = {
  es: {
    title: 'Casos',
    lead: 'Los que conduce',
    party: 'En los que participa',
    sides: 'Relación con el caso',
    filter: 'Filtrar',
    search: 'Clave del caso',
    searchHint: 'Por ejemplo C-7F3K9-1PQ4M; basta el principio',
    state: 'Estado',
    open: 'Abiertos',
    ended: 'Terminados',
    protocol: 'Protocolo',
    stage: 'Etapa con un paso abierto',
    waits: 'En espera de',
    any: 'Todos',
    anyStage: 'Todas',
    rehearsals: 'Ensayos',
    onlyRehearsals: 'Mostrar solo ensayos',
    found: (n: number) => (n === 1 ? '1 caso' : `${n} casos`),
    none: 'Ningún caso cumple lo que pidió. Quite filtros para ver más.',
    clear: 'Quitar filtros',
  },
  en: {
    title: 'Cases',
    lead: 'Those you lead',
    party: 'Those you take part in',
    sides: 'Relation to the case',
    filter: 'Filter',
    search: 'Case key',
    searchHint: 'For example C-7F3K9-1PQ4M; the beginning is enough',
    state: 'State',
    open: 'Open',
    ended: 'Ended',
    protocol: 'Protocol',
    stage: 'Stage with an open step',
    waits: 'Waiting for',
    any: 'All',
    anyStage: 'All',
    rehearsals: 'Rehearsals',
    onlyRehearsals: 'Show rehearsals only',
    found: (n: number) => (n === 1 ? '1 case' : `${n} cases`),
    none: 'No case fits what you asked for. Remove filters to see more.',
    clear: 'Remove filters',
  },
} as const;
