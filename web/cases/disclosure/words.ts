import type { ReleaseState } from '../../../db/schema/releases.js';
import type { RecallAnswer } from '../../../protocols/language/recall.js';

export const DISCLOSURE = {
  es: {
    title: 'Quién sabe qué',
    about:
      'Todo lo que salió de este caso hacia otra institución, lo que se retuvo y quién lo abrió. Los datos mismos no se muestran aquí.',
    none: 'De este caso no se ha enviado ni retenido ningún dato.',
    reads: 'Quién leyó los datos guardados: hoja para la persona o quien la representa',
    measures: 'Conservar o suprimir los datos de la persona',
    evidence: 'Pruebas firmadas de lo que ocurrió, para un tribunal o una inspección',
    to: 'A quién',
    step: 'Por el paso',
    categories: 'Qué datos',
    purpose: 'Para qué',
    ground: 'Fundamento',
    state: 'Situación',
    when: 'Cuándo',
    acknowledgeBy: 'Acuse a más tardar el',
    acknowledged: 'Acuse de recibo',
    openings: 'Quién lo abrió',
    unopened: 'Nadie lo ha abierto',
    recalled: 'Retirado desde el',
    recalledOpen: 'Retirado, sin respuesta',
    recallAnswer: 'Qué se hizo con los datos',
    recallAnsweredOn: 'Respondido el',
    unanswered: 'Sin respuesta todavía',
  },
  en: {
    title: 'Who knows what',
    about:
      'Everything that left this case for another institution, what was held back, and who opened it. The data itself is not shown here.',
    none: 'No data of this case has been sent or held back.',
    reads: 'Who read the kept data: sheet for the person or whoever represents them',
    measures: 'Keep or erase the data of the person',
    evidence: 'Signed evidence of what happened, for a court or an inspection',
    to: 'To whom',
    step: 'By the step',
    categories: 'Which data',
    purpose: 'What for',
    ground: 'Legal ground',
    state: 'State',
    when: 'When',
    acknowledgeBy: 'To be acknowledged by',
    acknowledged: 'Acknowledged',
    openings: 'Who opened it',
    unopened: 'Nobody has opened it',
    recalled: 'Recalled since',
    recalledOpen: 'Recalled, not answered',
    recallAnswer: 'What was done with the data',
    recallAnsweredOn: 'Answered on',
    unanswered: 'No answer yet',
  },
} as const;

export const RECALL_NAMES: Readonly<Record<'es' | 'en', Readonly<Record<RecallAnswer, string>>>> = {
  es: { destroyed: 'Destruidos', returned: 'Devueltos', kept: 'Conservados por obligación legal' },
  en: { destroyed: 'Destroyed', returned: 'Returned', kept: 'Kept by a legal obligation' },
};

export const STATE_NAMES: Readonly<Record<'es' | 'en', Readonly<Record<ReleaseState, string>>>> = {
  es: {
    pending: 'En camino',
    released: 'Entregado, sin acuse',
    acknowledged: 'Entregado, con acuse',
    suppressed: 'No se envió: lo impedía lo que valía en ese momento',
    withheld: 'Se detuvo antes de entregarse',
  },
  en: {
    pending: 'On its way',
    released: 'Handed over, not acknowledged',
    acknowledged: 'Handed over and acknowledged',
    suppressed: 'Not sent: what held at that moment forbade it',
    withheld: 'Stopped before it was handed over',
  },
};
