import type { AccessRole } from '../../db/queries/access-tokens.js';

/** Words of the frame around every page. */
export const FRAME = {
  es: {
    service: 'Retorno',
    skip: 'Ir al contenido',
    other: 'English',
    signOut: 'Salir',
    account: 'Mi cuenta',
    menu: 'Menú',
    error: 'Error',
    problem: 'Hay un problema',
    back: 'Volver',
    optional: '(opcional)',
    help: 'Ayuda',
    privacy: 'Datos personales y privacidad',
    accessibility: 'Accesibilidad',
  },
  en: {
    service: 'Retorno',
    skip: 'Skip to content',
    other: 'Español',
    signOut: 'Sign out',
    account: 'My account',
    menu: 'Menu',
    error: 'Error',
    problem: 'There is a problem',
    back: 'Back',
    optional: '(optional)',
    help: 'Help',
    privacy: 'Personal data and privacy',
    accessibility: 'Accessibility',
  },
} as const;

export const ROLE_NAMES: Readonly<Record<'es' | 'en', Readonly<Record<AccessRole, string>>>> = {
  es: {
    officer: 'Funcionaria o funcionario',
    supervisor: 'Supervisión',
    'case-lead': 'Responsable de caso',
    monitor: 'Monitoreo',
    admin: 'Administración',
  },
  en: {
    officer: 'Officer',
    supervisor: 'Supervisor',
    'case-lead': 'Case lead',
    monitor: 'Monitor',
    admin: 'Administrator',
  },
};
