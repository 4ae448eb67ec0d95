import type { Fact } from '../language/definition.js';
import { fact, initially, USUAL } from '../shared/facts.js';
import { FAMILY_FACTS } from '../shared/family.js';
import type { AdultDeporteeNames } from './names.js';

export const facts: readonly Fact<AdultDeporteeNames>[] = [
  USUAL.rightsInformed,
  fact(
    'counselSettled',
    ['La asesoría legal está resuelta', 'Legal counsel is settled'],
    [
      'Falta nombrar asesoría legal o su renuncia por escrito',
      'Counsel is neither appointed nor declined in writing',
    ],
  ),
  USUAL.individualAssessed,
  USUAL.nonRefoulementClear,
  fact(
    'removalDecided',
    ['Hay una resolución de salida vigente', 'A removal decision is in force'],
    ['No hay resolución de salida vigente', 'No removal decision is in force'],
  ),
  fact(
    'returnOffered',
    ['Se ofreció el retorno voluntario', 'Voluntary return was offered'],
    ['Falta ofrecer el retorno voluntario', 'Voluntary return was not offered'],
  ),
  fact(
    'decisionNotified',
    ['La resolución fue notificada', 'The decision was notified'],
    ['Falta notificar la resolución vigente', 'The decision in force was not notified'],
  ),
  USUAL.remedyWindowClosed,
  USUAL.noRemedyPending,
  USUAL.noAsylumPending,
  USUAL.noReferralPending,
  initially(
    'noMedicalHold',
    ['No hay suspensión por salud', 'No medical hold'],
    ['El traslado está suspendido por salud', 'The transfer is on medical hold'],
  ),
  initially(
    'noForceMajeure',
    ['No hay fuerza mayor', 'No force majeure'],
    ['El traslado está suspendido por fuerza mayor', 'The transfer is suspended by force majeure'],
  ),
  initially(
    'personPresent',
    ['Se conoce el paradero de la persona', 'The person is present'],
    ['La persona está ausente o falleció', 'The person is absent or has died'],
  ),
  initially(
    'consularContactAllowed',
    ['Se permite comunicar con el consulado', 'Contact with the consulate is allowed'],
    [
      'Por protección no se comunica nada al consulado',
      'For protection, nothing goes to the consulate',
    ],
  ),
  fact(
    'renewedProcedure',
    ['El procedimiento se repuso', 'The procedure was taken up again'],
    ['Es el primer procedimiento', 'It is the first procedure'],
  ),
  fact(
    'familyUnityOk',
    ['La unidad familiar está resguardada', 'Family unity is safeguarded'],
    ['Falta revisar la unidad familiar', 'Family unity was not checked'],
  ),
  FAMILY_FACTS.decided,
  FAMILY_FACTS.ready,
  FAMILY_FACTS.checked,
  FAMILY_FACTS.travelling,
  USUAL.identityConfirmed,
  USUAL.travelDocValid,
  fact(
    'fitToTravel',
    ['La persona está apta para viajar', 'The person is fit to travel'],
    [
      'Falta constancia médica de las últimas 72 horas',
      'No fitness certificate of the last 72 hours',
    ],
  ),
  fact(
    'windowValid',
    [
      'El traslado cae en un horario y punto autorizados',
      'The transfer lies in an authorised window and point',
    ],
    ['Falta fecha, punto y horario autorizados', 'No authorised date, point and window'],
  ),
  fact(
    'receptionConfirmed',
    ['El país receptor confirmó la recepción', 'The receiving State confirmed reception'],
    ['Falta la aceptación del país receptor', 'The receiving State has not accepted'],
  ),
  fact(
    'needsAnnounced',
    ['Se avisaron las necesidades especiales', 'Special needs were announced'],
    ['Falta el aviso de necesidades especiales', 'Special needs were not announced'],
  ),
  fact(
    'belongingsReturned',
    ['Se devolvieron pertenencias y documentos', 'Belongings and papers were returned'],
    ['Falta devolver pertenencias y documentos', 'Belongings and papers were not returned'],
  ),
  fact(
    'monitorNotified',
    ['El órgano de monitoreo fue avisado', 'The monitoring body was notified'],
    ['Falta avisar al órgano de monitoreo', 'The monitoring body was not notified'],
  ),
  fact(
    'individuallyCleared',
    ['La persona tiene visto bueno individual', 'The person was cleared individually'],
    ['Falta el visto bueno individual', 'The individual clearance is missing'],
  ),
  fact(
    'finalCheckPassed',
    ['La verificación previa está vigente', 'The final check is current'],
    ['Falta la verificación previa vigente', 'No current final check'],
  ),
  initially(
    'inSendingState',
    ['La persona está en el país remitente', 'The person is in the sending State'],
    ['La persona no está en el país remitente', 'The person is not in the sending State'],
  ),
  fact(
    'inTransit',
    ['La persona está en traslado', 'The person is in transit'],
    ['La persona no está en traslado', 'The person is not in transit'],
  ),
  fact(
    'admitted',
    ['La persona entró al país receptor', 'The person entered the receiving State'],
    ['La persona no ha entrado al país receptor', 'The person has not entered the receiving State'],
  ),
  fact(
    'received',
    ['El acta de entrega-recepción está firmada', 'The handover act is signed'],
    ['Falta firmar el acta de entrega-recepción', 'The handover act is not signed'],
  ),
  fact(
    'takeBackOpen',
    ['Se puede corregir una readmisión por error', 'A readmission in error can be corrected'],
    [
      'Pasó el plazo para corregir una readmisión por error',
      'The time to correct a readmission in error is over',
    ],
  ),
  fact(
    'registered',
    ['La persona fue registrada en recepción', 'The person was registered at reception'],
    ['Falta el registro en recepción', 'The reception registration is missing'],
  ),
  fact(
    'reintegrationConsent',
    ['La persona acepta el apoyo a la reintegración', 'The person accepts reintegration support'],
    [
      'No hay aceptación vigente del apoyo a la reintegración',
      'Reintegration support is not accepted',
    ],
  ),
  USUAL.planAgreed,
];
