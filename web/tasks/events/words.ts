export const WORDS = {
  es: {
    back: 'Volver al caso',
    intro:
      'Se registra de inmediato, a toda hora, y no puede borrarse. En la página siguiente verá qué pasa antes de registrarlo.',
    role: 'En qué función lo avisa',
    review: 'Revisar',
    check: 'Revise antes de registrar',
    change: 'Cambiar lo escrito',
    event: 'Qué pasó',
    send: (title: string) => `Registrar: ${title}`,
    basis: 'Fundamento',
    nothing:
      'No cambia ningún paso abierto que su institución pueda ver; queda en la historia del caso.',
    reserved: 'La institución que conduce el proceso lo sabrá de inmediato.',
    sent: 'Aviso registrado',
    moment: 'Recibido',
    done: 'Volver al caso',
  },
  en: {
    back: 'Back to the case',
    intro:
      'It is recorded at once, at any hour, and cannot be removed. On the next page you see what comes of it before it is recorded.',
    role: 'In which role you report it',
    review: 'Check',
    check: 'Check before recording',
    change: 'Change what was typed',
    event: 'What happened',
    send: (title: string) => `Record: ${title}`,
    basis: 'Legal basis',
    nothing:
      'It changes no open step your institution can see; it stays in the history of the case.',
    reserved: 'The institution that leads the run will know at once.',
    sent: 'Report recorded',
    moment: 'Received',
    done: 'Back to the case',
  },
};
