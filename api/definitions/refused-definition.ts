import type { NotEntered } from '../../door/publication/enter.js';
import type { CheckFinding } from '../../protocols/checker/check.js';
import type { Difference } from '../../protocols/compare/difference.js';
import type { Text } from '../../protocols/language/text.js';
import { type InputFault, ProblemError } from '../errors.js';

/** Why a definition did not get further, with every fault by its place and the way to it in words. */
export function refusedDefinition({ refusal, findings, weakenings }: NotEntered): ProblemError {
  const faults = [...(findings ?? []).map(faultOf), ...(weakenings ?? []).map(weakeningFault)];
  return new ProblemError(refusal.code, {
    params: refusal.params,
    ...(faults.length > 0 ? { faults: faults.slice(0, 100) } : {}),
  });
}

function faultOf({ invariant, where, must, found, fix, path }: CheckFinding): InputFault {
  const way = (language: keyof Text) =>
    path.map(({ text }, index) => `${index + 1}. ${text[language]}`).join(' ');
  const message = (language: keyof Text, how: string) =>
    [
      must[language],
      found[language],
      path.length > 0 ? `${how} ${way(language)}` : '',
      fix[language],
    ]
      .filter((part) => part !== '')
      .filter((part, index, all) => all.indexOf(part) === index)
      .join(' ');
  return {
    pointer: pointerOf(where),
    code: invariant,
    message: { es: message('es', 'Así se llega:'), en: message('en', 'This is the way there:') },
  };
}

function weakeningFault({ where, text }: Difference): InputFault {
  return { pointer: pointerOf(where), code: 'weakens', message: text };
}

/** A path of ids as a JSON pointer; ids need no escapes. */
function pointerOf(where: string): string {
  return where === '' ? '' : `/${where}`;
}
