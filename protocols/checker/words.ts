import type { Text } from '../language/text.js';
import type { PathStep } from './finding.js';
import type { Model } from './model.js';
import type { Move } from './moves.js';

/** A text in both languages, Spanish first. */
export const t = (es: string, en: string): Text => ({ es, en });

/** What fills the braces of a sentence: the same in both languages, or one for each. */
export type Fillers = Readonly<Record<string, string | number | Text>>;

/** A sentence with its braces filled in. */
export function fill(sentence: Text, fillers: Fillers): Text {
  const say = (language: 'es' | 'en') =>
    sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const filler = fillers[name];
      return typeof filler === 'object' ? filler[language] : String(filler ?? '');
    });
  return { es: say('es'), en: say('en') };
}

/** How sentences name a step: by its title and its id. */
export function nameStep(model: Model, id: string): Text {
  return named(model.steps.get(id)?.title, id);
}

export function nameFact(model: Model, id: string): Text {
  return named(model.definition.facts.find((fact) => fact.id === id)?.title, id);
}

export function nameEvent(model: Model, id: string): Text {
  return named(model.events.get(id)?.title, id);
}

/** Names an outcome of a step, or of whatever else a path of ids leads to. */
export function nameOutcome(model: Model, step: string, id: string): Text {
  const title = model.steps.get(step)?.outcomes.find((outcome) => outcome.id === id)?.title;
  return named(title, id);
}

function named(title: Text | undefined, id: string): Text {
  return title ? t(`«${title.es}» (${id})`, `"${title.en}" (${id})`) : t(`«${id}»`, `"${id}"`);
}

/** Names several things in one breath. */
export function list(names: readonly Text[]): Text {
  return t(names.map(({ es }) => es).join(', '), names.map(({ en }) => en).join(', '));
}

const SAID = {
  opened: t('Se abre el paso {step}', 'Step {step} opens'),
  answered: t('{role} responde {step}: {outcome}', '{role} answers {step}: {outcome}'),
  silence: t(
    'Nadie responde {step} a tiempo y el silencio vale como {outcome}',
    'Nobody answers {step} in time and silence counts as {outcome}',
  ),
  event: t('{role} informa {event}', '{role} reports {event}'),
  expired: t('Vence {fact}', '{fact} runs out'),
} as const;

/** Tells a way through a run step by step, from its start. */
export function tell(model: Model, way: readonly Move[]): PathStep[] {
  const started: PathStep = { kind: 'started', text: t('Se inicia el proceso', 'The run starts') };
  return [started, ...way.map((move) => tellMove(model, move))];
}

function tellMove(model: Model, move: Move): PathStep {
  const { kind, step, outcome, event } = move;
  const fact = kind === 'expired' ? move.clears[0]! : undefined;
  const role = actor(model, move);
  const text = fill(SAID[kind], {
    ...(role ? { role } : {}),
    ...(step ? { step: nameStep(model, step.id) } : {}),
    ...(step && outcome ? { outcome: nameOutcome(model, step.id, outcome.id) } : {}),
    ...(event ? { event: nameEvent(model, event.id) } : {}),
    ...(fact ? { fact: nameFact(model, fact) } : {}),
  });
  return {
    kind,
    ...(step ? { step: step.id } : {}),
    ...(outcome ? { outcome: outcome.id } : {}),
    ...(event ? { event: event.id } : {}),
    ...(fact ? { fact } : {}),
    ...(role ? { role } : {}),
    text,
  };
}

function actor(model: Model, move: Move): string | undefined {
  if (move.kind === 'answered') {
    const roles = model.roles(move.step!).map(({ id }) => id);
    return move.outcome?.alone ? roles[0] : roles.join('+');
  }
  if (move.kind !== 'event') return undefined;
  const { by } = move.event!;
  if (by === 'anyone') return model.definition.lead;
  return by === 'system' ? by : by[0];
}
