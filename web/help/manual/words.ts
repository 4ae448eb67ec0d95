import type { Language } from '../../../api/language.js';

interface ManualWords {
  readonly list: string;
  readonly listIntro: string;
  readonly none: string;
  readonly title: (protocol: string) => string;
  readonly version: (n: number) => string;
  readonly read: string;
  readonly rights: string;
  readonly aboutProtocol: (protocol: string) => string;
  readonly back: string;
  readonly backToCase: string;
  readonly help: string;
  readonly made: string;
  readonly purpose: string;
  readonly population: string;
  readonly lead: string;
  readonly monitor: string;
  readonly basis: string;
  readonly edition: string;
  readonly published: string;
  readonly digest: string;
  readonly pack: string;
  readonly contents: string;
  readonly roles: string;
  readonly rolesIntro: string;
  readonly sides: Readonly<Record<'sending' | 'receiving' | 'either', string>>;
  readonly optional: string;
  readonly who: string;
  readonly all: (roles: string) => string;
  readonly opens: string;
  readonly notBefore: (length: string, date: string) => string;
  readonly ahead: (hours: number, date: string) => string;
  readonly needs: string;
  readonly needsHint: string;
  readonly deadline: string;
  readonly noDeadline: string;
  readonly atOnce: string;
  readonly length: (length: string, from: string) => string;
  readonly before: (length: string, date: string) => string;
  readonly fromOpening: string;
  readonly fromStart: string;
  readonly fromStartThenOpening: string;
  readonly fromAnswer: (what: string) => string;
  readonly deadlineSource: string;
  readonly pausedWhile: string;
  readonly silence: string;
  readonly onlyIf: string;
  readonly byPerson: string;
  readonly outcomes: string;
  readonly bySilence: string;
  readonly keepsOpen: string;
  readonly ends: (ending: string) => string;
  readonly continues: (protocol: string) => string;
  readonly series: (lengths: string) => string;
  readonly limit: (n: number) => string;
  readonly shares: string;
  readonly noShares: string;
  readonly to: string;
  readonly categories: string;
  readonly purposeOf: string;
  readonly ground: string;
  readonly unless: string;
  readonly acknowledge: string;
  readonly sharesIntro: string;
  readonly step: string;
  readonly events: string;
  readonly eventsIntro: string;
  readonly by: string;
  readonly anyone: string;
  readonly system: string;
  readonly while: string;
  readonly stops: string;
  readonly endings: string;
  readonly sources: string;
  readonly sourcesIntro: readonly string[];
  readonly everyOf: string;
  readonly anyOf: string;
}

/** Words of the manual pages. */
export const MANUAL: Readonly<Record<Language, ManualWords>> = {
  es: {
    list: 'Manual de los protocolos',
    listIntro:
      'Cada protocolo en vigor, explicado a partir de la misma definición con la que trabaja el sistema. Cuando entra en vigor otra versión, esta página cambia con ella.',
    none: 'No hay ningún protocolo en vigor.',
    title: (protocol) => `Manual: ${protocol}`,
    version: (n) => `versión ${n}`,
    read: 'Leer el manual',
    rights: 'Hoja de derechos',
    aboutProtocol: (protocol) => `de ${protocol}`,
    back: 'Manual de los protocolos',
    backToCase: 'Volver al caso',
    help: 'Ayuda',
    made: 'Este manual se hace con la definición publicada: dice lo que el sistema hace y nada más. Imprímalo con el navegador.',
    purpose: 'Para qué es',
    population: 'Para quién',
    lead: 'Conduce',
    monitor: 'Vigila',
    basis: 'Fundamento',
    edition: 'Versión',
    published: 'Publicada el',
    digest: 'Huella de la versión (SHA-256)',
    pack: 'Con las reglas de',
    contents: 'Contenido',
    roles: 'Quiénes participan',
    rolesIntro: 'Cada función la cumple una institución, que se elige al iniciar el caso.',
    sides: {
      sending: 'del país que devuelve',
      receiving: 'del país que recibe',
      either: 'de cualquier país o internacional',
    },
    optional: 'puede faltar; entonces actúa quien conduce',
    who: 'A quién le toca',
    all: (roles) => `Firman todas: ${roles}`,
    opens: 'Se abre cuando',
    notBefore: (length, date) => `no antes de ${length} previos a: ${date}`,
    ahead: (hours, date) =>
      `quien recibe lo sabe al menos ${hours} horas antes de: ${date}; antes de eso nadie sale`,
    needs: 'Tiene que cumplirse',
    needsHint: 'Si algo de esto deja de cumplirse, el paso se detiene y su plazo no corre.',
    deadline: 'Plazo',
    noDeadline: 'Sin plazo',
    atOnce: 'de inmediato',
    length: (length, from) => `${length}, ${from}`,
    before: (length, date) => `${length} antes de: ${date}`,
    fromOpening: 'desde que se abre',
    fromStart: 'desde el inicio del caso',
    fromStartThenOpening:
      'desde el inicio del caso la primera vez, después desde que se abre la tarea',
    fromAnswer: (what) => `desde que ${what}`,
    deadlineSource: 'De dónde sale el plazo',
    pausedWhile: 'El plazo se detiene mientras',
    silence: 'Si nadie responde',
    onlyIf: 'Solo si',
    byPerson: 'El visto bueno lo da siempre una persona con nombre; el silencio nunca lo da.',
    outcomes: 'Respuestas posibles',
    bySilence: 'solo por silencio',
    keepsOpen: 'el paso sigue abierto',
    ends: (ending) => `el caso termina: ${ending}`,
    continues: (protocol) => `la persona sigue en otro protocolo (${protocol})`,
    series: (lengths) => `Se repite después de: ${lengths}`,
    limit: (n) => (n === 1 ? 'Se abre una sola vez' : `Se abre a lo sumo ${n} veces`),
    shares: 'Qué datos se comparten, con quién y para qué',
    noShares: 'Este protocolo no envía datos de nadie.',
    to: 'A quién',
    categories: 'Qué datos',
    purposeOf: 'Para qué',
    ground: 'Fundamento',
    unless: 'No se envía si',
    acknowledge: 'Acuse de recibo en',
    sharesIntro:
      'Se envía solo esto, al responderse el paso que se nombra. Cada vez que alguien lo abre queda registrado.',
    step: 'Paso',
    events: 'Qué puede avisarse a toda hora',
    eventsIntro: 'No espera a que se abra un paso y tiene efecto de inmediato.',
    by: 'Quién puede avisar',
    anyone: 'cualquier institución del caso',
    system: 'el sistema',
    while: 'Mientras',
    stops: 'Deja de valer',
    endings: 'Cómo puede terminar',
    sources: 'Qué tan seguro es el origen de una regla',
    sourcesIntro: [
      'Sin nota: se leyó el texto citado.',
      'Por confirmar en el texto: la regla se conoce, pero no se volvió a leer el párrafo.',
      'Tomado de otro corredor: una regla de otro lugar, que aquí solo sirve de medida.',
      'Propuesta, sin fuente: decisión del producto, que la administración puede cambiar.',
    ],
    everyOf: 'todo esto:',
    anyOf: 'al menos una de estas cosas:',
  },
  en: {
    list: 'Manual of the protocols',
    listIntro:
      'Every protocol in force, explained from the same definition the system works with. When another version comes into force, this page changes with it.',
    none: 'No protocol is in force.',
    title: (protocol) => `Manual: ${protocol}`,
    version: (n) => `version ${n}`,
    read: 'Read the manual',
    rights: 'Rights sheet',
    aboutProtocol: (protocol) => `of ${protocol}`,
    back: 'Manual of the protocols',
    backToCase: 'Back to the case',
    help: 'Help',
    made: 'This manual is made from the published definition: it says what the system does and nothing else. Print it with your browser.',
    purpose: 'What it is for',
    population: 'For whom',
    lead: 'Led by',
    monitor: 'Monitored by',
    basis: 'Legal ground',
    edition: 'Version',
    published: 'Published on',
    digest: 'Fingerprint of the version (SHA-256)',
    pack: 'With the rules of',
    contents: 'Contents',
    roles: 'Who takes part',
    rolesIntro: 'One institution fills each role. It is chosen when the case starts.',
    sides: {
      sending: 'of the returning country',
      receiving: 'of the receiving country',
      either: 'of any country or international',
    },
    optional: 'may be absent; then the lead acts',
    who: 'Who must act',
    all: (roles) => `All of these sign: ${roles}`,
    opens: 'Opens when',
    notBefore: (length, date) => `no earlier than ${length} before: ${date}`,
    ahead: (hours, date) =>
      `whoever receives knows at least ${hours} hours before: ${date}; nobody departs sooner`,
    needs: 'Must hold',
    needsHint: 'If any of this stops being so, the step is suspended and its clock stands still.',
    deadline: 'Deadline',
    noDeadline: 'No deadline',
    atOnce: 'at once',
    length: (length, from) => `${length}, ${from}`,
    before: (length, date) => `${length} before: ${date}`,
    fromOpening: 'from its opening',
    fromStart: 'from the start of the case',
    fromStartThenOpening:
      'from the start of the case the first time, then from when the task opens',
    fromAnswer: (what) => `from when ${what}`,
    deadlineSource: 'Where the deadline comes from',
    pausedWhile: 'The clock stands still while',
    silence: 'If nobody answers',
    onlyIf: 'Only if',
    byPerson: 'Its clearance always comes from a named person; never from silence.',
    outcomes: 'Possible answers',
    bySilence: 'by silence only',
    keepsOpen: 'the step stays open',
    ends: (ending) => `the case ends: ${ending}`,
    continues: (protocol) => `the person goes on under another protocol (${protocol})`,
    series: (lengths) => `Repeats after: ${lengths}`,
    limit: (n) => (n === 1 ? 'Opens once only' : `Opens ${n} times at most`),
    shares: 'What data is shared, with whom and what for',
    noShares: 'This protocol sends nobody’s data.',
    to: 'To whom',
    categories: 'Which data',
    purposeOf: 'What for',
    ground: 'Legal ground',
    unless: 'Not sent if',
    acknowledge: 'To be acknowledged within',
    sharesIntro:
      'Only this is sent, once the step named is answered. Each time somebody opens it is recorded.',
    step: 'Step',
    events: 'What can be reported at any hour',
    eventsIntro: 'It waits for no step and takes effect at once.',
    by: 'Who can report it',
    anyone: 'any institution of the case',
    system: 'the system',
    while: 'While',
    stops: 'No longer holds',
    endings: 'How it can end',
    sources: 'How sure the origin of a rule is',
    sourcesIntro: [
      'No note: the text cited was read.',
      'To be confirmed in the text: the rule is known, its paragraph was not read again.',
      'Taken from another corridor: a rule of another place, used here for size only.',
      'Proposed, without a source: a choice of the product, which an administrator may change.',
    ],
    everyOf: 'all of this:',
    anyOf: 'at least one of these:',
  },
};
