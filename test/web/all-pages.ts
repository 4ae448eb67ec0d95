import type { BrowserWeb } from '../support/browser/browser.js';

/** A page as somebody sees it. */
export interface KnownPage {
  readonly name: string;
  /** `institution/role` of the invented person who looks; absent for somebody who is not signed in. */
  readonly as?: string;
  readonly url: (seed: Seed) => string;
  /** Answers other than 200, for pages that say what went wrong. */
  readonly status?: number;
}

/** What the pages show: one loan with a step that waits, one that ended, both of invented people. */
export interface Seed {
  /** An address of the home library's own system. */
  readonly webhook: string;
  readonly run: string;
  /** A run whose first step has been answered, so that the next institution has a task. */
  readonly next: string;
}

const OFFICER = 'invented-far-library/officer';
const HOME = 'invented-home-library/officer';
const SUPERVISOR = 'invented-home-library/supervisor';
const LEAD = 'invented-home-library/case-lead';

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
  { name: 'caso-imprimir', as: LEAD, url: ({ next }) => `/casos/${next}/imprimir` },
  { name: 'caso-paso', as: LEAD, url: ({ next }) => `/casos/${next}/pasos/permit` },
  { name: 'caso-quien-sabe', as: LEAD, url: ({ next }) => `/casos/${next}/quien-sabe` },
  { name: 'caso-acciones', as: LEAD, url: ({ next }) => `/casos/${next}/acciones` },
  { name: 'caso-reasignar', as: LEAD, url: ({ next }) => `/casos/${next}/acciones/reasignar` },
  { name: 'caso-familia', as: LEAD, url: ({ next }) => `/casos/${next}/acciones/familia` },
  { name: 'caso-nuevo', as: LEAD, url: () => '/casos/nuevo' },
  { name: 'tareas-de-un-caso', as: HOME, url: ({ next }) => `/tareas/${next}` },
  { name: 'tarea-pedir', as: HOME, url: ({ run }) => `/tareas/${run}/request/pedir/informacion` },
  { name: 'compartidos', as: OFFICER, url: () => '/compartidos' },
  { name: 'cuenta-sesiones', as: OFFICER, url: () => '/cuenta/sesiones' },
  { name: 'cuenta-ausencias', as: OFFICER, url: () => '/cuenta/ausencias' },
  { name: 'cuenta-horario', as: OFFICER, url: () => '/cuenta/horario' },
  { name: 'cuenta-confirmar', as: OFFICER, url: () => '/cuenta/confirmar' },
  { name: 'entrar-recuperar', url: () => '/entrar/recuperar' },
  { name: 'monitoreo', as: 'invented-audit-office/monitor', url: () => '/monitoreo' },
];

/** Fills the server with what the pages show. */
export async function seedPages(web: BrowserWeb): Promise<Seed> {
  const webhook = await seedWebhook(web);
  const run = await web.startLoan();
  const next = await web.startLoan();
  await web.answer(next, 'home-library', 'request', 'accepted');
  return { run, next, webhook };
}

/** An address of an institution's own system nobody answers at, on a host two people approved, and a host that waits. */
async function seedWebhook({ door, database }: BrowserWeb): Promise<string> {
  const id = '0webhook0of0home0library00';
  const secret = door.vault.protect('whsec_c2VlZA==', `webhook/${id}`);
  const host = 'sistema.biblioteca-inventada.example';
  await database.db
    .sql`insert into webhook_hosts (id, institution_id, host, requested_by, approved_by, approved_at) values
    ('h1', 'invented-home-library', ${host}, 'one', 'another', now()),
    ('h2', 'invented-home-library', 'otro.biblioteca-inventada.example:8443', 'one', null, null)`;
  await database.db
    .sql`insert into webhook_endpoints (id, institution_id, url, host, secret, created_by)
    values (${id}, 'invented-home-library', ${`https://${host}/avisos/de/retorno`}, ${host}, ${secret}, 'one')`;
  return id;
}
