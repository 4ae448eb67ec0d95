import { error, type Phrase, warning } from './phrase.js';

/** What does not work, though it endangers nobody. */
export const QUALITY = {
  'dead-step': error(
    ['El paso {step} no puede abrirse nunca.', 'Step {step} can never open.'],
    [
      'Corrija «when» o «requires», o quite el paso.',
      'Correct "when" or "requires", or remove the step.',
    ],
  ),
  'silence-consents': error(
    [
      'El silencio en el paso {step} ({outcome}) da {fact}, sin el cual se retienen datos.',
      'Silence on step {step} ({outcome}) gives {fact}, without which data is held back.',
    ],
    ['Quite ese hecho del resultado.', 'Remove that fact from the outcome.'],
  ),
  'silence-refuses': error(
    [
      'El silencio en el paso {step} ({outcome}) termina el proceso en contra de la persona.',
      'Silence on step {step} ({outcome}) ends the run against the person.',
    ],
    ['Use L2, o L3 con la rama que protege.', 'Use L2, or L3 with the branch that protects.'],
  ),
  'question-twice': warning(
    [
      '«{question}» se pregunta en más de un paso: {steps}.',
      '"{question}" is asked in more than one step: {steps}.',
    ],
    [
      'Pregunte una vez y use la respuesta, o dé a ambos campos el mismo «id».',
      'Ask once and use the answer, or give both fields the same "id".',
    ],
  ),
  'share-uncollected': error(
    [
      'El paso {step} envía {category} a {to}, y ningún formulario lo recoge.',
      'Step {step} shares {category} with {to}, and no form collects it.',
    ],
    ['Agregue el campo o quite la categoría.', 'Add the field or remove the category.'],
  ),
  'deadline-over': error(
    [
      'El plazo del paso {step} termina antes de que el paso pueda abrirse.',
      'The deadline of step {step} ends before the step can open.',
    ],
    [
      'Acorte el plazo o adelante «notBefore».',
      'Shorten the deadline or let "notBefore" come earlier.',
    ],
  ),
  'deadline-useless': error(
    [
      'Si el paso {step} se responde a tiempo, {fact} ya habrá vencido al llegar {departure}.',
      'If step {step} is answered in time, {fact} will have run out when {departure} comes.',
    ],
    ['Acorte el plazo o alargue «validFor».', 'Shorten the deadline or lengthen "validFor".'],
  ),
} as const satisfies Record<string, Phrase>;
