import type { Language } from '../../language.js';
import type { NoticeView } from '../../schemas/notices.js';
import type { StepDetailView } from '../../schemas/steps.js';

interface NoticeWords {
  readonly kinds: Readonly<Record<NoticeView['kind'], string>>;
  readonly levels: Readonly<Record<NoticeView['level'], string>>;
  readonly states: Readonly<Record<NoticeView['state'], string>>;
  readonly statuses: Readonly<Record<StepDetailView['status'], string>>;
  /** How sure the origin of a rule is; nothing where the text was read. */
  readonly marks: Readonly<Record<StepDetailView['basis'][number]['mark'], string>>;
  readonly labels: Readonly<Record<Label, string>>;
}

type Label =
  | 'notice'
  | 'to'
  | 'level'
  | 'at'
  | 'mail'
  | 'reference'
  | 'status'
  | 'stage'
  | 'silence'
  | 'basis'
  | 'why'
  | 'responsible'
  | 'run'
  | 'acknowledged'
  | 'waiting'
  | 'answered'
  | 'gone'
  | 'runOnly'
  | 'othersStep'
  | 'how'
  | 'howIntro'
  | 'withCommand'
  | 'withApi'
  | 'formAt'
  | 'outcomes'
  | 'notNow'
  | 'shareIntro'
  | 'readShare'
  | 'confirmShare'
  | 'nothing'
  | 'placeholder'
  | 'howShare'
  | 'docs';

const es: NoticeWords = {
  kinds: {
    opened: 'Tarea nueva',
    reassigned: 'Tarea reasignada a su institución',
    'nearly-due': 'El plazo vence pronto',
    overdue: 'Tarea vencida sin respuesta',
    lapsed: 'Plazo vencido: tarea cerrada',
    escalated: 'Urgente: tarea sin respuesta',
    withdrawn: 'Tarea retirada',
    suspended: 'Tarea suspendida: no continúe',
    resumed: 'Tarea reanudada',
    shared: 'Información compartida con su institución',
    ended: 'Asunto concluido',
    vacant: 'Falta asignar una función',
    unclaimed: 'Urgente: nadie recibió un asunto',
  },
  levels: {
    institution: 'Institución participante',
    supervisor: 'Supervisión o suplencia de la institución responsable',
    'lead-technical': 'Nivel técnico de la institución rectora',
    'lead-political': 'Nivel político de la institución rectora',
    monitor: 'Organismo de monitoreo',
  },
  states: {
    inbox: 'Sin correo: solo en la bandeja',
    pending: 'Por enviar',
    sending: 'Enviándose',
    sent: 'Enviado',
    unknown: 'No se sabe si llegó',
    bounced: 'El buzón lo rechazó',
    obsolete: 'No se envió: ya no hacía falta',
  },
  statuses: {
    open: 'Abierta, falta la respuesta',
    suspended: 'Suspendida, no continúe',
    signed: 'Su institución ya respondió; faltan otras',
    closed: 'Cerrada, ya no hace falta responder',
    withdrawn: 'Retirada, ya no hace falta responder',
  },
  marks: {
    source: '',
    memory: 'por confirmar en el texto',
    comparator: 'tomado de otro corredor',
    proposal: 'propuesta, sin fuente',
  },
  labels: {
    notice: 'Este aviso',
    to: 'Para',
    level: 'En calidad de',
    at: 'Fecha',
    mail: 'Correo',
    reference: 'Referencia',
    status: 'Estado',
    stage: 'Etapa',
    silence: 'Si nadie responde',
    basis: 'Fundamento',
    why: 'Por qué está suspendida',
    responsible: 'Debe responder',
    run: 'Proceso',
    acknowledged: 'Recepción confirmada',
    waiting: 'Falta confirmar la recepción',
    answered: 'Ya no espera respuesta',
    gone: 'Este aviso ya no lleva a ninguna tarea de su institución.',
    runOnly: 'Este aviso no pide ninguna respuesta.',
    othersStep: 'Esta tarea no la responde su institución.',
    how: 'Cómo responder',
    howIntro:
      'Por ahora se responde desde un programa, con la clave de acceso de su institución. Las páginas para responder vendrán con las cuentas personales.',
    withCommand: 'Con el programa de Retorno, poniendo una de las respuestas de arriba:',
    withApi: 'Con la API:',
    formAt: 'Lo que pide el formulario:',
    outcomes: 'Respuestas posibles',
    notNow: 'ahora no es posible',
    shareIntro: 'Abrir los datos queda registrado. Ábralos solo si los necesita para su tarea.',
    readShare: 'Para ver los datos:',
    confirmShare: 'Para confirmar la recepción:',
    nothing: 'Su institución no tiene que responder nada ahora.',
    placeholder: 'RESPUESTA',
    howShare: 'Cómo ver los datos y confirmar la recepción',
    docs: 'API y su descripción',
  },
};

const en: NoticeWords = {
  kinds: {
    opened: 'New task',
    reassigned: 'Task passed to your institution',
    'nearly-due': 'The deadline is close',
    overdue: 'Task overdue without an answer',
    lapsed: 'Deadline passed: task closed',
    escalated: 'Urgent: task without an answer',
    withdrawn: 'Task withdrawn',
    suspended: 'Task suspended: do not continue',
    resumed: 'Task resumed',
    shared: 'Information shared with your institution',
    ended: 'Matter concluded',
    vacant: 'A function is not assigned',
    unclaimed: 'Urgent: nobody received a matter',
  },
  levels: {
    institution: 'Participating institution',
    supervisor: 'Supervisor or deputy of the responsible institution',
    'lead-technical': 'Technical level of the lead institution',
    'lead-political': 'Political level of the lead institution',
    monitor: 'Monitoring body',
  },
  states: {
    inbox: 'No mail: in the inbox only',
    pending: 'To be sent',
    sending: 'Being sent',
    sent: 'Sent',
    unknown: 'Not known whether it arrived',
    bounced: 'Refused by the mailbox',
    obsolete: 'Not sent: no longer needed',
  },
  statuses: {
    open: 'Open, the answer is missing',
    suspended: 'Suspended, do not continue',
    signed: 'Your institution has answered; others have not',
    closed: 'Closed, no answer needed any more',
    withdrawn: 'Withdrawn, no answer needed any more',
  },
  marks: {
    source: '',
    memory: 'to be confirmed in the text',
    comparator: 'taken from another corridor',
    proposal: 'proposal, without a source',
  },
  labels: {
    notice: 'This notice',
    to: 'To',
    level: 'In the capacity of',
    at: 'Date',
    mail: 'Mail',
    reference: 'Reference',
    status: 'State',
    stage: 'Stage',
    silence: 'If nobody answers',
    basis: 'Legal basis',
    why: 'Why it is suspended',
    responsible: 'Must answer',
    run: 'Run',
    acknowledged: 'Receipt confirmed',
    waiting: 'Receipt to be confirmed',
    answered: 'No answer is awaited any more',
    gone: 'This notice no longer leads to a task of your institution.',
    runOnly: 'This notice asks for no answer.',
    othersStep: 'Your institution does not answer this task.',
    how: 'How to answer',
    howIntro:
      'For now you answer from a program, with the access token of your institution. Pages to answer on will come with personal accounts.',
    withCommand: 'With the program of Retorno, putting in one of the answers above:',
    withApi: 'With the API:',
    formAt: 'What the form asks for:',
    outcomes: 'Possible answers',
    notNow: 'not possible now',
    shareIntro: 'Opening the data is recorded. Open it only if you need it for your task.',
    readShare: 'To see the data:',
    confirmShare: 'To confirm receipt:',
    nothing: 'Your institution has nothing to answer now.',
    placeholder: 'ANSWER',
    howShare: 'How to see the data and confirm receipt',
    docs: 'API and its description',
  },
};

export const noticeWords: Readonly<Record<Language, NoticeWords>> = { es, en };
