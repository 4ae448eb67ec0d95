import type { Fact } from '../language/definition.js';
import { fact, initially, USUAL } from '../shared/facts.js';
import type { TraffickingVictimNames } from './names.js';

/** Named so that whoever reads why a step waits learns nothing about the person. */
export const facts: readonly Fact<TraffickingVictimNames>[] = [
  fact(
    'safetyEnsured',
    ['La persona está a salvo', 'The person is safe'],
    ['Faltan las medidas inmediatas', 'Immediate measures are missing'],
  ),
  fact(
    'protectionActive',
    ['La protección está activa', 'Protection is active'],
    ['La protección aún no está activa', 'Protection is not active yet'],
  ),
  fact(
    'identificationReviewed',
    ['La valoración formal concluyó', 'The formal review is complete'],
    ['Falta concluir la valoración formal', 'The formal review is not complete'],
  ),
  fact(
    'majorityEstablished',
    ['Se estableció la mayoría de edad', 'Adulthood is established'],
    ['Rige la presunción de minoría de edad', 'The person counts as under 18'],
  ),
  fact(
    'adulthoodFound',
    ['Hay un dictamen de mayoría de edad', 'There is a finding of adulthood'],
    ['No hay dictamen de mayoría de edad', 'There is no finding of adulthood'],
  ),
  USUAL.ageFindingFinal,
  fact(
    'ageQuestioned',
    ['Hay una duda de edad por resolver', 'A doubt on age is to be settled'],
    ['No hay duda de edad por resolver', 'No doubt on age is to be settled'],
  ),
  USUAL.rightsInformed,
  fact(
    'assistanceAccepted',
    ['La persona aceptó asistencia', 'The person accepted assistance'],
    ['La persona no ha aceptado asistencia', 'The person has not accepted assistance'],
  ),
  fact(
    'reflectionDone',
    ['El período de recuperación terminó', 'The recovery period is over'],
    ['El período de recuperación sigue abierto', 'The recovery period is still open'],
  ),
  USUAL.individualAssessed,
  fact(
    'riskCleared',
    ['El riesgo es bajo o manejable', 'The risk is low or manageable'],
    ['Falta la evaluación de riesgo vigente', 'A current risk assessment is missing'],
  ),
  fact(
    'proceedingsFree',
    ['Ningún trámite judicial retiene a la persona', 'No proceedings hold the person back'],
    ['Falta aclarar los trámites judiciales', 'Court proceedings are not settled'],
  ),
  initially(
    'returnOpen',
    ['La vía de retorno está abierta', 'The way to return is open'],
    ['Se buscan alternativas al retorno', 'Alternatives to return are being sought'],
  ),
  initially(
    'noObjection',
    ['La persona no se opone', 'The person does not object'],
    ['La persona se opone al retorno', 'The person objects to the return'],
  ),
  fact(
    'returnDecided',
    ['Hay una decisión de retorno vigente', 'A decision to return is in force'],
    ['No hay decisión de retorno vigente', 'No decision to return is in force'],
  ),
  USUAL.nonRefoulementClear,
  fact(
    'disclosureAuthorised',
    ['La persona autorizó la comunicación', 'The person authorised the communication'],
    [
      'La persona no ha autorizado la comunicación',
      'The person has not authorised the communication',
    ],
  ),
  USUAL.nationalityConfirmed,
  fact(
    'travelDocValid',
    ['Hay documento de viaje vigente', 'There is a valid travel document'],
    ['Falta un documento de viaje vigente', 'A valid travel document is missing'],
  ),
  fact(
    'planInvited',
    ['La contraparte fue convocada', 'The counterpart was invited'],
    ['Falta convocar a la contraparte', 'The counterpart was not invited'],
  ),
  fact(
    'familyContactSettled',
    ['El contacto familiar está resuelto', 'Family contact is settled'],
    ['Falta resolver el contacto familiar', 'Family contact is not settled'],
  ),
  fact(
    'safePlanAgreed',
    ['El plan de retorno está acordado', 'The return plan is agreed'],
    ['Falta acordar el plan de retorno', 'The return plan is not agreed'],
  ),
  fact(
    'windowValid',
    ['Fecha y punto están fijados', 'Date and point are set'],
    ['Falta fecha y punto de entrega', 'Date and handover point are missing'],
  ),
  USUAL.receptionConfirmed,
  fact(
    'childReceptionConfirmed',
    ['Protección de la niñez confirmó la recepción', 'Child protection confirmed the reception'],
    [
      'Falta la confirmación de protección de la niñez',
      'Confirmation by child protection is missing',
    ],
  ),
  fact(
    'escortSettled',
    ['El acompañamiento está resuelto', 'The escort is settled'],
    ['Falta resolver el acompañamiento', 'The escort is not settled'],
  ),
  fact(
    'escortAssigned',
    ['Hay acompañante especializado', 'A specialised escort is assigned'],
    ['Falta acompañante especializado', 'A specialised escort is missing'],
  ),
  fact(
    'fitToTravel',
    ['La persona puede viajar', 'The person is fit to travel'],
    ['Falta la constancia médica vigente', 'A current fitness certificate is missing'],
  ),
  fact(
    'finalCheckPassed',
    ['La verificación previa está vigente', 'The final check is valid'],
    ['Falta la verificación de las 24 horas previas', 'The check of the last 24 hours is missing'],
  ),
  fact(
    'consentValid',
    ['El consentimiento fue ratificado', 'Consent was reconfirmed'],
    ['Falta ratificar el consentimiento', 'Consent was not reconfirmed'],
  ),
  fact(
    'guardianActive',
    ['Hay tutora o tutor en funciones', 'A guardian is active'],
    ['Falta tutora o tutor', 'A guardian is missing'],
  ),
  fact(
    'careSettled',
    ['Se sabe quién cuidaría en origen', 'Care in origin is clarified'],
    ['Falta aclarar el cuidado en origen', 'Care in origin is not clarified'],
  ),
  fact(
    'carerOrCareSecured',
    ['El cuidado en origen está asegurado', 'Care in origin is secured'],
    ['El cuidado en origen no está asegurado', 'Care in origin is not secured'],
  ),
  USUAL.originRiskAssessed,
  fact(
    'originConditionsOk',
    ['Las condiciones en origen son aceptables', 'Conditions in origin are acceptable'],
    ['Las condiciones en origen no son aceptables', 'Conditions in origin are not acceptable'],
  ),
  fact(
    'childViewRecorded',
    ['La opinión de la niña o el niño está recogida', "The child's view is recorded"],
    ['Falta la opinión vigente de la niña o el niño', 'A current view of the child is missing'],
  ),
  USUAL.bidReported,
  fact(
    'bidReturn',
    ['El retorno responde al interés superior', "Return is in the child's best interests"],
    [
      'No hay determinación vigente a favor del retorno',
      'No determination in favour of return is in force',
    ],
  ),
  fact(
    'decisionNotified',
    ['La determinación fue notificada', 'The determination was notified'],
    ['Falta notificar la determinación', 'The determination was not notified'],
  ),
  USUAL.remedyWindowClosed,
  USUAL.noRemedyPending,
  USUAL.noAsylumPending,
  USUAL.noMedicalHold,
  USUAL.noForceMajeure,
  initially(
    'personPresent',
    ['Se conoce el paradero de la persona', 'The person is present'],
    ['La persona está ausente', 'The person is absent'],
  ),
  fact(
    'inSendingState',
    ['La persona está en el país remitente', 'The person is in the sending country'],
    ['La persona no está en el país remitente', 'The person is not in the sending country'],
  ),
  fact(
    'inTransit',
    ['La persona está de viaje', 'The person is travelling'],
    ['La persona no está de viaje', 'The person is not travelling'],
  ),
  fact(
    'received',
    ['La persona fue recibida', 'The person was received'],
    ['La persona aún no fue recibida', 'The person was not received yet'],
  ),
  fact(
    'inChildCare',
    ['La niña o el niño está en cuidado protegido', 'The child is in protected care'],
    ['Falta el cuidado protegido', 'Protected care is missing'],
  ),
  fact(
    'safeContact',
    ['La persona confirmó que está bien', 'The person confirmed being well'],
    ['Falta un contacto que confirme que está bien', 'A contact confirming wellbeing is missing'],
  ),
  fact(
    'referralSettled',
    ['Las derivaciones están resueltas', 'Referrals are settled'],
    ['Faltan las derivaciones', 'Referrals are missing'],
  ),
  fact(
    'planAgreed',
    ['El plan de reintegración está acordado', 'The reintegration plan is agreed'],
    ['Falta acordar el plan de reintegración', 'The reintegration plan is not agreed'],
  ),
  fact(
    'programmeConsent',
    ['La persona quiere el apoyo', 'The person wants the support'],
    ['La persona no quiere el apoyo', 'The person does not want the support'],
  ),
];
