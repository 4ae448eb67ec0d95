import { escapeHtml } from '../../platform/mail/escape-html.js';

/** HTML that is ready; made only by `html`, so that a string never passes for it. */
export interface Html {
  readonly ready: string;
}

type Part = string | number | Html | readonly Html[] | undefined;

/** A template whose parts are escaped unless they are HTML already; undefined is left out. */
export function html(fixed: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const ready = fixed.map((text, index) => text + (index < parts.length ? show(parts[index]) : ''));
  return { ready: ready.join('') };
}

function show(part: Part): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return 'ready' in part ? part.ready : part.map((one) => one.ready).join('\n');
}
