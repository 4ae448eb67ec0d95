import type { Text } from '../../protocols/language/text.js';

const t = (es: string, en: string): Text => ({ es, en });

/** What verifiers say. */
export const WORDS = {
  torn: (line: number) =>
    t(
      `El archivo está cortado o dañado en la línea ${line}.`,
      `The file is cut off or damaged at line ${line}.`,
    ),
  noSeal: t(
    'Falta la firma al final del archivo.',
    'The signature at the end of the file is missing.',
  ),
  badSeal: t(
    'La firma del archivo no vale: se cambió después de firmarse, o no lo firmó este registro.',
    'The signature of the file is not good: it was changed after it was signed, or this log did not sign it.',
  ),
  badCheckpoint: (size: string) =>
    t(
      `El punto de control de ${size} anotaciones no lleva la firma de este registro.`,
      `The checkpoint of ${size} entries does not carry the signature of this log.`,
    ),
  noCheckpoint: (size: number) =>
    t(
      `No hay punto de control firmado de ${size} anotaciones; nada de lo que sigue está probado.`,
      `There is no signed checkpoint of ${size} entries; nothing that follows is proven.`,
    ),
  missing: t('Falta esta anotación del registro.', 'This entry of the log is missing.'),
  reordered: t('Las anotaciones no están en su orden.', 'The entries are not in their order.'),
  leaf: t(
    'La anotación no es la que se guardó: su huella no coincide.',
    'The entry is not the one that was kept: its hash differs.',
  ),
  value: (name: string) =>
    t(
      `Lo que dice la base de datos («${name}») no es lo que se anotó.`,
      `What the database says ("${name}") is not what was entered.`,
    ),
  unshown: (name: string) =>
    t(`No se muestra «${name}», que se anotó.`, `"${name}" was entered and is not shown.`),
  lost: t(
    'Lo que se anotó aquí ya no está en la base de datos.',
    'What was entered here is not in the database any more.',
  ),
  notLogged: (source: string) =>
    t(
      `En «${source}» hay un dato que nunca pasó por el registro.`,
      `"${source}" holds something that never went through the log.`,
    ),
  chain: t(
    'La anotación no sigue a la anterior del mismo proceso: se cambió de proceso, de orden, o falta una.',
    'The entry does not follow the one before it of the same run: it was moved to another run or place, or one is missing.',
  ),
  otherRun: t('La anotación dice ser de otro proceso.', 'The entry says it is of another run.'),
  gap: (seq: number) => t(`Falta el acto ${seq} del proceso.`, `Act ${seq} of the run is missing.`),
  tree: t(
    'Las huellas guardadas del registro no corresponden a sus anotaciones.',
    'The stored hashes of the log do not belong to its entries.',
  ),
  root: (size: number) =>
    t(
      `El registro de ${size} anotaciones no es el que se firmó.`,
      `The log of ${size} entries is not the one that was signed.`,
    ),
  ownShorter: (own: number, size: number) =>
    t(
      `Su punto de control tiene ${own} anotaciones y este registro solo ${size}: se quitó el final.`,
      `Your checkpoint has ${own} entries and this log only ${size}: its end was taken off.`,
    ),
  ownDiffers: (own: number) =>
    t(
      `El registro ya no empieza por lo que decía su punto de control de ${own} anotaciones: se reescribió.`,
      `The log no longer begins with what your checkpoint of ${own} entries said: it was rewritten.`,
    ),
  ownUnproven: (own: number) =>
    t(
      `El archivo no trae la prueba para su punto de control de ${own} anotaciones. Pida otro hecho con ese punto (--since ${own}).`,
      `The file carries no proof for your checkpoint of ${own} entries. Ask for one made with it (--since ${own}).`,
    ),
  ownOther: t(
    'El punto de control que dio no es de este registro, o su firma no vale.',
    'The checkpoint you gave is not of this log, or its signature is not good.',
  ),
  definition: t(
    'El protocolo que siguió el proceso no está en el archivo o no es el que se anotó al empezar.',
    'The protocol the run followed is not in the file, or is not the one entered when it began.',
  ),
  gates: t(
    'Lo que el archivo dice que exigen los pasos de este protocolo no es lo que exigen.',
    'What the file says the steps of this protocol ask for is not what they ask for.',
  ),
  gateUnknown: t(
    'No se anotó qué se cumplía cuando se dio este paso.',
    'What held when this step was taken was not entered.',
  ),
  unjudged: t(
    'Los actos que muestra el archivo no pueden recalcularse.',
    'The acts the file shows cannot be worked out again.',
  ),
  gate: (passed: string, missing: readonly string[]) =>
    t(
      `«${passed}» se cumplió sin: ${missing.join(', ')}.`,
      `"${passed}" was done without: ${missing.join(', ')}.`,
    ),
} as const;
