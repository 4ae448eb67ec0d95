import type { READABLE } from '../../../api/schemas/runs.js';
import type { MeasureGround, MeasureKind } from '../../../db/queries/data-measures.js';

/** What can be read, in the words for whoever it is about. */
type Readable = (typeof READABLE)[number];

interface Words {
  readonly reads: {
    readonly title: string;
    readonly about: string;
    readonly careful: string;
    readonly none: string;
    readonly list: string;
    readonly when: string;
    readonly who: string;
    readonly what: string;
    readonly position: string;
    readonly unlogged: string;
    readonly proof: string;
    readonly as: (moment: string) => string;
    readonly whats: Readonly<Record<Readable, string>>;
    readonly back: string;
  };
  readonly measures: {
    readonly title: string;
    readonly about: string;
    readonly back: string;
    readonly none: string;
    readonly kind: string;
    readonly kinds: Readonly<Record<MeasureKind, string>>;
    readonly consequences: Readonly<Record<MeasureKind, string>>;
    readonly ground: string;
    readonly grounds: Readonly<Record<MeasureGround, string>>;
    readonly asked: string;
    readonly state: string;
    readonly waiting: string;
    readonly approved: (who: string, moment: string) => string;
    readonly refused: (who: string, moment: string) => string;
    readonly review: string;
    readonly ask: string;
    readonly askDo: string;
    readonly chooseKind: string;
    readonly chooseGround: string;
    readonly chooseDecision: string;
    readonly ownOne: string;
    readonly needsOther: string;
    readonly decide: string;
    readonly approve: Readonly<Record<MeasureKind, string>>;
    readonly refuse: string;
    readonly decideDo: string;
  };
}

export const DATA: Readonly<Record<'es' | 'en', Words>> = {
  es: {
    reads: {
      title: 'Quién leyó los datos',
      about:
        'La persona, o quien la representa, puede pedir esta lista. Dice cada vez que alguien abrió lo que se guardó de este caso: cuándo, qué y de qué institución. No dice lo que se leyó ni nombra a nadie.',
      careful:
        'Pregunte a la persona si es seguro llevar esta hoja: dice qué autoridades conocen su caso.',
      none: 'Nadie ha abierto datos guardados de este caso.',
      list: 'Lecturas, de la primera a la última',
      when: 'Cuándo',
      who: 'Qué institución',
      what: 'Qué abrió',
      position: 'Número en el registro',
      unlogged: 'Todavía sin número',
      proof:
        'El número es el lugar de la lectura en un registro que nadie puede cambiar después. Con él, un órgano de monitoreo comprueba que la lista está completa.',
      as: (moment) => `Lista al ${moment}`,
      whats: {
        answers: 'Respuestas de una tarea o sus archivos',
        share: 'Datos que se le enviaron',
        draft: 'Una respuesta sin enviar',
        files: 'La lista de archivos de una tarea',
        request: 'Una consulta a quien lleva el caso',
        reason: 'El motivo de una acción',
        'document-search': 'Nada: halló el caso por el número de un documento',
        'evidence-asked': 'Nada todavía: pidió pruebas firmadas del historial',
        evidence: 'Pruebas firmadas del historial, sin respuestas ni nombres',
      },
      back: 'Volver al caso',
    },
    measures: {
      title: 'Conservar o suprimir los datos',
      about:
        'Una persona de su institución pide la medida y otra, que supervisa, la decide. Sin ninguna medida los datos se borran solos al cumplirse su tiempo.',
      back: 'Volver al caso',
      none: 'No se ha pedido ninguna medida sobre los datos de esta persona.',
      kind: 'Qué se pide',
      kinds: {
        erase: 'Suprimir los datos',
        hold: 'Conservarlos por un procedimiento legal',
        lift: 'Terminar la conservación legal',
      },
      consequences: {
        erase:
          'Al aprobarse, todo lo que se guardó de la persona queda ilegible para siempre, también en las copias de respaldo. Nadie puede deshacerlo. Queda escrito qué ocurrió y cuándo, sin sus datos. Espera a que terminen sus procesos abiertos y la conservación legal.',
        hold: 'Al aprobarse, los datos no se borran aunque se cumpla su tiempo ni se pida suprimirlos. Se revisa a los seis meses si todavía hace falta.',
        lift: 'Al aprobarse, vuelve a correr el tiempo de los datos; si ya se cumplió, se borran en el siguiente día.',
      },
      ground: 'Motivo',
      grounds: {
        'person-request': 'Lo pidió la persona o quien la representa',
        'court-order': 'Lo ordenó una autoridad judicial',
        'pending-proceedings': 'Hay un procedimiento en curso que los necesita',
        'no-longer-needed': 'Ya no hacen falta',
        'entered-by-mistake': 'Se registraron por error',
        'proceedings-over': 'El procedimiento terminó',
      },
      asked: 'La pidió',
      state: 'Situación',
      waiting: 'Espera la decisión de otra persona',
      approved: (who, moment) => `Aprobada por ${who}, ${moment}`,
      refused: (who, moment) => `Rechazada por ${who}, ${moment}`,
      review: 'Se revisa a más tardar el',
      ask: 'Pedir una medida',
      askDo: 'Pedir la medida',
      chooseKind: 'Seleccione qué se pide',
      chooseGround: 'Seleccione el motivo',
      chooseDecision: 'Seleccione si aprueba o rechaza la medida',
      ownOne: 'Usted pidió esta medida: debe decidirla otra persona.',
      needsOther: 'La decide quien supervisa en su institución.',
      decide: 'Su decisión',
      approve: {
        erase: 'Aprobar: los datos quedan ilegibles para siempre',
        hold: 'Aprobar: los datos se conservan',
        lift: 'Aprobar: la conservación termina',
      },
      refuse: 'Rechazar: nada cambia',
      decideDo: 'Registrar la decisión',
    },
  },
  en: {
    reads: {
      title: 'Who read the data',
      about:
        'The person, or whoever represents them, may ask for this list. It tells each time somebody opened what was kept of this case: when, what, and of which institution. It does not tell what was read and names nobody.',
      careful:
        'Ask the person whether carrying this sheet is safe: it tells which authorities know of their case.',
      none: 'Nobody has opened kept data of this case.',
      list: 'Readings, from the first to the last',
      when: 'When',
      who: 'Which institution',
      what: 'What it opened',
      position: 'Number in the log',
      unlogged: 'No number yet',
      proof:
        'The number is the place of the reading in a log that nobody can change afterwards. With it a monitoring body checks that the list is complete.',
      as: (moment) => `List as of ${moment}`,
      whats: {
        answers: 'Answers of a task or their files',
        share: 'Data that was sent to it',
        draft: 'An answer not yet sent',
        files: 'The list of files of a task',
        request: 'A request to whoever leads the case',
        reason: 'The reason of an action',
        'document-search': 'Nothing: it found the case by the number of a document',
        'evidence-asked': 'Nothing yet: it asked for signed evidence of the history',
        evidence: 'Signed evidence of the history, without answers or names',
      },
      back: 'Back to the case',
    },
    measures: {
      title: 'Keep or erase the data',
      about:
        'One person of your institution asks for the measure and another, who supervises, decides it. Without any measure the data is erased by itself when its time is over.',
      back: 'Back to the case',
      none: 'No measure about the data of this person has been asked for.',
      kind: 'What is asked for',
      kinds: {
        erase: 'Erase the data',
        hold: 'Keep it for legal proceedings',
        lift: 'End the legal hold',
      },
      consequences: {
        erase:
          'Once approved, everything kept of the person is unreadable for ever, in backups too. Nobody can undo it. What happened and when stays written, without their data. It waits until open runs and a legal hold have ended.',
        hold: 'Once approved, the data is not erased although its time is over or somebody asks for it. After six months it is looked at whether it is still needed.',
        lift: 'Once approved, the time of the data runs again; if it is over, the data is erased within the next day.',
      },
      ground: 'Reason',
      grounds: {
        'person-request': 'The person or whoever represents them asked for it',
        'court-order': 'A court ordered it',
        'pending-proceedings': 'Proceedings under way need it',
        'no-longer-needed': 'It is no longer needed',
        'entered-by-mistake': 'It was entered by mistake',
        'proceedings-over': 'The proceedings are over',
      },
      asked: 'Asked for by',
      state: 'State',
      waiting: 'Waits for the decision of somebody else',
      approved: (who, moment) => `Approved by ${who}, ${moment}`,
      refused: (who, moment) => `Refused by ${who}, ${moment}`,
      review: 'To be looked at again by',
      ask: 'Ask for a measure',
      askDo: 'Ask for the measure',
      chooseKind: 'Select what is asked for',
      chooseGround: 'Select the reason',
      chooseDecision: 'Select whether you approve or refuse the measure',
      ownOne: 'You asked for this measure: somebody else must decide it.',
      needsOther: 'Whoever supervises in your institution decides it.',
      decide: 'Your decision',
      approve: {
        erase: 'Approve: the data is unreadable for ever',
        hold: 'Approve: the data is kept',
        lift: 'Approve: the hold ends',
      },
      refuse: 'Refuse: nothing changes',
      decideDo: 'Record the decision',
    },
  },
};
