import type { Step } from '../language/step.js';
import { ask, due, must, outcome, REASONS, share } from './pieces.js';
import { choice, law, t } from './texts.js';

/** Nobody's nationality is confirmed by silence; up to three rounds of questions. */
export const NATIONALITY_VERIFICATION = {
  id: 'nationality-verification',
  kind: 'approval',
  stage: 'preparation',
  title: t('Verificación de nacionalidad', 'Nationality verification'),
  by: 'CON',
  safeguard: true,
} as const satisfies Partial<Step>;

export const informationAsked = (type: 'text' | 'long-text') =>
  ask('information-asked', type, 'D1', t('Información que falta', 'Information asked for'), {
    required: ['rfi'],
  });
export const denialReason = (type: 'text' | 'long-text') =>
  ask('denial-reason', type, 'D1', t('Razón de la negativa', 'Reason of the denial'), {
    required: ['denied'],
  });

/** The clock stands still while what was asked for is gathered. */
export const RFI = outcome('rfi', t('Falta información', 'More information needed'), {
  keepsTimeLeft: true,
});
export const DENIED = outcome('denied', t('No es nacional', 'Not a national'), {
  despiteMissing: true,
  clears: ['identityConfirmed'],
});

/** One round of what the consulate asked for. */
export const FURTHER_INFORMATION = {
  kind: 'share',
  effects: ['discloses-identity'],
  limit: 3,
  secondPerson: ['supplied'],
  outcomes: [outcome('supplied', t('Enviada', 'Supplied'))],
} as const satisfies Partial<Step>;

/** Five working days a round. */
export const PER_ROUND = due(5, 'working-days', 'L1', choice('5 working days per round, 3 rounds'));

/** What of it reaches the consulate: nothing but these, put right or found since. */
export const IDENTITY_SUPPLIED = [
  ask('supplied-name', 'text', 'D1', t('Nombre, si se corrigió', 'Name, if corrected'), {
    identity: 'name',
  }),
  ask(
    'supplied-birth-date',
    'date',
    'D1',
    t('Fecha de nacimiento, si se corrigió', 'Date of birth, if corrected'),
    { identity: 'birth-date' },
  ),
  ask(
    'supplied-document-number',
    'text',
    'D1',
    t('Número de documento, si apareció', 'Document number, if found'),
    { identity: 'document-number' },
  ),
] as const;

export const informationSupplied = (type: 'text' | 'long-text') =>
  must('information-supplied', type, 'D1', t('Información enviada', 'Information supplied'));

/** No nationality, no document: a person decides what else to try. */
export const NATIONALITY_ALTERNATIVES = {
  id: 'nationality-alternatives',
  kind: 'approval',
  stage: 'preparation',
  by: 'RECTOR',
  requires: ['inSendingState', 'personPresent'],
  limit: 4,
  form: [REASONS],
} as const satisfies Partial<Step>;

export const POSSIBLY_STATELESS = outcome(
  'possible-statelessness',
  t('Posible apatridia', 'Possible statelessness'),
);

/** Whom no State recognises may stay. */
export const STATELESSNESS = {
  id: 'statelessness-branch',
  kind: 'assessment',
  stage: 'preparation',
  title: t('Posible apatridia', 'Possible statelessness'),
  by: 'MIG-S',
  safeguard: true,
  deadline: due(20, 'working-days', 'L2', law('MX LM art. 128')),
  basis: [law('MX LM art. 120')],
} as const satisfies Partial<Step>;

export const STATELESS = outcome('stateless', t('Apátrida: permanece', 'Stateless: stays'), {
  ends: 'closed-stay',
});
export const NOT_STATELESS = outcome('not-stateless', t('Tiene nacionalidad', 'Has a nationality'));

/** The State of origin has a consulate that issues papers, or others stand in for it. */
export const REPRESENTED = { attribute: 'representation', is: 'consulate' } as const;
export const UNREPRESENTED = { not: REPRESENTED } as const;

/** A paper to travel with; it carries no mark of the case. */
export const TRAVEL_DOCUMENT = {
  id: 'travel-document',
  kind: 'document',
  stage: 'preparation',
  by: 'CON',
  effects: ['issues-document'],
} as const satisfies Partial<Step>;

/** Where there is no consulate, the foreign ministry arranges it. */
export const DOCUMENT_RELAY = {
  id: 'document-relay',
  kind: 'document',
  stage: 'preparation',
  by: 'MFA',
  effects: ['issues-document'],
} as const satisfies Partial<Step>;

export const THROUGH_MINISTRY = t(
  'Documento de viaje por la cancillería',
  'Travel document through the foreign ministry',
);
export const TWICE_THE_CONSULATE = due(
  10,
  'working-days',
  'L1',
  choice('Twice the consular time, for the relay'),
);

export const issued = <const S extends readonly unknown[]>(...sets: S) => ({
  id: 'issued',
  title: t('Expedido', 'Issued'),
  sets,
});
export const NO_REPRESENTATION = outcome(
  'no-representation',
  t('No hay consulado que expida', 'No representation to issue it'),
);
export const UNAVAILABLE = outcome(
  'unavailable',
  t('No es posible expedirlo', 'Cannot be issued'),
  { despiteMissing: true },
);

/** A document is good until the day it bears, and at most as long as the protocol says. */
export const VALID_UNTIL = ask('valid-until', 'date', 'D1', t('Vigente hasta', 'Valid until'), {
  required: ['issued'],
  ends: 'travelDocValid',
});

/** The consulate is asked whose national the person is, and nothing else is said. */
export const VERIFY_NATIONALITY = share(
  'consulate',
  'CON',
  ['D1'],
  t('Verificar la nacionalidad', 'Verify nationality'),
  law('GCM objective 21(c)'),
);

export const COMPLETE_FILE = due(
  3,
  'working-days',
  'L1',
  choice('A complete file needs no longer'),
);
