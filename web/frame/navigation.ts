import type { Language } from '../../api/language.js';
import type { AccessRole } from '../../db/queries/access-tokens.js';

/** An entry of the menu. */
export interface Entry {
  readonly href: string;
  readonly title: Readonly<Record<Language, string>>;
}

const TASKS: Entry = { href: '/tareas', title: { es: 'Tareas', en: 'Tasks' } };
const SHARES: Entry = {
  href: '/compartidos',
  title: { es: 'Datos recibidos', en: 'Data received' },
};
const PEOPLE: Entry = { href: '/institucion/personas', title: { es: 'Personas', en: 'People' } };

const SERIES: Entry = {
  href: '/series',
  title: { es: 'Cuentas retenidas', en: 'Held accounts' },
};

const DIRECTORY: Entry = {
  href: '/directorio',
  title: { es: 'Consulados', en: 'Consulates' },
};

/** At most five entries a role; the first is where the role's work begins. */
export const NAVIGATION: Readonly<Record<AccessRole, readonly [Entry, ...Entry[]]>> = {
  officer: [TASKS, SHARES],
  supervisor: [TASKS, SHARES, PEOPLE, SERIES],
  'case-lead': [
    { href: '/panel', title: { es: 'Panel', en: 'Board' } },
    { href: '/casos', title: { es: 'Casos', en: 'Cases' } },
    TASKS,
    SHARES,
  ],
  monitor: [{ href: '/monitoreo', title: { es: 'Monitoreo', en: 'Monitoring' } }, SERIES],
  admin: [PEOPLE, SERIES, DIRECTORY],
};

/** Where somebody lands who asked for no page in particular. */
export function homeOf(role: AccessRole): string {
  return NAVIGATION[role][0].href;
}
