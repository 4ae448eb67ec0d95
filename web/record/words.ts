import type { EvidenceState } from '../../db/queries/evidence-requests.js';

interface Words {
  readonly title: string;
  readonly monitorAbout: string;
  readonly leadAbout: string;
  readonly logged: string;
  readonly periodTitle: string;
  readonly caseTitle: (name: string) => string;
  readonly byCase: string;
  readonly from: string;
  readonly to: string;
  readonly dayHint: string;
  readonly own: string;
  readonly ownHint: string;
  readonly ask: string;
  readonly tooMany: string;
  readonly list: string;
  readonly none: string;
  readonly of: string;
  readonly ofCase: (name: string) => string;
  readonly ofDays: (from: string, to: string) => string;
  readonly asked: string;
  readonly state: string;
  readonly states: Readonly<Record<EvidenceState, string>>;
  readonly back: string;
  readonly backToCase: string;
  readonly made: string;
  readonly kept: string;
  readonly removed: string;
  readonly size: string;
  readonly bytes: (n: string) => string;
  readonly digest: string;
  readonly form: string;
  readonly forms: Readonly<Record<'monitor' | 'case-lead', string>>;
  readonly ownSize: string;
  readonly entries: (n: number) => string;
  readonly reference: string;
  readonly now: Readonly<Record<EvidenceState, string>>;
  readonly slow: string;
  readonly reload: string;
  readonly again: string;
  readonly download: string;
  readonly verify: string;
  readonly verifyAbout: string;
  readonly steps: readonly [string, string, string, string];
  readonly keep: string;
  readonly keepAbout: string;
}

export const RECORD: Readonly<Record<'es' | 'en', Words>> = {
  es: {
    title: 'Pruebas firmadas',
    monitorAbout:
      'Un archivo firmado con lo que consta en el registro, para comprobarlo fuera de este sistema. Los casos llevan el seudónimo de su institución; las fechas, el día o el mes. No contiene datos de personas.',
    leadAbout:
      'Un archivo firmado con todo lo que ocurrió en el caso: actos, lecturas y momentos exactos. No contiene respuestas ni nombres. Entréguelo solo a quien deba comprobar el caso, como un tribunal o una inspección.',
    logged: 'Pedirlo y descargarlo queda anotado en el mismo registro.',
    periodTitle: 'Pedir las pruebas de un periodo',
    caseTitle: (name) => `Pedir las pruebas del caso ${name}`,
    byCase: 'Para un solo caso, ábralo en Monitoreo y pida allí sus pruebas.',
    from: 'Primer día',
    to: 'Último día',
    dayHint: 'De a lo más 31 días, en hora universal. Por ejemplo, 27 3 2026',
    own: 'Su último punto de control',
    ownHint:
      'Péguelo completo, como lo guardó. El archivo probará que el registro todavía empieza con lo que decía entonces.',
    ask: 'Pedir las pruebas',
    tooMany:
      'Ya pidió pruebas diez veces en la última hora, o su institución sesenta en un día. Espere y pídalas después.',
    list: 'Lo que pidió su institución',
    none: 'Su institución todavía no ha pedido pruebas aquí.',
    of: 'De qué',
    ofCase: (name) => `Caso ${name}`,
    ofDays: (from, to) => (from === to ? `El ${from}` : `Del ${from} al ${to}`),
    asked: 'Pedidas',
    state: 'Estado',
    states: {
      pending: 'En preparación',
      ready: 'Listas',
      failed: 'No se hicieron',
      expired: 'Borradas',
    },
    back: 'Pruebas firmadas',
    backToCase: 'Pruebas del caso',
    made: 'Hechas',
    kept: 'Se guardan hasta',
    removed: 'Se borraron',
    size: 'Tamaño',
    bytes: (n) => `${n} bytes`,
    digest: 'Huella SHA-256',
    form: 'Forma',
    forms: {
      monitor: 'Con los seudónimos de su institución y fechas aproximadas',
      'case-lead': 'Exacta, con identificadores y momentos',
    },
    ownSize: 'Punto de control que dio',
    entries: (n) => (n === 1 ? '1 anotación' : `${n} anotaciones`),
    reference: 'Referencia',
    now: {
      pending:
        'El archivo se hace en unos segundos. Esta página se actualiza sola; si no lo hace, vuelva a cargarla.',
      ready: 'El archivo está listo.',
      failed: 'El archivo no se hizo.',
      expired: 'El archivo se borró al cumplirse su plazo. Puede pedirlo de nuevo.',
    },
    slow: 'Tarda más de lo normal. Quizá no está en marcha el proceso que firma el registro: avise a quien opera el sistema. No hace falta pedirlo otra vez.',
    reload: 'Volver a cargar esta página',
    again: 'Pedir de nuevo',
    download: 'Descargar el archivo',
    verify: 'Cómo comprobarlo',
    verifyAbout:
      'En otra computadora, sin red ni cuenta, con la clave del registro que le entregaron en persona:',
    steps: [
      'Compare la huella del archivo con la de esta página.',
      'Compruébelo con el programa del producto. Termina con «Sin fallas» o dice cada falla y su posición.',
      'Compruébelo con el segundo programa, escrito aparte: debe decir lo mismo.',
      'Agregue los puntos de control que guardó antes, propios o de un testigo: sin ellos no se prueba que el registro no se reescribió entero.',
    ],
    keep: 'El punto de control de este archivo',
    keepAbout:
      'Guárdelo fuera de este sistema. La próxima vez que pida pruebas, péguelo al pedirlas.',
  },
  en: {
    title: 'Signed evidence',
    monitorAbout:
      'A signed file of what stands in the log, to be verified outside this system. Cases carry the pseudonym of your institution; dates are the day or the month. It holds no data of persons.',
    leadAbout:
      'A signed file of everything that happened in the case: acts, readings and exact moments. It holds neither answers nor names. Hand it only to whoever must verify the case, such as a court or an inspection.',
    logged: 'Asking for it and downloading it are entered in the same log.',
    periodTitle: 'Ask for evidence of a period',
    caseTitle: (name) => `Ask for evidence of case ${name}`,
    byCase: 'For a single case, open it in Monitoring and ask for its evidence there.',
    from: 'First day',
    to: 'Last day',
    dayHint: 'At most 31 days, in universal time. For example, 27 3 2026',
    own: 'Your last checkpoint',
    ownHint:
      'Paste all of it, as you kept it. The file will prove that the log still begins with what it said then.',
    ask: 'Ask for the evidence',
    tooMany:
      'You have asked for evidence ten times in the last hour, or your institution sixty times in a day. Wait and ask later.',
    list: 'What your institution asked for',
    none: 'Your institution has not asked for evidence here yet.',
    of: 'Of what',
    ofCase: (name) => `Case ${name}`,
    ofDays: (from, to) => (from === to ? `${from}` : `${from} to ${to}`),
    asked: 'Asked for',
    state: 'State',
    states: { pending: 'Being made', ready: 'Ready', failed: 'Not made', expired: 'Removed' },
    back: 'Signed evidence',
    backToCase: 'Evidence of the case',
    made: 'Made',
    kept: 'Kept until',
    removed: 'Removed',
    size: 'Size',
    bytes: (n) => `${n} bytes`,
    digest: 'SHA-256 digest',
    form: 'Form',
    forms: {
      monitor: 'With the pseudonyms of your institution and coarse dates',
      'case-lead': 'Exact, with ids and moments',
    },
    ownSize: 'Checkpoint you gave',
    entries: (n) => (n === 1 ? '1 entry' : `${n} entries`),
    reference: 'Reference',
    now: {
      pending:
        'The file is made within seconds. This page renews itself; if it does not, load it again.',
      ready: 'The file is ready.',
      failed: 'The file was not made.',
      expired: 'The file was removed when its time was over. You can ask for it again.',
    },
    slow: 'It takes longer than usual. Perhaps the process that signs the log is not running: tell whoever runs the system. There is no need to ask again.',
    reload: 'Load this page again',
    again: 'Ask again',
    download: 'Download the file',
    verify: 'How to verify it',
    verifyAbout:
      'On another computer, without network or account, with the key of the log as it was handed to you in person:',
    steps: [
      'Compare the digest of the file with the one on this page.',
      'Verify it with the program of the product. It ends with “No faults” or says each fault and its position.',
      'Verify it with the second program, written apart: it must say the same.',
      'Add the checkpoints you kept earlier, your own or a witness’s: without them nothing proves that the log was not rewritten as a whole.',
    ],
    keep: 'The checkpoint of this file',
    keepAbout:
      'Keep it outside this system. Next time you ask for evidence, paste it with your request.',
  },
};
