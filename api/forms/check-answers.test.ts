import { describe, expect, it } from 'vitest';
import type { Field } from '../../protocols/language/form.js';
import { ProblemError } from '../errors.js';
import { checkAnswers } from './check-answers.js';

const SEPARATED: Field = {
  id: 'separated',
  type: 'boolean',
  category: 'D6',
  label: { es: 'Separada de quien la controla', en: 'Separated from whoever controls them' },
  required: true,
  yesFor: ['safe'],
};

function faultsOf(answer: unknown, outcome: string | undefined) {
  try {
    checkAnswers([SEPARATED], { separated: answer }, outcome);
    return [];
  } catch (error) {
    if (error instanceof ProblemError) return error.options.faults ?? [];
    throw error;
  }
}

describe('an answer a yes is demanded of', () => {
  it('is refused with a no, in words that say what to do', () => {
    expect(faultsOf(false, 'safe')).toEqual([
      {
        pointer: '/answers/separated',
        code: 'must-be-yes',
        message: {
          es: '«Separada de quien la controla» debe ser «Sí» con este resultado. Si es «No», elija otro resultado o deje el paso abierto hasta que lo sea',
          en: '“Separated from whoever controls them” must be “Yes” with this outcome. If it is “No”, choose another outcome or leave the step open until it is',
        },
      },
    ]);
  });

  it('is accepted with a yes, and a no is accepted with every other outcome', () => {
    expect(faultsOf(true, 'safe')).toEqual([]);
    expect(faultsOf(false, 'hold-stays')).toEqual([]);
    expect(faultsOf(false, undefined), 'no outcome is chosen yet').toEqual([]);
  });

  it('says what is wrong with an answer that is neither', () => {
    expect(faultsOf('no', 'safe').map(({ code }) => code)).toEqual(['not-yes-or-no']);
    expect(faultsOf(undefined, 'safe').map(({ code }) => code)).toEqual(['missing']);
  });
});
