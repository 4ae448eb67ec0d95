import { MOST_FILES } from '../../../api/runs/evidence.js';

export const WORDS = {
  es: {
    title: 'Archivos de su respuesta',
    back: 'Volver a la tarea',
    intro:
      'PDF, JPG o PNG de hasta 10 MB. De las fotos se quitan el lugar, el aparato y la hora. Se guardan cifrados y salen con su respuesta.',
    file: 'Archivo',
    fileHint: 'Si es una foto de un documento, revise que se lea bien.',
    description: 'Qué muestra',
    descriptionHint: 'Por ejemplo, acta de nacimiento. El nombre del archivo no se guarda.',
    add: 'Agregar archivo',
    begun: (n: number) =>
      `${n === 1 ? 'Un archivo quedó' : `${n} archivos quedaron`} a medio cargar. Elija el mismo archivo y se sigue desde donde quedó. Lo recibido se guarda cifrado 24 horas.`,
    arrived:
      'Su archivo ya llegó. Corrija lo que se señala y seleccione Agregar archivo, o elija otro archivo.',
    files: 'Archivos',
    none: 'Todavía no hay archivos.',
    size: 'Tamaño',
    state: 'Estado',
    unsent: 'Sale con su respuesta',
    sent: 'Enviado',
    act: 'Acción',
    remove: 'Quitar',
    download: 'Descargar',
    noDescription: 'Escriba qué muestra el archivo',
    longDescription: (n: number) => `Qué muestra debe tener ${n} caracteres o menos`,
    signs: 'Quite de la descripción los signos que no se pueden guardar',
    faults: {
      empty: 'Elija un archivo',
      'too-large': 'El archivo debe pesar menos de 10 MB',
      'other-kind': 'El archivo debe ser JPG, PNG o PDF',
      active:
        'El PDF lleva programas, otros archivos o una clave. Guárdelo como PDF simple, o tome una foto',
      infected: 'El archivo contiene un virus y no se guardó. Avise a su área de sistemas',
      unavailable:
        'El antivirus no responde y el archivo no se guardó. Intente de nuevo en unos minutos',
      cut: 'El archivo no llegó completo. Elíjalo otra vez: se sigue desde donde quedó',
      broken: 'El archivo está incompleto o dañado. Tome la foto o guárdelo de nuevo',
      'too-many-pixels': 'La foto es demasiado grande. Tómela con menos resolución',
    },
    finds: {
      viruses: 'Cada archivo se analiza contra virus antes de guardarse.',
      'test-file':
        'Aquí no hay antivirus: solo se revisa que el archivo sea lo que dice y que no lleve programas. Ábralo en un equipo protegido.',
    },
    limits: {
      'too-many': `Una respuesta lleva hasta ${MOST_FILES} archivos. Quite uno para agregar otro`,
      'run-full': 'Su institución ya guarda 100 MB en este caso. Quite un archivo o use uno menor',
      'person-full': 'Hoy ya agregó 200 MB. Agregue este archivo mañana o use uno menor',
    },
    kb: (n: string) => `${n} kB`,
  },
  en: {
    title: 'Files of your answer',
    back: 'Back to the task',
    intro:
      'PDF, JPG or PNG up to 10 MB. Place, device and time are taken out of photos. They are kept encrypted and leave with your answer.',
    file: 'File',
    fileHint: 'If it is a photo of a document, check that it can be read.',
    description: 'What it shows',
    descriptionHint: 'For example, birth certificate. The name of the file is not kept.',
    add: 'Add file',
    begun: (n: number) =>
      `${n === 1 ? 'One file was' : `${n} files were`} not sent to the end. Choose the same file and it goes on from where it stopped. What has arrived is kept encrypted for 24 hours.`,
    arrived:
      'Your file has arrived. Correct what is pointed out and select Add file, or choose another file.',
    files: 'Files',
    none: 'There are no files yet.',
    size: 'Size',
    state: 'State',
    unsent: 'Leaves with your answer',
    sent: 'Sent',
    act: 'Action',
    remove: 'Remove',
    download: 'Download',
    noDescription: 'Enter what the file shows',
    longDescription: (n: number) => `What it shows must be ${n} characters or fewer`,
    signs: 'Remove the characters that cannot be stored from the description',
    faults: {
      empty: 'Choose a file',
      'too-large': 'The file must be smaller than 10 MB',
      'other-kind': 'The file must be a JPG, PNG or PDF',
      active:
        'The PDF carries programs, other files or a lock. Save it as a plain PDF, or take a photo',
      infected: 'The file contains a virus and was not stored. Tell your IT department',
      unavailable:
        'The virus scanner does not answer and the file was not stored. Try again in some minutes',
      cut: 'The file did not arrive whole. Choose it again: it goes on from where it stopped',
      broken: 'The file is incomplete or damaged. Take the photo or save it again',
      'too-many-pixels': 'The photo is too large. Take it with less resolution',
    },
    finds: {
      viruses: 'Every file is scanned for viruses before it is stored.',
      'test-file':
        'There is no virus scanner here: files are only checked to be what they say and to carry no programs. Open them on a protected machine.',
    },
    limits: {
      'too-many': `An answer takes up to ${MOST_FILES} files. Remove one to add another`,
      'run-full':
        'Your institution already keeps 100 MB in this case. Remove a file or use a smaller one',
      'person-full': 'You have added 200 MB today. Add this file tomorrow or use a smaller one',
    },
    kb: (n: string) => `${n} kB`,
  },
};
