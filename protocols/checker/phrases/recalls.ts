import { error, type Phrase } from './phrase.js';

/** Data that is out and must come back. */
export const RECALLS = {
  'recall-missing': error(
    [
      'El paso {step} envía {categories} a {to}, y nada lo retira cuando ocurre {event}.',
      'Step {step} sends {categories} to {to}, and nothing takes it back when this happens: {event}.',
    ],
    [
      'Haga que un paso con «recalls» a cargo de {to}, como {id}, se abra con ese suceso y cubra estos datos.',
      'Let a step with "recalls" answered by {to}, such as {id}, open by that event and cover these data.',
    ],
  ),
  'recall-by-silence': error(
    [
      'El silencio responde por la institución el retiro de datos {step}.',
      'Silence answers the recall {step} for the institution.',
    ],
    ['Use L1 o L2, sin «lapse».', 'Use L1 or L2, without "lapse".'],
  ),
  'recall-unpressed': error(
    [
      'Nadie insiste si el retiro de datos {step} queda sin respuesta.',
      'Nobody presses for an answer to the recall {step}.',
    ],
    ['Use L1 o L2.', 'Use L1 or L2.'],
  ),
} as const satisfies Record<string, Phrase>;
