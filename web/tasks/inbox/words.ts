import type { InboxGroup } from '../../../db/queries/find-inbox.js';

interface Words {
  readonly title: string;
  readonly tabs: string;
  readonly mine: string;
  readonly all: string;
  readonly unassigned: string;
  readonly done: string;
  readonly groups: Readonly<Record<InboxGroup, string>>;
  readonly task: string;
  readonly case: string;
  readonly due: string;
  readonly holder: string;
  readonly choose: string;
  readonly chooseAbout: (title: string, key: string) => string;
  readonly nobody: string;
  readonly you: string;
  readonly standIn: string;
  readonly search: string;
  readonly searchHint: string;
  readonly searchFault: string;
  readonly protocol: string;
  readonly anyProtocol: string;
  readonly rehearsals: string;
  readonly filter: string;
  readonly clear: string;
  readonly refreshed: (time: string) => string;
  readonly refresh: string;
  readonly empty: Readonly<Record<'mine' | 'all' | 'unassigned' | 'done' | 'found', string>>;
  readonly byDue: string;
  readonly showAll: string;
  readonly take: string;
  readonly release: string;
  readonly bulk: string;
  readonly bulkHint: string;
  readonly noneChosen: string;
  readonly taken: (n: number) => string;
  readonly released: (n: number) => string;
  readonly left: (n: number) => string;
  readonly suspended: string;
  readonly rehearsal: string;
  readonly open: (title: string, key: string) => string;
  readonly outcome: string;
  readonly when: string;
  readonly signed: string;
  readonly inTime: string;
  readonly late: string;
}

export const WORDS: { readonly es: Words; readonly en: Words } = {
  es: {
    title: 'Tareas',
    tabs: 'Qué tareas ver',
    mine: 'Mías',
    all: 'De mi institución',
    unassigned: 'Sin asignar',
    done: 'Hechas',
    groups: {
      overdue: 'Vencidas',
      today: 'Vencen hoy',
      soon: 'Vencen pronto',
      later: 'A tiempo',
      none: 'Sin plazo corriendo',
    },
    task: 'Tarea',
    case: 'Caso',
    due: 'Plazo',
    holder: 'Quién la tiene',
    choose: 'Elegir',
    chooseAbout: (title, key) => `Elegir ${title}, caso ${key}`,
    nobody: 'Nadie',
    you: 'Usted',
    standIn: 'Está ausente; usted le suple',
    search: 'Clave del caso',
    searchHint: 'Completa o el comienzo, por ejemplo C-7F3K9',
    searchFault: 'Escriba la clave como está en los avisos, por ejemplo C-7F3K9-1PQ4M',
    protocol: 'Protocolo',
    anyProtocol: 'Todos',
    rehearsals: 'Ver los ensayos en lugar de los casos reales',
    filter: 'Buscar',
    clear: 'Quitar la búsqueda',
    refreshed: (time) => `Actualizado ${time}.`,
    refresh: 'Actualizar',
    empty: {
      mine: 'No tiene tareas asignadas. Las que nadie atiende están en Sin asignar; las respondidas, en Hechas.',
      all: 'Su institución no tiene tareas pendientes. Las respondidas están en Hechas.',
      unassigned: 'Cada tarea pendiente de su institución tiene quien la atienda.',
      done: 'Su institución todavía no ha respondido tareas.',
      found: 'Ninguna tarea corresponde a la búsqueda. Quítela para ver todas.',
    },
    byDue: 'Por plazo',
    showAll: 'Todos los plazos',
    take: 'Tomar las elegidas',
    release: 'Soltar las elegidas',
    bulk: 'Con las tareas elegidas',
    bulkHint:
      'Tomar o soltar solo dice quién las atiende; nadie recibe avisos ni cambia ningún plazo.',
    noneChosen: 'Elija al menos una tarea',
    taken: (n) => (n === 1 ? 'Tomó 1 tarea.' : `Tomó ${n} tareas.`),
    released: (n) => (n === 1 ? 'Soltó 1 tarea.' : `Soltó ${n} tareas.`),
    left: (n) =>
      n === 1
        ? '1 no cambió, porque la tiene otra persona o ya no está pendiente.'
        : `${n} no cambiaron, porque las tiene otra persona o ya no están pendientes.`,
    suspended: 'Suspendida',
    rehearsal: 'Ensayo',
    open: (title, key) => `${title}, caso ${key}`,
    outcome: 'Respuesta',
    when: 'Respondida',
    signed: 'Firmada; faltan otras firmas',
    inTime: 'Respondida a tiempo',
    late: 'Respondida con retraso',
  },
  en: {
    title: 'Tasks',
    tabs: 'Which tasks to show',
    mine: 'Mine',
    all: "My institution's",
    unassigned: 'Unassigned',
    done: 'Done',
    groups: {
      overdue: 'Overdue',
      today: 'Due today',
      soon: 'Due soon',
      later: 'On time',
      none: 'No running deadline',
    },
    task: 'Task',
    case: 'Case',
    due: 'Deadline',
    holder: 'Who holds it',
    choose: 'Choose',
    chooseAbout: (title, key) => `Choose ${title}, case ${key}`,
    nobody: 'Nobody',
    you: 'You',
    standIn: 'Away; you stand in',
    search: 'Case key',
    searchHint: 'Whole or its beginning, for example C-7F3K9',
    searchFault: 'Enter the key as it stands in the notices, for example C-7F3K9-1PQ4M',
    protocol: 'Protocol',
    anyProtocol: 'All',
    rehearsals: 'Show rehearsals instead of real cases',
    filter: 'Search',
    clear: 'Remove the search',
    refreshed: (time) => `Updated ${time}.`,
    refresh: 'Update',
    empty: {
      mine: 'You have no tasks. Those nobody works on are under Unassigned; those answered, under Done.',
      all: 'Your institution has no pending tasks. Those answered are under Done.',
      unassigned: 'Every pending task of your institution has somebody who works on it.',
      done: 'Your institution has not answered any task yet.',
      found: 'No task fits the search. Remove it to see all.',
    },
    byDue: 'By deadline',
    showAll: 'All deadlines',
    take: 'Take the chosen',
    release: 'Release the chosen',
    bulk: 'With the chosen tasks',
    bulkHint:
      'To take or release only says who works on them; nobody is notified and no deadline changes.',
    noneChosen: 'Choose at least one task',
    taken: (n) => (n === 1 ? 'You took 1 task.' : `You took ${n} tasks.`),
    released: (n) => (n === 1 ? 'You released 1 task.' : `You released ${n} tasks.`),
    left: (n) =>
      n === 1
        ? '1 did not change, because somebody else holds it or it is no longer pending.'
        : `${n} did not change, because somebody else holds them or they are no longer pending.`,
    suspended: 'Suspended',
    rehearsal: 'Rehearsal',
    open: (title, key) => `${title}, case ${key}`,
    outcome: 'Answer',
    when: 'Answered',
    signed: 'Signed; other signatures are missing',
    inTime: 'Answered in time',
    late: 'Answered late',
  },
};
