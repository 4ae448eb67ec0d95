import type { Fact } from '../language/definition.js';
import { fact, initially, USUAL } from '../shared/facts.js';
import { FAMILY_FACTS } from '../shared/family.js';
import type { MinorNames } from './names.js';

/** The truths the safeguards of a child rest on. */
export const facts: readonly Fact<MinorNames>[] = [
  initially(
    'living',
    ['El proceso sigue su curso', 'The run goes on'],
    ['El proceso se cierra por fallecimiento', 'The run closes because of a death'],
  ),
  initially(
    'inSendingState',
    ['Está en el país remitente', 'In the sending country'],
    ['No está en el país remitente', 'Not in the sending country'],
  ),
  fact('inTransit', ['Está en camino', 'On the way'], ['No está en camino', 'Not on the way']),
  fact(
    'received',
    ['Está en el país de origen', 'Received in the country of origin'],
    ['Aún no fue recibida o recibido', 'Not yet received'],
  ),
  initially(
    'personPresent',
    ['Se sabe dónde está', 'Whereabouts are known'],
    ['La niña o el niño está ausente', 'The child is absent'],
  ),
  initially(
    'childTreatment',
    ['Rige el trato como niña o niño', 'Treated as a child'],
    ['Hay una resolución de mayoría de edad', 'There is a finding of adulthood'],
  ),
  USUAL.ageFindingFinal,
  fact(
    'protectionNotified',
    ['Protección de la niñez fue avisada', 'Child protection was told'],
    ['Falta avisar a protección de la niñez', 'Child protection was not told'],
  ),
  fact(
    'inCare',
    ['Está en cuidado no privativo de libertad', 'In non-custodial care'],
    ['Falta el ingreso a cuidado', 'Not yet placed in care'],
  ),
  fact(
    'guardianActive',
    ['Hay tutora o tutor y defensa', 'Guardian and counsel are active'],
    ['Falta tutora o tutor', 'A guardian is missing'],
  ),
  fact(
    'childInformed',
    ['La niña o el niño fue informado', 'The child was informed'],
    ['Falta informar a la niña o el niño', 'The child was not informed'],
  ),
  fact(
    'individualAssessed',
    ['Hubo evaluación inicial', 'The child was assessed individually'],
    ['Falta la evaluación inicial', 'The initial assessment is missing'],
  ),
  fact(
    'traffickingScreened',
    ['La primera detección está hecha', 'The first screening is done'],
    ['Falta la primera detección', 'The first screening is missing'],
  ),
  fact(
    'protectionScreened',
    ['La segunda detección está hecha', 'The second screening is done'],
    ['Falta la segunda detección', 'The second screening is missing'],
  ),
  USUAL.nonRefoulementClear,
  fact(
    'consularContactSettled',
    ['Se decidió sobre el aviso consular', 'The consular notice is settled'],
    ['Falta decidir sobre el aviso consular', 'The consular notice is not settled'],
  ),
  fact(
    'consulateNotified',
    ['El consulado puede participar', 'The consulate may take part'],
    ['El consulado no puede participar', 'The consulate may not take part'],
  ),
  USUAL.nationalityConfirmed,
  fact(
    'interviewed',
    ['La entrevista única está hecha', 'The one interview was held'],
    ['Falta la entrevista especializada', 'The specialised interview is missing'],
  ),
  fact(
    'careSettled',
    ['Se sabe si hay quien cuide', 'Care in origin is clarified'],
    ['Falta aclarar el cuidado en origen', 'Care in origin is not clarified'],
  ),
  fact(
    'carerOrCareSecured',
    ['Hay cuidado asegurado en origen', 'Care in origin is secured'],
    ['No hay cuidado asegurado en origen', 'Care in origin is not secured'],
  ),
  USUAL.originRiskAssessed,
  fact(
    'originConditionsOk',
    ['Las condiciones en origen son aceptables', 'Conditions in origin are acceptable'],
    [
      'No constan condiciones aceptables en origen',
      'Acceptable conditions in origin are not established',
    ],
  ),
  fact(
    'childViewRecorded',
    ['Consta la opinión de la niña o el niño', "The child's view is recorded"],
    ['Falta la opinión vigente de la niña o el niño', 'A current view of the child is missing'],
  ),
  USUAL.bidReported,
  fact(
    'bidReturn',
    ['Se determinó que el retorno es lo mejor', 'Return was determined to be best'],
    ['No hay determinación de retorno vigente', 'No determination to return is in force'],
  ),
  fact(
    'decisionNotified',
    ['La decisión fue notificada', 'The decision was notified'],
    ['Falta notificar la decisión', 'The decision was not notified'],
  ),
  fact(
    'remedyWindowClosed',
    ['El plazo de recurso terminó', 'The remedy window is over'],
    ['El plazo de recurso sigue abierto', 'The remedy window is open'],
  ),
  initially(
    'returnOpen',
    ['El retorno sigue siendo una opción', 'Return is still an option'],
    ['Se buscan alternativas al retorno', 'Alternatives to return are being sought'],
  ),
  fact(
    'stayGranted',
    ['Hay una solución de permanencia', 'A solution to stay is in place'],
    ['No hay solución de permanencia', 'No solution to stay is in place'],
  ),
  initially(
    'siblingsSettled',
    ['Nadie queda separado de sus hermanos', 'No siblings are split'],
    ['Falta reunir a las hermanas y los hermanos', 'Siblings are still to be joined'],
  ),
  FAMILY_FACTS.decided,
  FAMILY_FACTS.ready,
  FAMILY_FACTS.checked,
  FAMILY_FACTS.travelling,
  fact(
    'individualPlanAgreed',
    ['El plan individual está acordado', 'The individual plan is agreed'],
    ['Falta acordar el plan individual', 'The individual plan is not agreed'],
  ),
  fact(
    'travelDocValid',
    ['Hay documento de viaje vigente', 'There is a valid travel document'],
    ['Falta un documento de viaje vigente', 'A valid travel document is missing'],
  ),
  fact(
    'windowValid',
    ['Fecha, punto y ventana están fijados', 'Date, point and window are set'],
    ['Falta fecha, punto y ventana', 'Date, point and window are missing'],
  ),
  USUAL.receptionConfirmed,
  fact(
    'escortAssigned',
    ['Hay acompañante en todo el trayecto', 'An escort is assigned for the whole way'],
    ['Falta acompañante', 'An escort is missing'],
  ),
  fact(
    'fitToTravel',
    ['Puede viajar', 'Fit to travel'],
    ['Falta constancia médica vigente', 'A current fitness certificate is missing'],
  ),
  fact(
    'noticeAcknowledged',
    ['El aviso anticipado fue recibido', 'The advance notice was acknowledged'],
    ['Falta el acuse del aviso anticipado', 'The advance notice is not acknowledged'],
  ),
  fact(
    'finalCheckPassed',
    ['La verificación previa está en orden', 'The final check was passed'],
    ['Falta la verificación previa', 'The final check is missing'],
  ),
  initially(
    'noRemedyPending',
    ['No hay recurso en trámite', 'No remedy is pending'],
    ['Hay un recurso en trámite', 'A remedy is pending'],
  ),
  initially(
    'noAsylumPending',
    ['No hay solicitud de refugio en trámite', 'No asylum claim is pending'],
    ['Hay una solicitud de refugio en trámite', 'An asylum claim is pending'],
  ),
  initially(
    'noMedicalHold',
    ['No hay suspensión por salud', 'No medical hold'],
    ['Hay una suspensión por salud', 'There is a medical hold'],
  ),
  initially(
    'noForceMajeure',
    ['No hay fuerza mayor', 'No force majeure'],
    ['Hay fuerza mayor', 'There is force majeure'],
  ),
  fact(
    'custodyInOrigin',
    ['Protección de la niñez asumió el cuidado', 'Child protection took charge'],
    ['Falta que protección de la niñez asuma el cuidado', 'Child protection has not taken charge'],
  ),
  fact(
    'receptionSafe',
    ['La recepción es segura', 'Reception is safe'],
    ['Falta confirmar que está a salvo', 'Safety is not confirmed'],
  ),
  fact(
    'placementSettled',
    ['Está con quien le cuida', 'With a verified carer or in care'],
    ['Falta el reintegro o el cuidado', 'Reunification or care is missing'],
  ),
  fact(
    'referralSettled',
    ['La derivación fue aceptada', 'The referral was accepted'],
    ['Falta una derivación aceptada', 'No referral was accepted yet'],
  ),
  fact(
    'reintegrationAgreed',
    ['El plan de reintegración está acordado', 'The reintegration plan is agreed'],
    ['Falta acordar el plan de reintegración', 'The reintegration plan is not agreed'],
  ),
];
