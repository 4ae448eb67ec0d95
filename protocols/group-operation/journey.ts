import { choice, comparator, law, t } from '../shared/texts.js';
import { ask, due, must, newDate, type OperationStep, outcome, share } from './pieces.js';

/** Steps 6 to 8: boarding, arrival and report, and what is done when the operation cannot leave. */
export const journey: readonly OperationStep[] = [
  {
    id: 'boarding-gate',
    kind: 'approval',
    stage: 'transfer',
    title: t('Control de embarque', 'Boarding gate'),
    instructions: t(
      'Relea al embarcar lo que exige el proceso de cada persona y registre allí su salida. A quien le falte algo no sube; los demás siguen. Cierre cuando nadie más sube.',
      "Read again at boarding what each person's run requires and record the departure there. Who lacks something does not board; the others go on. Close when nobody else boards.",
    ),
    by: 'MIG-S',
    when: { all: ['operationOn', 'manifestSent', { not: 'boardingOver' }] },
    requires: ['operationOn', 'manifestSent'],
    notBefore: { length: 6, unit: 'hours', before: 'departure' },
    deadline: due(12, 'hours', 'L1', comparator('DR-Haiti protocol 1999 (a): not 18:00-08:00')),
    form: [
      ask(
        'gates-read',
        'boolean',
        'D10',
        t('Se releyó cada expediente', 'Every file was read again'),
        { required: ['closed'], yesFor: ['closed'] },
      ),
    ],
    outcomes: [
      outcome('closed', t('Embarque concluido', 'Boarding over'), {
        sets: ['boardingOver'],
        withdraws: ['lists'],
      }),
      outcome('called-off', t('No sale', 'Does not leave'), {
        despiteMissing: true,
        ends: 'cancelled',
      }),
    ],
    basis: [law('ICRMW art. 22(1)'), law('MX LM art. 123')],
  },
  {
    id: 'journey',
    kind: 'wait',
    stage: 'transfer',
    title: t('Viaje', 'Journey'),
    instructions: t(
      'Responda al llegar al punto. Se retira solo cuando todas las personas fueron recibidas, no recibidas o traídas de vuelta.',
      'Answer on arrival at the point. It goes by itself once everybody was received, refused or brought back.',
    ),
    by: 'MIG-S',
    when: { all: ['boarding-gate:closed', { not: 'journeyOver' }] },
    deadline: due(24, 'hours', 'L3', choice('No regional journey takes longer'), {
      lapse: 'time-over',
    }),
    outcomes: [
      outcome('arrived', t('Llegó al punto', 'Arrived at the point'), { sets: ['journeyOver'] }),
      outcome('time-over', t('No hay noticia de la llegada', 'No word of the arrival'), {
        bySilence: true,
        clears: ['noIncidentPending'],
        sets: ['journeyOver'],
      }),
    ],
    basis: [law('MX LM art. 123')],
  },
  {
    id: 'arrival-reconciliation',
    kind: 'task',
    stage: 'report',
    title: t('Conciliación de llegada', 'Reconciliation on arrival'),
    instructions: t(
      'Cuente a las personas y compare con las líneas: esperadas, embarcadas, recibidas y no recibidas. Toda diferencia se aclara antes del informe.',
      'Count the people and compare with the lines: expected, boarded, received and refused. Every difference is explained before the report.',
    ),
    by: 'MIG-R',
    when: 'journeyOver',
    requires: ['journeyOver'],
    deadline: due(2, 'hours', 'L1', choice('While people are still at the point')),
    form: [
      must('counted-arrived', 'number', 'D13', t('Recibidas', 'Received'), {
        assigns: 'countedArrived',
        min: 0,
        max: 400,
      }),
      must('counted-refused', 'number', 'D13', t('No recibidas', 'Refused'), {
        assigns: 'countedRefused',
        min: 0,
        max: 400,
      }),
      ask('difference', 'long-text', 'D10', t('Qué no coincide', 'What does not match'), {
        required: ['differs'],
      }),
    ],
    outcomes: [
      outcome('matches', t('Coincide', 'Matches'), { sets: ['reconciled'] }),
      outcome('differs', t('No coincide', 'Differs'), {
        clears: ['noIncidentPending'],
        sets: ['reconciled'],
      }),
    ],
    basis: [choice('A consul once found 39 names for 47 people')],
  },
  {
    id: 'incident',
    kind: 'task',
    stage: 'report',
    title: t('Incidente del operativo', 'Incident of the operation'),
    instructions: t(
      'Lo contado no es lo que dicen los procesos, o no hay noticia de la llegada. Encuentre a cada persona y explique la diferencia.',
      'What was counted is not what the runs say, or there is no word of the arrival. Find every person and explain the difference.',
    ),
    by: 'RECTOR',
    when: { not: 'noIncidentPending' },
    deadline: due(1, 'working-days', 'L1', choice('A person who is missing cannot wait')),
    form: [must('explanation', 'long-text', 'D10', t('Qué pasó', 'What happened'))],
    shares: [
      share(
        'monitor',
        'MON',
        ['D10'],
        t('Monitoreo del operativo', 'Monitoring of the operation'),
        law('GCM objective 21(f)'),
      ),
    ],
    outcomes: [
      outcome('explained', t('Aclarado', 'Explained'), { sets: ['noIncidentPending'] }),
      outcome('not-explained', t('No aclarado; consta en el informe', 'Not explained; on record'), {
        sets: ['noIncidentPending'],
      }),
    ],
  },
  {
    id: 'operation-report',
    kind: 'share',
    stage: 'report',
    title: t('Informe del operativo', 'Report of the operation'),
    instructions: t(
      'Informe al órgano de monitoreo con los conteos del sistema, que protege las celdas pequeñas, y los incidentes.',
      'Report to the monitoring body with the counts of the system, which protects small cells, and the incidents.',
    ),
    by: 'MIG-S',
    when: 'reconciled',
    requires: ['reconciled', 'noIncidentPending'],
    deadline: due(3, 'working-days', 'L1', choice('While memories are fresh')),
    form: [
      must('figures-read', 'boolean', 'D13', t('Leí los conteos', 'I read the counts'), {
        yesFor: ['sent'],
      }),
      must('incidents', 'long-text', 'D10', t('Incidentes, o «ninguno»', 'Incidents, or "none"')),
    ],
    shares: [
      share(
        'monitor',
        'MON',
        ['D10', 'D13'],
        t('Monitoreo del operativo', 'Monitoring of the operation'),
        law('GCM objective 21(f)'),
      ),
      share(
        'lead',
        'RECTOR',
        ['D13'],
        t('Seguimiento del operativo', 'Follow-up of the operation'),
        choice('Counts only'),
      ),
    ],
    outcomes: [outcome('sent', t('Enviado', 'Sent'), { ends: 'done' })],
    basis: [law('GCM objective 21(f)')],
  },
  {
    id: 'force-majeure-hold',
    kind: 'wait',
    stage: 'planning',
    title: t('Suspensión por fuerza mayor', 'Force majeure hold'),
    instructions: t(
      'Cada persona ya recibió el aviso en su propio proceso. Dé nueva fecha cuando cese la causa, o cancele.',
      'Each person was already told in their own run. Give a new date when the cause ends, or cancel.',
    ),
    by: 'MIG-S',
    when: { not: 'operationOn' },
    deadline: due(10, 'calendar-days', 'L1', choice('A review every ten days')),
    form: newDate(['new-date']),
    outcomes: [
      outcome('new-date', t('Nueva fecha', 'New date'), { sets: ['operationOn', 'seatsOpen'] }),
      outcome('still-held', t('Sigue la causa', 'The cause persists'), { keepsOpen: true }),
      outcome('cancelled', t('Se cancela', 'Cancelled'), { ends: 'cancelled' }),
    ],
    basis: [law('MX LM art. 125')],
  },
];
