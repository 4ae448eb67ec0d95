import type { Fact } from '../language/definition.js';
import { fact, initially, USUAL } from '../shared/facts.js';
import { FAMILY_FACTS } from '../shared/family.js';
import type { VoluntaryNames } from './names.js';

export const facts: readonly Fact<VoluntaryNames>[] = [
  fact(
    'counselled',
    ['La persona fue informada de sus opciones', 'The person was informed of the options'],
    ['Falta la consejería informada', 'Informed counselling is missing'],
  ),
  USUAL.nonRefoulementClear,
  fact(
    'capacitySettled',
    ['Está claro quién puede decidir', 'It is clear who can decide'],
    ['Falta aclarar la capacidad para decidir', 'The capacity to decide is not settled'],
  ),
  fact(
    'childrenSafeguarded',
    ['El viaje respeta el interés superior de cada niña o niño', 'Best interests are respected'],
    ['Falta evaluar el interés superior de cada niña o niño', 'Best interests are not assessed'],
  ),
  fact(
    'childViewRecorded',
    ['La opinión de cada niña o niño está registrada', "Each child's view is recorded"],
    ['Falta escuchar a cada niña o niño', 'Each child must still be heard'],
  ),
  fact(
    'childAccompanied',
    ['Cada niña o niño viaja acompañado', 'Each child travels accompanied'],
    ['Falta saber quién acompaña a cada niña o niño', 'Who accompanies each child is not known'],
  ),
  fact(
    'individualAssessed',
    ['Hubo evaluación y decisión individual', 'The person was assessed and decided individually'],
    ['Falta la evaluación individual vigente', 'A current individual assessment is missing'],
  ),
  fact(
    'consentGiven',
    ['La persona consintió hace menos de 90 días', 'Consent was given less than 90 days ago'],
    ['No hay consentimiento vigente', 'There is no current consent'],
  ),
  fact(
    'consentFree',
    ['El consentimiento se dio con libertad', 'Consent was given freely'],
    ['Falta comprobar que el consentimiento es libre', 'That consent is free is not verified'],
  ),
  fact(
    'consentValid',
    ['La persona ratificó su decisión en las últimas 24 horas', 'Reconfirmed in the last 24 hours'],
    ['Falta la ratificación de las últimas 24 horas', 'No reconfirmation in the last 24 hours'],
  ),
  fact(
    'hostCleared',
    ['No hay impedimento legal para salir', 'No legal impediment to leaving'],
    ['Falta verificar impedimentos legales', 'Legal impediments were not checked'],
  ),
  USUAL.identityConfirmed,
  USUAL.travelDocValid,
  fact(
    'fitToTravel',
    ['La persona está apta para viajar', 'The person is fit to travel'],
    ['Falta evaluación de salud de los últimos 30 días', 'No health assessment of 30 days'],
  ),
  fact(
    'escortSettled',
    ['El acompañamiento de salud está resuelto', 'The health escort is settled'],
    ['Falta resolver quién acompaña por salud', 'The health escort is not settled'],
  ),
  fact(
    'profiled',
    ['Hay un perfil previo al retorno', 'There is a pre-return profile'],
    ['Falta el perfil previo al retorno', 'The pre-return profile is missing'],
  ),
  fact(
    'planDrafted',
    ['Hay un plan preliminar', 'There is a draft plan'],
    ['Falta el plan preliminar', 'The draft plan is missing'],
  ),
  fact(
    'windowValid',
    ['El viaje está reservado', 'The journey is booked'],
    ['Falta reservar el viaje', 'The journey is not booked'],
  ),
  fact(
    'noticeSettled',
    ['Se resolvió si avisar al país de origen', 'Whether to tell the country of origin is settled'],
    ['Falta preguntar si se avisa al país de origen', 'Notice to origin is not settled'],
  ),
  fact(
    'consularContactAgreed',
    ['La persona consiente el contacto consular', 'The person agrees to consular contact'],
    ['Sin consentimiento no se comunica nada al consulado', 'Nothing goes to the consulate'],
  ),
  fact(
    'originNoticeAgreed',
    ['La persona consiente avisar al país de origen', 'The person agrees to notice to origin'],
    ['Sin consentimiento no se avisa al país de origen', 'Nothing goes to the country of origin'],
  ),
  fact(
    'migrationTold',
    ['La autoridad migratoria conoce la solicitud', 'The migration authority knows the request'],
    ['La autoridad migratoria no conoce la solicitud', 'The migration authority does not know'],
  ),
  fact(
    'consulateTold',
    ['El consulado conoce el viaje', 'The consulate knows of the journey'],
    ['El consulado no conoce el viaje', 'The consulate does not know of the journey'],
  ),
  fact(
    'originTold',
    ['El país de origen conoce el viaje', 'The country of origin knows of the journey'],
    ['El país de origen no conoce el viaje', 'The country of origin does not know'],
  ),
  initially(
    'returnWanted',
    ['La persona mantiene su deseo de volver', 'The person still wants to return'],
    ['La persona se desistió o debe decidir de nuevo', 'The person withdrew or decides anew'],
  ),
  FAMILY_FACTS.decided,
  FAMILY_FACTS.checked,
  USUAL.noRemedyPending,
  initially(
    'noAsylumPending',
    ['No hay solicitud de asilo nueva en trámite', 'No new asylum claim is pending'],
    ['Hay una solicitud de asilo en trámite', 'An asylum claim is pending'],
  ),
  USUAL.noReferralPending,
  USUAL.noMedicalHold,
  USUAL.noForceMajeure,
  initially(
    'personPresent',
    ['La persona está en contacto', 'The person is in contact'],
    ['La persona está ausente o falleció', 'The person is absent or has died'],
  ),
  initially(
    'inSendingState',
    ['La persona está en el país de salida', 'The person is in the country of departure'],
    ['La persona no está en el país de salida', 'The person is not in the country of departure'],
  ),
  fact(
    'inTransit',
    ['La persona está en viaje', 'The person is on the way'],
    ['La persona no está en viaje', 'The person is not on the way'],
  ),
  fact(
    'handedOver',
    ['El acta de entrega-recepción está firmada', 'The handover act is signed'],
    ['No hay acta de entrega-recepción firmada', 'No handover act is signed'],
  ),
  fact(
    'returned',
    ['La persona llegó a su país', 'The person has arrived home'],
    ['Falta registrar la llegada', 'The arrival is not recorded'],
  ),
  fact(
    'reintegrationConsent',
    ['La persona acepta el apoyo a la reintegración', 'The person accepts reintegration support'],
    ['No hay aceptación vigente del apoyo', 'Reintegration support is not accepted'],
  ),
  USUAL.planAgreed,
];
