import type { Fact } from '../language/definition.js';
import type { AdultDeporteeNames, FactName } from './names.js';
import { t } from './pieces.js';

type Pair = readonly [es: string, en: string];

const fact = (id: FactName, holds: Pair, missing: Pair): Fact<AdultDeporteeNames> => ({
  id,
  title: t(...holds),
  missing: t(...missing),
});

const initially = (of: Fact<AdultDeporteeNames>): Fact<AdultDeporteeNames> => ({
  ...of,
  initially: true,
});

export const facts: readonly Fact<AdultDeporteeNames>[] = [
  fact(
    'rightsInformed',
    ['La persona conoce sus derechos', 'The person was told their rights'],
    ['Falta informar los derechos', 'The person was not yet told their rights'],
  ),
  fact(
    'counselSettled',
    ['La asesoría legal está resuelta', 'Legal counsel is settled'],
    [
      'Falta nombrar asesoría legal o su renuncia por escrito',
      'Counsel is neither appointed nor declined in writing',
    ],
  ),
  fact(
    'individualAssessed',
    ['Hubo evaluación individual', 'The person was assessed individually'],
    ['Falta la evaluación individual vigente', 'A current individual assessment is missing'],
  ),
  fact(
    'nonRefoulementClear',
    ['No hay riesgo de devolución', 'No risk of refoulement was found'],
    ['Falta descartar el riesgo de devolución', 'The risk of refoulement is not ruled out'],
  ),
  fact(
    'removalDecided',
    ['Hay una resolución de salida vigente', 'A removal decision is in force'],
    ['No hay resolución de salida vigente', 'No removal decision is in force'],
  ),
  fact(
    'decisionNotified',
    ['La resolución fue notificada', 'The decision was notified'],
    ['Falta notificar la resolución vigente', 'The decision in force was not notified'],
  ),
  fact(
    'remedyWindowClosed',
    ['El plazo de recurso concluyó', 'The remedy window is closed'],
    ['El plazo de recurso sigue abierto', 'The remedy window is still open'],
  ),
  initially(
    fact(
      'noRemedyPending',
      ['No hay recurso en trámite', 'No remedy is pending'],
      ['Hay un recurso u orden judicial en trámite', 'A remedy or court order is pending'],
    ),
  ),
  initially(
    fact(
      'noAsylumPending',
      ['No hay solicitud de asilo en trámite', 'No asylum claim is pending'],
      ['Hay una solicitud de asilo en trámite', 'An asylum claim is pending'],
    ),
  ),
  initially(
    fact(
      'noReferralPending',
      ['No hay derivación de protección pendiente', 'No protection referral is pending'],
      ['Hay una derivación de protección pendiente', 'A protection referral is pending'],
    ),
  ),
  initially(
    fact(
      'noMedicalHold',
      ['No hay suspensión por salud', 'No medical hold'],
      ['El traslado está suspendido por salud', 'The transfer is on medical hold'],
    ),
  ),
  initially(
    fact(
      'noForceMajeure',
      ['No hay fuerza mayor', 'No force majeure'],
      [
        'El traslado está suspendido por fuerza mayor',
        'The transfer is suspended by force majeure',
      ],
    ),
  ),
  initially(
    fact(
      'personPresent',
      ['Se conoce el paradero de la persona', 'The person is present'],
      ['La persona está ausente o falleció', 'The person is absent or has died'],
    ),
  ),
  initially(
    fact(
      'consularContactAllowed',
      ['Se permite comunicar con el consulado', 'Contact with the consulate is allowed'],
      [
        'Por protección no se comunica nada al consulado',
        'For protection, nothing goes to the consulate',
      ],
    ),
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
  fact(
    'identityConfirmed',
    ['La identidad y la nacionalidad están confirmadas', 'Identity and nationality are confirmed'],
    ['Falta confirmar identidad y nacionalidad', 'Identity and nationality are not confirmed'],
  ),
  fact(
    'travelDocValid',
    ['Hay documento de viaje vigente', 'A travel document is valid'],
    ['Falta un documento de viaje vigente', 'No valid travel document'],
  ),
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
    fact(
      'inSendingState',
      ['La persona está en el país remitente', 'The person is in the sending State'],
      ['La persona no está en el país remitente', 'The person is not in the sending State'],
    ),
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
  fact(
    'planAgreed',
    ['Hay un plan de reintegración', 'There is a reintegration plan'],
    ['Falta acordar el plan de reintegración', 'No reintegration plan was agreed'],
  ),
];
