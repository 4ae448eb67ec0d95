import type { Step } from '../language/step.js';
import { due, must, outcome } from './pieces.js';
import { choice, law, t } from './texts.js';

/**
 * Whoever is found to be an adult may have that looked at. Only the end of the window makes the finding final: nobody
 * waives it for a person who may be a child. While asylum is looked into it stands still like every clock but those of
 * health and care; a challenge is taken all the same.
 */
export const AGE_REMEDY_WINDOW = {
  id: 'age-remedy-window',
  kind: 'wait',
  title: t('Plazo para impugnar la edad', 'Window to challenge the finding on age'),
  by: 'LEGAL',
  requires: ['inSendingState', 'noAsylumPending'],
  deadline: due(15, 'working-days', 'L4', law('MX LFPA art. 85'), { lapse: 'none-filed' }),
  outcomes: [
    outcome('none-filed', t('Nadie impugnó', 'None filed'), {
      bySilence: true,
      sets: ['ageFindingFinal'],
    }),
    outcome('filed', t('Impugnada', 'Filed'), { despiteMissing: true }),
  ],
  basis: [law('MX LFPA art. 85'), law('MX LRPCAP art. 7')],
} as const satisfies Partial<Step>;

/** Challenged: a court rules, and nobody is an adult before it has. */
export const AGE_REMEDY_PENDING = {
  id: 'age-remedy-pending',
  kind: 'wait',
  title: t('Impugnación de la edad en trámite', 'Challenge to the finding on age pending'),
  by: 'COURT',
  requires: ['inSendingState'],
  safeguard: true,
  deadline: due(10, 'working-days', 'L2', choice('Status check every two weeks; there is no cap')),
  form: [must('age-ruling', 'text', 'D8', t('Resolución', 'Ruling'))],
} as const satisfies Partial<Step>;

export const AGE_UPHELD = outcome('upheld', t('Confirmada', 'Upheld'), {
  sets: ['ageFindingFinal'],
});
export const OVERTURNED = t('Revocada: es niña o niño', 'Overturned: a child');
