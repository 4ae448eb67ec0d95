/// <reference lib="dom" />
import { language } from './page.js';
import { UPLOAD_WORDS } from './upload-words.js';

/** Percent at which the progress is read out; more often would talk over everything else. */
const READ_OUT = 25;

export interface PanelActs {
  pause(): void;
  resume(): void;
  cancel(): void;
}

/** What shows how far a file is. */
export interface Panel {
  progress(percent: number, amount: string): void;
  /** Tells what happens, read out politely. */
  tell(text: string): void;
  going(text: string): void;
  stopped(text: string): void;
  isStopped(): boolean;
  resume(): void;
  done(text: string): void;
  remove(): void;
}

/** Shows the progress of a file under its form, with buttons to pause and to cancel. */
export function showPanel(form: HTMLFormElement, acts: PanelActs): Panel {
  const words = UPLOAD_WORDS[language];
  const panel = make('div', 'rt-upload');
  const status = make('p', 'govuk-body');
  status.setAttribute('role', 'status');
  const bar = make('progress', 'rt-upload__bar');
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute('aria-label', words.label);
  const amount = make('p', 'govuk-body-s rt-quiet');
  const toggle = button(words.pause);
  const cancel = button(words.cancel);
  panel.append(status, bar, amount, toggle, cancel);
  form.append(panel);
  let isStopped = false;
  let readOut = 0;
  const tell = (text: string): void => {
    if (status.textContent !== text) status.textContent = text;
  };
  const show = (stopped: boolean, text: string): void => {
    isStopped = stopped;
    toggle.textContent = stopped ? words.resume : words.pause;
    tell(text);
  };
  toggle.addEventListener('click', () => (isStopped ? acts.resume() : acts.pause()));
  cancel.addEventListener('click', () => acts.cancel());
  return {
    tell,
    progress(percent, text) {
      bar.value = percent;
      amount.textContent = text;
      const step = Math.floor(percent / READ_OUT);
      if (step === readOut) return;
      readOut = step;
      if (step < 100 / READ_OUT) tell(words.past(step * READ_OUT));
    },
    going: (text) => show(false, text),
    stopped: (text) => show(true, text),
    isStopped: () => isStopped,
    resume: () => acts.resume(),
    done(text) {
      tell(text);
      toggle.remove();
      cancel.remove();
    },
    remove: () => panel.remove(),
  };
}

function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  element.className = className;
  return element;
}

function button(text: string): HTMLButtonElement {
  const element = make('button', 'govuk-button govuk-button--secondary');
  element.type = 'button';
  element.textContent = text;
  return element;
}
