import { type BilingualText, type Language, languageOf } from './text.js';

/** Reports how far a piece of work has come. `fraction` is 0 to 1 where it can be known. */
export type ReportProgress = (state: { text?: BilingualText; fraction?: number }) => void;

/** Tells the person at the terminal what is being done. */
export interface Progress {
  /** Runs `work`; shows `text` and, while it lasts, how long it has taken. */
  step<T>(text: BilingualText, work: (report: ReportProgress) => Promise<T>): Promise<T>;
  /** One sentence, at once. */
  note(text: BilingualText): void;
}

interface ProgressStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

const showAfterMs = 2_000;
const plainEveryMs = 5_000;
const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];

/**
 * Progress on standard error: quick work stays silent; after two seconds a terminal gets a moving
 * line and anything else (a log file, a container) a plain line every five seconds.
 */
export function createProgress(
  options: { stream?: ProgressStream; language?: Language } = {},
): Progress {
  const stream = options.stream ?? process.stderr;
  const language = options.language ?? languageOf(process.env);
  return {
    note: (text) => {
      stream.write(`${text[language]}\n`);
    },
    step: (text, work) => runStep(stream, language, text, work),
  };
}

/** Progress for tests and for processes that nobody watches. */
export const silentProgress: Progress = {
  note: () => {},
  step: (_text, work) => work(() => {}),
};

async function runStep<T>(
  stream: ProgressStream,
  language: Language,
  text: BilingualText,
  work: (report: ReportProgress) => Promise<T>,
): Promise<T> {
  const startedAt = performance.now();
  let shown: BilingualText = text;
  let fraction: number | undefined;
  let printedAt = Number.NEGATIVE_INFINITY;
  let printed = false;
  const line = (now: number): string => {
    const seconds = Math.round((now - startedAt) / 1000);
    const percent = fraction === undefined ? '' : ` ${Math.floor(fraction * 100)} %`;
    return `${shown[language]}${percent} (${seconds} s)`;
  };
  const draw = (): void => {
    const now = performance.now();
    if (now - startedAt < showAfterMs) return;
    if (stream.isTTY) {
      const frame = frames[Math.floor(now / 120) % frames.length] ?? '';
      stream.write(`\r\x1b[2K${frame} ${line(now)}`);
    } else if (now - printedAt >= plainEveryMs) {
      stream.write(`${line(now)}\n`);
      printedAt = now;
    }
    printed = true;
  };
  const timer = setInterval(draw, stream.isTTY ? 120 : 500);
  try {
    return await work((state) => {
      shown = state.text ?? shown;
      fraction = state.fraction ?? fraction;
    });
  } finally {
    clearInterval(timer);
    if (printed && stream.isTTY) stream.write(`\r\x1b[2K${line(performance.now())}\n`);
  }
}
