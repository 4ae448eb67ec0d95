const amount = (separator: string, sent: number, of: string, total: number): string => {
  const mega = (bytes: number) => (bytes / 1_048_576).toFixed(1).replace('.', separator);
  return `${mega(sent)} ${of} ${mega(total)} MB (${Math.floor((sent / total) * 100)} %)`;
};

/** What is told while a file is on its way. */
export const UPLOAD_WORDS = {
  es: {
    label: 'Avance de la carga',
    pause: 'Pausar',
    resume: 'Reanudar',
    cancel: 'Cancelar la carga',
    amount: (sent: number, total: number) => amount(',', sent, 'de', total),
    sending: 'Enviando el archivo',
    past: (percent: number) => `Enviando el archivo: ya pasó del ${percent} %`,
    resuming: 'La carga sigue desde donde quedó',
    paused: (percent: number) => `En pausa en ${percent} %. Seleccione Reanudar`,
    retrying: (percent: number) => `La carga se interrumpió en ${percent} %. Se intenta de nuevo`,
    cut: (percent: number) => `La carga se interrumpió en ${percent} %. Seleccione Reanudar`,
    arrived: 'El archivo llegó completo. Se revisa y se guarda',
    cancelled: 'La carga se canceló. Lo enviado se borró',
    ended:
      'Su sesión terminó. Entre otra vez y elija el mismo archivo: se sigue desde donde quedó, hasta por 24 horas',
    refused: 'El archivo no se pudo cargar. Abra la tarea otra vez y vea si sigue abierta',
  },
  en: {
    label: 'Progress of the upload',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel the upload',
    amount: (sent: number, total: number) => amount('.', sent, 'of', total),
    sending: 'Sending the file',
    past: (percent: number) => `Sending the file: past ${percent} %`,
    resuming: 'The upload goes on from where it stopped',
    paused: (percent: number) => `Paused at ${percent} %. Select Resume`,
    retrying: (percent: number) => `Upload stopped at ${percent} %. Trying again`,
    cut: (percent: number) => `Upload stopped at ${percent} %. Select Resume`,
    arrived: 'The whole file has arrived. It is checked and stored',
    cancelled: 'The upload was cancelled. What was sent is erased',
    ended:
      'Your session ended. Sign in again and choose the same file: it goes on from where it stopped, for up to 24 hours',
    refused: 'The file could not be uploaded. Open the task again and see if it is still open',
  },
};
