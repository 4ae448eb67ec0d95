import { t } from './texts.js';

type Pair = readonly [es: string, en: string];

/** A truth safeguards hang on: what it means when it holds, and what is said while it does not. */
export const fact = <Id extends string>(id: Id, holds: Pair, missing: Pair) => ({
  id,
  title: t(...holds),
  missing: t(...missing),
});

/** One that holds from the start of the run until something ends it. */
export const initially = <Id extends string>(id: Id, holds: Pair, missing: Pair) => ({
  ...fact(id, holds, missing),
  initially: true as const,
});

/** Facts of several protocols under their usual names. */
export const USUAL = {
  ageFindingFinal: fact(
    'ageFindingFinal',
    ['La resolución de edad es firme', 'The finding on age is final'],
    ['La resolución de edad no es firme', 'The finding on age is not final'],
  ),
  rightsInformed: fact(
    'rightsInformed',
    ['La persona conoce sus derechos', 'The person was told their rights'],
    ['Falta informar los derechos', 'The person was not yet told their rights'],
  ),
  individualAssessed: fact(
    'individualAssessed',
    ['Hubo evaluación individual', 'The person was assessed individually'],
    ['Falta la evaluación individual vigente', 'A current individual assessment is missing'],
  ),
  nonRefoulementClear: fact(
    'nonRefoulementClear',
    ['No hay riesgo de devolución', 'No risk of refoulement was found'],
    ['Falta descartar el riesgo de devolución', 'The risk of refoulement is not ruled out'],
  ),
  remedyWindowClosed: fact(
    'remedyWindowClosed',
    ['El plazo de recurso concluyó', 'The remedy window is closed'],
    ['El plazo de recurso sigue abierto', 'The remedy window is still open'],
  ),
  noRemedyPending: initially(
    'noRemedyPending',
    ['No hay recurso en trámite', 'No remedy is pending'],
    ['Hay un recurso u orden judicial en trámite', 'A remedy or court order is pending'],
  ),
  noAsylumPending: initially(
    'noAsylumPending',
    ['No hay solicitud de asilo en trámite', 'No asylum claim is pending'],
    ['Hay una solicitud de asilo en trámite', 'An asylum claim is pending'],
  ),
  noReferralPending: initially(
    'noReferralPending',
    ['No hay derivación de protección pendiente', 'No protection referral is pending'],
    ['Hay una derivación de protección pendiente', 'A protection referral is pending'],
  ),
  noMedicalHold: initially(
    'noMedicalHold',
    ['No hay suspensión por salud', 'No medical hold'],
    ['El viaje está suspendido por salud', 'The journey is on medical hold'],
  ),
  noForceMajeure: initially(
    'noForceMajeure',
    ['No hay fuerza mayor', 'No force majeure'],
    ['El viaje está suspendido por fuerza mayor', 'The journey is suspended by force majeure'],
  ),
  identityConfirmed: fact(
    'identityConfirmed',
    ['La identidad y la nacionalidad están confirmadas', 'Identity and nationality are confirmed'],
    ['Falta confirmar identidad y nacionalidad', 'Identity and nationality are not confirmed'],
  ),
  nationalityConfirmed: fact(
    'identityConfirmed',
    ['La nacionalidad está confirmada', 'Nationality is confirmed'],
    ['Falta confirmar la nacionalidad', 'Nationality is not confirmed'],
  ),
  travelDocValid: fact(
    'travelDocValid',
    ['Hay documento de viaje vigente', 'A travel document is valid'],
    ['Falta un documento de viaje vigente', 'No valid travel document'],
  ),
  receptionConfirmed: fact(
    'receptionConfirmed',
    ['La recepción está confirmada', 'Reception is confirmed'],
    ['Falta confirmar la recepción', 'Reception is not confirmed'],
  ),
  originRiskAssessed: fact(
    'originRiskAssessed',
    ['Se evaluaron las condiciones en origen', 'Conditions in origin were assessed'],
    ['Falta evaluar las condiciones en origen', 'Conditions in origin were not assessed'],
  ),
  bidReported: fact(
    'bidReported',
    ['El informe de interés superior está completo', 'The best interests report is complete'],
    ['Falta el informe de interés superior', 'The best interests report is missing'],
  ),
  planAgreed: fact(
    'planAgreed',
    ['Hay un plan de reintegración', 'There is a reintegration plan'],
    ['Falta acordar el plan de reintegración', 'No reintegration plan was agreed'],
  ),
} as const;
