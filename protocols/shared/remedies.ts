import type { Step } from '../language/step.js';
import { ask, due, outcome } from './pieces.js';
import { law, t } from './texts.js';

/** Fifteen working days; amparo at any time. `lapse` is the outcome that the end of the window produces. */
export const remedyWindow = (lapse: string) =>
  due(15, 'working-days', 'L4', law('MX LFPA art. 85; amparo at any time, LA art. 17 IV'), {
    lapse,
  });

/** Only the end of the window, or a waiver before counsel, closes it. */
export const REMEDY_WINDOW = {
  kind: 'wait',
  title: t('Plazo de recurso', 'Remedy window'),
  by: 'LEGAL',
} as const satisfies Partial<Step>;

export const WAIVER = ask(
  'waiver-counsel',
  'text',
  'D8',
  t('Defensa presente en la renuncia', 'Counsel present at the waiver'),
  { required: ['waived'] },
);

export const WINDOW_OVER = outcome('window-closed', t('Plazo vencido', 'Window over'), {
  bySilence: true,
  sets: ['remedyWindowClosed'],
});
export const WAIVED = outcome('waived', t('Renuncia ante su defensa', 'Waived before counsel'), {
  sets: ['remedyWindowClosed'],
});
export const FILED = outcome('filed', t('Recurso presentado', 'Remedy filed'), {
  keepsOpen: true,
  clears: ['noRemedyPending'],
});

/** The suspension asked for counts as granted when nobody rules on it in time. */
export const SUSPENSION_DEEMED = outcome(
  'suspension-deemed',
  t('Suspensión concedida por silencio', 'Suspension granted by silence'),
  { bySilence: true, keepsOpen: true },
);
