import { bookLoan } from '../fixtures/book-loan.js';
import { bindingsOf } from '../support/door.js';
import type { Seed } from './seed-pages.js';
import { SHARE } from './shared-loan.js';

/** A page as somebody sees it. */
export interface KnownPage {
  readonly name: string;
  /** `institution/role` of the invented person who looks; absent for somebody who is not signed in. */
  readonly as?: string;
  readonly url: (seed: Seed) => string;
  /** Answers other than 200, for pages that say what went wrong. */
  readonly status?: number;
  /** Seen by somebody whose password was right and whose second factor is still missing. */
  readonly halfSignedIn?: true;
}

const OFFICER = 'invented-far-library/officer';
const HOME = 'invented-home-library/officer';
const SUPERVISOR = 'invented-home-library/supervisor';
const ADMIN = 'invented-home-library/admin';
const LEAD = 'invented-home-library/case-lead';
const EXPERT = 'invented-expert/officer';
const MONITOR = 'invented-audit-office/monitor';
/** Leads the cases of the family under a shipped protocol. */
const RECTOR = 'invented-rector/case-lead';

/** Every page there is; a new page is one entry, and then every check of pages holds for it. */
export const ALL_PAGES: readonly KnownPage[] = [
  { name: 'entrar', url: () => '/entrar' },
  { name: 'ayuda', url: () => '/ayuda' },
  { name: 'privacidad', url: () => '/privacidad' },
  { name: 'accesibilidad', url: () => '/accesibilidad' },
  { name: 'no-existe', url: () => '/no/existe', status: 404 },
  { name: 'no-permitido', as: OFFICER, url: () => '/panel', status: 403 },
  { name: 'entrar-recuperar', url: () => '/entrar/recuperar' },
  { name: 'entrar-institucion', url: () => '/entrar/institucion' },
  { name: 'invitacion-usada', url: () => '/invitacion/ninguna', status: 410 },
  { name: 'cuenta', as: OFFICER, url: () => '/cuenta' },
  { name: 'cuenta-sesiones', as: OFFICER, url: () => '/cuenta/sesiones' },
  { name: 'cuenta-clave', as: OFFICER, url: () => '/cuenta/clave' },
  { name: 'cuenta-segundo', as: OFFICER, url: () => '/cuenta/segundo' },
  { name: 'cuenta-confirmar', as: OFFICER, url: () => '/cuenta/confirmar' },
  { name: 'cuenta-ausencias', as: OFFICER, url: () => '/cuenta/ausencias' },
  { name: 'cuenta-horario', as: OFFICER, url: () => '/cuenta/horario' },
  { name: 'personas', as: SUPERVISOR, url: () => '/institucion/personas' },
  {
    name: 'personas-terminar',
    as: SUPERVISOR,
    url: ({ colleague }) => `/institucion/personas/terminar?de=${colleague}`,
  },
  { name: 'cuenta-avisos', as: OFFICER, url: () => '/cuenta/avisos' },
  { name: 'institucion-avisos', as: SUPERVISOR, url: () => '/institucion/avisos' },
  { name: 'webhooks', as: SUPERVISOR, url: () => '/webhooks' },
  { name: 'webhooks-nueva', as: SUPERVISOR, url: () => '/webhooks/nueva' },
  {
    name: 'webhooks-secreto',
    as: SUPERVISOR,
    url: ({ webhook }) => `/webhooks/${webhook}/secreto`,
  },
  {
    name: 'webhooks-llamadas',
    as: SUPERVISOR,
    url: ({ webhook }) => `/webhooks/${webhook}/llamadas`,
  },
  { name: 'directorio', as: ADMIN, url: () => '/directorio' },
  { name: 'series', as: SUPERVISOR, url: () => '/series' },
  { name: 'series-monitoreo', as: MONITOR, url: () => '/series' },
  { name: 'tareas', as: OFFICER, url: () => '/tareas' },
  { name: 'tareas-buscar-con-error', as: OFFICER, url: () => '/tareas?clave=!!!', status: 422 },
  { name: 'tareas-hechas', as: HOME, url: () => '/tareas/hechas' },
  { name: 'tareas-vacias', as: 'invented-foreign-library/officer', url: () => '/tareas' },
  { name: 'tarea', as: HOME, url: ({ run }) => `/tareas/${run}/request` },
  { name: 'tarea-cerrada', as: HOME, url: ({ next }) => `/tareas/${next}/request` },
  { name: 'tarea-enviada', as: HOME, url: ({ next }) => `/tareas/${next}/request/enviada` },
  {
    name: 'tarea-pasar',
    as: 'invented-home-library/supervisor',
    url: ({ run }) => `/tareas/${run}/request/pasar`,
  },
  { name: 'panel', as: LEAD, url: () => '/panel' },
  { name: 'casos', as: LEAD, url: () => '/casos' },
  { name: 'caso', as: LEAD, url: ({ next }) => `/casos/${next}` },
  { name: 'caso-flujo', as: LEAD, url: ({ next }) => `/casos/${next}/flujo` },
  { name: 'caso-linea', as: LEAD, url: ({ next }) => `/casos/${next}/linea` },
  { name: 'caso-paso', as: LEAD, url: ({ next }) => `/casos/${next}/pasos/permit` },
  { name: 'caso-quien-sabe', as: LEAD, url: ({ next }) => `/casos/${next}/quien-sabe` },
  { name: 'caso-lecturas', as: LEAD, url: ({ next }) => `/casos/${next}/lecturas` },
  { name: 'caso-lecturas-con-datos', as: LEAD, url: ({ shared }) => at(shared, '/lecturas') },
  { name: 'caso-datos', as: LEAD, url: ({ next }) => `/casos/${next}/datos` },
  { name: 'caso-datos-supervisa', as: SUPERVISOR, url: ({ next }) => `/casos/${next}/datos` },
  { name: 'caso-acciones', as: LEAD, url: ({ next }) => `/casos/${next}/acciones` },
  { name: 'caso-reasignar', as: LEAD, url: ({ next }) => `/casos/${next}/acciones/reasignar` },
  { name: 'caso-familia', as: LEAD, url: ({ next }) => `/casos/${next}/acciones/familia` },
  { name: 'caso-buscar', as: LEAD, url: () => '/casos/buscar' },
  { name: 'caso-origen', as: LEAD, url: ({ next }) => `/casos/${next}/acciones/origen` },
  { name: 'caso-nuevo', as: LEAD, url: () => '/casos/nuevo' },
  { name: 'tareas-de-un-caso', as: HOME, url: ({ next }) => `/tareas/${next}` },
  { name: 'tarea-pedir', as: HOME, url: ({ run }) => `/tareas/${run}/request/pedir/informacion` },
  { name: 'compartidos', as: OFFICER, url: () => '/compartidos' },
  { name: 'monitoreo', as: MONITOR, url: () => '/monitoreo' },
  {
    name: 'monitoreo-caso',
    as: MONITOR,
    url: ({ pseudonym }) => `/monitoreo/casos/${pseudonym}`,
  },
  { name: 'monitoreo-pruebas', as: MONITOR, url: () => '/monitoreo/pruebas' },
  {
    name: 'monitoreo-pruebas-caso',
    as: MONITOR,
    url: ({ pseudonym }) => `/monitoreo/pruebas?caso=${pseudonym}`,
  },
  { name: 'caso-pruebas', as: LEAD, url: ({ next }) => at(next, '/pruebas') },
  { name: 'pruebas-listas', as: MONITOR, url: ({ evidence }) => `/pruebas/${evidence.ready}` },
  { name: 'pruebas-en-espera', as: MONITOR, url: ({ evidence }) => `/pruebas/${evidence.late}` },
  { name: 'pruebas-sin-hacer', as: LEAD, url: ({ evidence }) => `/pruebas/${evidence.failed}` },
  { name: 'ayuda-protocolos', as: OFFICER, url: () => '/ayuda/protocolos' },
  { name: 'ayuda-protocolo', as: OFFICER, url: () => '/ayuda/protocolos/book-loan' },
  { name: 'ayuda-derechos', as: OFFICER, url: () => '/ayuda/derechos/adult-deportee' },
  {
    name: 'ayuda-consentimiento',
    as: OFFICER,
    url: () => '/ayuda/consentimientos/adult-deportee/support',
  },
  { name: 'ayuda-caso-derechos', as: LEAD, url: ({ next }) => `/ayuda/casos/${next}/derechos` },
  { name: 'caso-suceso', as: LEAD, url: ({ next }) => at(next, '/acciones/suceso', CLAIM) },
  { name: 'caso-recordar', as: LEAD, url: ({ run }) => at(run, '/acciones/recordar', REQUEST) },
  { name: 'caso-quien-sabe-con-datos', as: LEAD, url: ({ shared }) => at(shared, '/quien-sabe') },
  { name: 'caso-de-familia', as: RECTOR, url: ({ family }) => `/casos/${family}` },
  { name: 'caso-consentimientos', as: RECTOR, url: ({ family }) => at(family, '/consentimientos') },
  { name: 'caso-imprimir', as: RECTOR, url: ({ family }) => at(family, '/imprimir') },
  { name: 'caso-nuevo-datos', as: LEAD, url: () => starting('/datos') },
  { name: 'caso-nuevo-instituciones', as: LEAD, url: () => starting('/instituciones') },
  { name: 'caso-nuevo-plazos', as: LEAD, url: () => starting('/plazos') },
  { name: 'caso-nuevo-revisar', as: LEAD, url: () => starting('/revisar') },
  {
    name: 'compartido',
    as: EXPERT,
    url: ({ shared }) => `/compartidos/${shared}/${SHARE.id}?datos=ver`,
  },
  { name: 'entrar-segundo', halfSignedIn: true, url: () => '/entrar/segundo' },
  { name: 'tarea-evidencia', as: HOME, url: ({ drafted }) => taskPage(drafted, '/evidencia') },
  { name: 'tarea-revisar', as: HOME, url: ({ drafted }) => taskPage(drafted, '/revisar') },
  { name: 'tarea-suceso', as: HOME, url: ({ next }) => `/tareas/${next}/sucesos/claim-filed` },
  { name: 'tarea-suceso-registrado', as: HOME, url: ({ reported }) => reported },
];

const CLAIM = { suceso: 'claim-filed' };
const REQUEST = { paso: 'request' };

function at(run: string, page: string, query?: Record<string, string>): string {
  return `/casos/${run}${page}${query ? `?${new URLSearchParams(query)}` : ''}`;
}

function taskPage(run: string, page: string): string {
  return `/tareas/${run}/request${page}?vez=1&funcion=home-library`;
}

/** One of the pages that start a case, with everything said. */
function starting(page: string): string {
  const said = {
    protocolo: 'book-loan',
    pais: 'MX',
    'dato.isRare': 'no',
    ...Object.fromEntries(
      Object.entries(bindingsOf(bookLoan)).map(([role, id]) => [`institucion.${role}`, id]),
    ),
  };
  return `/casos/nuevo${page}?${new URLSearchParams(said)}`;
}
