import type { NoticeWords } from './words.js';

const seeTask = 'Ver la tarea (necesita su cuenta)';
const seeDetails = 'Ver los detalles (necesita su cuenta)';

const ifSilent = 'En la página está lo que ocurre si no responde antes del plazo.';

export const wordsEs: NoticeWords = {
  kinds: {
    opened: {
      subject: 'Tarea nueva',
      body: ['Responda la tarea nueva de su institución.'],
      due: 'Plazo',
      link: seeTask,
      ifSilent,
      tone: 'neutral',
    },
    reassigned: {
      subject: 'Tarea reasignada',
      body: [
        'Responda esta tarea: estaba a cargo de otra parte y ahora corresponde a su institución.',
      ],
      due: 'Plazo',
      link: seeTask,
      ifSilent,
      tone: 'neutral',
    },
    'nearly-due': {
      subject: 'Vence pronto: tarea por responder',
      body: ['Responda la tarea: su plazo vence pronto y todavía no hay respuesta.'],
      due: 'Plazo',
      link: seeTask,
      ifSilent,
      tone: 'soon',
    },
    overdue: {
      subject: 'Vencida: tarea sin respuesta',
      body: ['Responda la tarea: su plazo venció y la respuesta todavía hace falta.'],
      due: 'El plazo venció',
      link: seeTask,
      tone: 'late',
    },
    lapsed: {
      subject: 'Plazo vencido: tarea cerrada',
      body: [
        'Ya no hace falta responder: el plazo de una tarea venció sin respuesta y el protocolo siguió por sí mismo.',
      ],
      due: 'El plazo venció',
      link: seeTask,
      tone: 'late',
    },
    escalated: {
      subject: 'Urgente: tarea sin respuesta',
      body: ['La tarea debe responderse: sigue sin respuesta y el aviso pasó al siguiente nivel.'],
      due: 'Plazo de la tarea',
      link: seeTask,
      tone: 'late',
    },
    withdrawn: {
      subject: 'Tarea retirada',
      body: ['Su institución ya no tiene que responder: una tarea se retiró.'],
      link: seeDetails,
      tone: 'neutral',
    },
    suspended: {
      subject: 'Tarea suspendida: no continúe',
      body: [
        'No continúe: una tarea quedó suspendida. Detenga lo que esté en curso para esta tarea.',
        'Le avisaremos si se reanuda.',
      ],
      link: seeDetails,
      tone: 'stop',
    },
    resumed: {
      subject: 'Tarea reanudada',
      body: ['Ya puede continuar y responder: una tarea que estaba suspendida se reanudó.'],
      due: 'Plazo',
      link: seeTask,
      ifSilent,
      tone: 'neutral',
    },
    shared: {
      subject: 'Información compartida',
      body: [
        'Entre para ver la información que se compartió con su institución y confirme la recepción.',
      ],
      due: 'Confirme antes de',
      link: 'Ver la información (necesita su cuenta)',
      tone: 'neutral',
    },
    recalled: {
      subject: 'Información retirada: deje de usarla',
      body: [
        'Deje de usar ahora la información que se había compartido con su institución: se retiró.',
        'En la página está lo que debe hacer con las copias.',
      ],
      due: 'Confirme antes de',
      link: seeDetails,
      tone: 'stop',
    },
    'recall-rests': {
      subject: 'Hay información fuera que no se puede pedir de vuelta',
      body: [
        'Revise qué información se compartió en un asunto y qué significa para la persona: debe volver, y el contacto con quien la tiene está detenido.',
        'No se le ha pedido a nadie. Se pedirá cuando la detención termine.',
      ],
      link: seeDetails,
      tone: 'late',
    },
    vacant: {
      subject: 'Falta asignar una función',
      body: [
        'Asigne una institución a cada función que falta: un asunto continúa y nadie cumple una de sus funciones.',
        'Mientras tanto sus tareas llegan a su institución, que no puede decidir en lugar de quien es competente.',
      ],
      link: seeDetails,
      tone: 'late',
    },
    unclaimed: {
      subject: 'Urgente: nadie recibió un asunto',
      body: [
        'Su institución debe hacerse cargo hoy de un asunto que nadie conduce.',
        'Debía continuar y ningún protocolo vigente lo recibió.',
      ],
      link: seeDetails,
      tone: 'stop',
    },
    'second-needed': {
      subject: 'Falta una segunda persona',
      body: [
        'Confirme una respuesta de su institución: surte efecto solo cuando una segunda persona la confirma.',
        'Quien respondió no puede confirmarla. Puede hacerlo cualquier colega o la supervisión.',
      ],
      due: 'Confirme antes de',
      link: seeDetails,
      tone: 'neutral',
    },
    lowered: {
      subject: 'Se redujo la protección en un asunto',
      body: [
        'Revise qué se decidió y por qué. Si no es correcto, dígalo hoy.',
        'Dos personas dieron una respuesta que reduce la protección de la persona de un asunto.',
      ],
      link: seeDetails,
      tone: 'late',
    },
    'lowered-soon': {
      subject: 'Urgente: se redujo la protección poco antes de una salida',
      body: [
        'Revise ahora, antes de la salida, qué se decidió y por qué.',
        'Dos personas dieron una respuesta que reduce la protección de la persona de un asunto, y hay una salida prevista a menos de 72 horas.',
      ],
      link: seeDetails,
      tone: 'stop',
    },
    ended: {
      subject: 'Asunto concluido',
      body: ['Concluyó un asunto en el que participa su institución.'],
      link: seeDetails,
      tone: 'neutral',
    },
  },
  levels: {
    institution: 'Recibe este aviso como institución responsable de la tarea.',
    supervisor: 'Recibe este aviso como supervisión o suplencia de la institución responsable.',
    'lead-technical': 'Recibe este aviso como nivel técnico de la institución rectora.',
    'lead-political': 'Recibe este aviso como nivel político de la institución rectora.',
    monitor: 'Recibe este aviso como organismo de monitoreo.',
  },
  calendar:
    'Se adjunta el plazo para su calendario, sin ningún detalle. Puede dejar de recibirlo en las preferencias de aviso.',
  subjectDue: 'plazo',
  reference: 'Referencia de este aviso',
  address: 'Dirección completa:',
  footer: [
    'Recibe este correo porque su institución registró esta dirección para los avisos de Retorno.',
    'Contestar este correo no tiene ningún efecto: las tareas se responden en la página, con su cuenta.',
    'Este aviso no contiene datos de personas. Nunca le pediremos su contraseña por correo.',
  ],
};
