import type { AccessRole } from '../../db/queries/access-tokens.js';
import type { Loan } from './loans.js';
import { AUDIT, COURIER, EXPERT, FAR, FOREIGN, HOME, type Reader } from './readers.js';

const STAFF: readonly AccessRole[] = ['officer', 'supervisor', 'case-lead'];
const EVERYBODY: readonly AccessRole[] = [...STAFF, 'monitor', 'admin'];
const LEAD: readonly AccessRole[] = ['case-lead'];

/** What the database holds at this moment, read as its owner: whom a step or a share has reached. */
export interface Facts {
  /** `run/step/institution` of every row of an inbox, open or closed. */
  readonly steps: ReadonlySet<string>;
  /** `run/institution` of every share that was released. */
  readonly shares: ReadonlySet<string>;
}

/** What an address is about: who may ask for it at all, and how they must stand to what they ask for. */
export interface Rule {
  readonly roles: readonly AccessRole[];
  readonly of: 'anything' | 'run' | 'led' | 'own-step' | 'own-share' | 'own-notice' | 'own-name';
  /** It has more to ask than whose it is, so that whoever may ask is not always given it. */
  readonly more?: true;
}

const run = { roles: STAFF, of: 'run' } as const;
const task = { roles: STAFF, of: 'own-step' } as const;
const board = { roles: LEAD, of: 'anything' } as const;
const chair = { roles: ['case-lead', 'admin'], of: 'run' } as const;
const led = { roles: LEAD, of: 'led' } as const;
const own = { roles: EVERYBODY, of: 'anything' } as const;
const house = { roles: ['supervisor', 'admin'], of: 'anything' } as const;
const open = { roles: EVERYBODY, of: 'run' } as const;
const witnessed = { roles: ['monitor', 'case-lead'], of: 'anything' } as const;
const protocols = { roles: ['admin', 'monitor'], of: 'anything' } as const;

/** Who may read what, by address: API first, then pages. Written from what was agreed, not from what is there. */
export const RULES: Readonly<Record<string, Rule>> = {
  '/v1/runs': own,
  '/v1/runs/:run': open,
  '/v1/runs/:run/history': open,
  '/v1/runs/:run/consents': open,
  '/v1/runs/:run/steps/:step': task,
  '/v1/runs/:run/shares/:share': { roles: STAFF, of: 'own-share' },
  '/v1/operations': own,
  '/v1/operations/:run': { ...open, more: true },
  '/v1/operations/:run/lines': { ...open, more: true },
  '/v1/operations/:run/versions': { ...open, more: true },
  '/v1/operations/:run/reconciliation': { ...open, more: true },
  '/v1/inbox': { roles: STAFF, of: 'anything' },
  '/v1/shares': { roles: STAFF, of: 'anything' },
  '/v1/notices/:reference': { roles: STAFF, of: 'own-notice' },
  '/v1/protocols': own,
  '/v1/protocols/:protocol/versions/:version': { ...own, more: true },
  '/v1/institutions': own,
  '/v1/packs': own,
  '/v1/packs/:pack/versions/:version': { ...own, more: true },
  '/v1/register': own,
  '/v1/me': own,
  '/v1/definitions': protocols,
  '/v1/definitions/:definition': { ...protocols, more: true },
  '/v1/definitions/:definition/draft': { ...protocols, more: true },
  '/v1/definitions/:definition/differences': { ...protocols, more: true },
  '/v1/runs/:run/data-measures': { roles: ['supervisor', 'case-lead'], of: 'led' },
  '/v1/runs/:run/reads': led,
  '/v1/evidence-requests': witnessed,
  '/v1/evidence-requests/:request': { ...witnessed, more: true },
  '/v1/evidence-requests/:request/file': { ...witnessed, more: true },
  '/v1/series': { roles: ['supervisor', 'admin', 'monitor'], of: 'anything' },
  '/v1/reading-alarms': { roles: ['supervisor', 'admin', 'monitor'], of: 'anything' },
  '/series': { roles: ['supervisor', 'admin', 'monitor'], of: 'anything' },
  '/v1/webhooks': house,
  '/v1/webhooks/:webhook/calls': { ...house, more: true },
  '/webhooks': house,
  '/webhooks/nueva': house,
  '/webhooks/:webhook/llamadas': { ...house, more: true },
  '/webhooks/:webhook/secreto': { ...house, more: true },
  '/institucion/avisos': house,
  '/cuenta/avisos': own,
  '/panel': board,
  '/panel/novedades': board,
  '/casos/:run/novedades': chair,
  '/casos': board,
  '/casos/buscar': board,
  '/casos/nuevo': board,
  '/casos/nuevo/datos': { ...board, more: true },
  '/casos/nuevo/instituciones': { ...board, more: true },
  '/casos/nuevo/plazos': { ...board, more: true },
  '/casos/nuevo/revisar': { ...board, more: true },
  '/casos/:run': chair,
  '/casos/:run/flujo': chair,
  '/casos/:run/linea': chair,
  '/casos/:run/imprimir': chair,
  '/casos/:run/consentimientos': chair,
  '/casos/:run/pasos/:step': { ...chair, more: true },
  '/casos/:run/acciones': chair,
  '/casos/:run/acciones/suceso': { ...chair, more: true },
  '/casos/:run/quien-sabe': led,
  '/casos/:run/lecturas': led,
  '/casos/:run/datos': { roles: ['supervisor', 'case-lead'], of: 'led' },
  '/casos/:run/acciones/recordar': { ...led, more: true },
  '/casos/:run/acciones/reasignar': { ...led, more: true },
  '/casos/:run/acciones/familia': { roles: ['case-lead', 'admin'], of: 'led', more: true },
  '/casos/:run/acciones/origen': { ...run, more: true },
  '/monitoreo': { roles: ['monitor'], of: 'anything' },
  '/monitoreo/pruebas': { roles: ['monitor'], of: 'anything' },
  '/casos/:run/pruebas': led,
  '/pruebas/:request': { ...witnessed, more: true },
  '/pruebas/:request/novedades': { ...witnessed, more: true },
  '/pruebas/:request/archivo': { ...witnessed, more: true },
  '/monitoreo/casos/:pseudonym': { roles: ['monitor'], of: 'own-name' },
  '/tareas': { roles: STAFF, of: 'anything' },
  '/tareas/hechas': { roles: STAFF, of: 'anything' },
  '/tareas/:run': run,
  '/tareas/:run/sucesos/:event': { ...run, more: true },
  '/tareas/:run/sucesos/:event/registrado': { ...run, more: true },
  '/tareas/:run/:step': task,
  '/tareas/:run/:step/revisar': { ...task, more: true },
  '/tareas/:run/:step/enviada': { ...task, more: true },
  '/tareas/:run/:step/pasar': { ...task, more: true },
  '/tareas/:run/:step/pedir/:kind': { ...task, more: true },
  '/tareas/:run/:step/evidencia': task,
  '/tareas/:run/:step/evidencia/:file': { ...task, more: true },
  '/compartidos': { roles: STAFF, of: 'anything' },
  '/compartidos/:run/:share': { roles: STAFF, of: 'own-share' },
  '/avisos/:reference': { roles: STAFF, of: 'own-notice' },
  '/avisos/pedidos/:request': { roles: STAFF, of: 'run', more: true },
  '/institucion/personas': { roles: ['supervisor', 'admin'], of: 'anything' },
  '/directorio': { roles: ['admin'], of: 'anything' },
  '/institucion/personas/terminar': { ...house, more: true },
  '/cuenta': own,
  '/cuenta/sesiones': own,
  '/cuenta/confirmar': own,
  '/cuenta/clave': own,
  '/cuenta/segundo': own,
  '/cuenta/ausencias': own,
  '/cuenta/horario': own,
};

/** Nobody but who leads a run may read what no line above speaks of. */
export const STRICTEST: Rule = { roles: LEAD, of: 'led' };

/** Whether somebody may know of a run at all. */
export function knows({ institution, role }: Reader, loan: Loan, facts: Facts): boolean {
  // Whoever is cut off is told nothing by way of a monitor beside them either.
  if (role === 'monitor') return !isCutOff({ institution }, loan);
  if (role === 'admin') return loan.rehearsedBy === institution;
  const fills = Object.entries(loan.bindings).filter(([, one]) => one === institution);
  if (role === 'case-lead' && isStarter({ institution }, loan)) return true;
  // The far library receives: it learns of a loan once something reached it.
  // Where it is cut off, it learns of none.
  return fills.some(
    ([key]) => key !== 'far-library' || (!loan.cutOff && reached(institution, loan, facts)),
  );
}

function reached(institution: string, { run: id }: Loan, { steps, shares }: Facts): boolean {
  return (
    shares.has(`${id}/${institution}`) ||
    [...steps].some((key) => key.startsWith(`${id}/`) && key.endsWith(`/${institution}`))
  );
}

/** The far library of a loan that was stopped: not even what it wrote itself is there for it, whoever asks. */
function isCutOff(
  { institution }: Pick<Reader, 'institution'>,
  { cutOff, bindings }: Loan,
): boolean {
  return cutOff === true && bindings['far-library'] === institution;
}

export function leads({ institution, role }: Reader, loan: Loan): boolean {
  if (role === 'admin') return loan.rehearsedBy === institution;
  return role === 'case-lead' && (loan.lead === institution || isStarter({ institution }, loan));
}

/** Whoever started a loan has a say in it while it fills any of its roles, and in a rehearsal for ever. */
function isStarter(
  { institution }: Pick<Reader, 'institution'>,
  { startedBy, rehearsedBy, bindings }: Loan,
): boolean {
  const stays = rehearsedBy === institution || Object.values(bindings).includes(institution);
  return startedBy === institution && stays;
}

/** Of the institution that leads or started it; only rules that name supervisors ask. */
function supervises({ institution, role }: Reader, loan: Loan): boolean {
  return role === 'supervisor' && (loan.lead === institution || isStarter({ institution }, loan));
}

/** Sees a run whole. */
export function seesAll(reader: Reader, loan: Loan): boolean {
  return reader.role === 'monitor' || leads(reader, loan);
}

/** Of the receiving side alone: own steps and nothing else. */
export function isReserved(reader: Reader, loan: Loan): boolean {
  if (seesAll(reader, loan)) return false;
  return Object.entries(loan.bindings).every(
    ([key, one]) => key === 'far-library' || one !== reader.institution,
  );
}

/** Roles that must sign each step, as the story of the loan tells it. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  permit: ['far-library'],
  'far-ready': ['far-library'],
  opinion: ['expert'],
  itinerary: ['courier'],
  insurance: ['courier'],
  'send-off': ['home-library', 'courier'],
  handover: ['far-library', 'courier'],
  visits: ['far-library'],
};

export function signs({ institution }: Reader, loan: Loan, step: string): boolean {
  return (SIGNS[step] ?? ['home-library']).some((role) => loan.bindings[role] === institution);
}

/** What an address names: one run and what of it. */
export interface About {
  readonly loan?: Loan;
  readonly step?: string;
  /** Institution a notice went to, or a share, or whose name of a run it is. */
  readonly whose?: string;
}

/** `never`: the role has no business there (403). `unknown`: it looks as if it did not exist (404). `refused`: known, not for this. */
export type Verdict = 'ok' | 'never' | 'unknown' | 'refused';

export function judge(rule: Rule, reader: Reader, about: About, facts: Facts): Verdict {
  if (!rule.roles.includes(reader.role)) return 'never';
  const { loan, step, whose } = about;
  if (rule.of === 'anything') return 'ok';
  if (!loan && whose === undefined) return 'unknown';
  switch (rule.of) {
    case 'own-name':
      return whose === reader.institution && knows(reader, loan!, facts) ? 'ok' : 'unknown';
    case 'own-notice':
      return whose === reader.institution ? 'ok' : 'unknown';
    case 'run':
      return knows(reader, loan!, facts) ? 'ok' : 'unknown';
    case 'led':
      if (!knows(reader, loan!, facts)) return 'unknown';
      return leads(reader, loan!) || supervises(reader, loan!) ? 'ok' : 'refused';
    case 'own-share':
      if (!knows(reader, loan!, facts)) return 'unknown';
      return loan!.shared && reader.institution === EXPERT ? 'ok' : 'unknown';
    case 'own-step':
      if (!knows(reader, loan!, facts)) return 'unknown';
      return facts.steps.has(`${loan!.run}/${step}/${reader.institution}`) ? 'ok' : 'refused';
  }
}

/** Who may read what was written into a field of a run, wherever it stands. */
export function mayReadField(field: string, reader: Reader, loan: Loan): boolean {
  const { institution, role } = reader;
  if (!STAFF.includes(role) || isCutOff(reader, loan)) return false;
  const note = /^note-(.+)$/.exec(field);
  if (note) {
    const role = [...ROLES].find((one) => field.endsWith(`-${one}`));
    if (field === 'note-reason') return institution === loan.lead;
    // What a former courier wrote stays theirs.
    return role !== undefined && institution === writerOf(loan, role);
  }
  if (field === 'packet') return institution === EXPERT;
  if (field === 'reason' || field === 'reply') {
    return institution === writerOf(loan, 'courier') || leads(reader, loan);
  }
  return institution === writerOf(loan, 'courier');
}

const ROLES = ['home-library', 'far-library', 'courier', 'expert', 'audit-office'] as const;

function writerOf(loan: Loan, role: string): string | undefined {
  if (role === 'courier') return COURIER;
  return loan.bindings[role];
}

/** Who may read how a step was answered. */
export function mayReadOutcome(step: string, reader: Reader, loan: Loan, facts: Facts): boolean {
  if (isCutOff(reader, loan)) return false;
  if (!knows(reader, loan, facts))
    return loan.answered.get(step)?.by.includes(reader.institution) ?? false;
  return seesAll(reader, loan) || signs(reader, loan, step);
}

/** Who may read how a run ended. */
export function mayReadEnding(reader: Reader, loan: Loan, facts: Facts): boolean {
  return knows(reader, loan, facts) && !isReserved(reader, loan);
}

/** Names of people at an institution: their own colleagues, and administrators, who add them. */
export function mayReadPeople(of: string, reader: Reader): boolean {
  return reader.role === 'admin' || reader.institution === of;
}

export const INSTITUTIONS = [HOME, COURIER, FAR, EXPERT, AUDIT, FOREIGN] as const;
