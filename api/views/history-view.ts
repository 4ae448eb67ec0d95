import type { HistoryEntry } from '../../db/queries/list-entries.js';
import type { DueClock } from '../../protocols/core/acts.js';
import { holderIn } from '../../protocols/core/draft.js';
import { roleOfKey } from '../../protocols/language/pack.js';
import { type Step, signers } from '../../protocols/language/step.js';
import type { Text } from '../../protocols/language/text.js';
import { mayShow, mayTell } from '../auth/fields.js';
import type { OpenRun } from '../runs/open-run.js';
import type { HistoryEntryView } from '../schemas/runs.js';
import { folioOf } from './folio.js';
import { institutionIn } from './words.js';

/**
 * One act in words, without answers; undefined when this access may not know of it. A party reads its own acts, that
 * others answered (not what), who was reassigned and its own deadlines; the receiving side its own acts and deadlines.
 */
export function historyView(opened: OpenRun, entry: HistoryEntry): HistoryEntryView | undefined {
  const { access, run, context, language } = opened;
  const { act, actor, seq } = entry;
  const own = actor.institution === access.institution;
  if (!mayTell(opened, act.type, own || isOwnDeadline(opened, entry))) return undefined;
  const withOutcome = mayShow(opened, 'act.outcome', own);
  const words = wordsOf(opened, entry, withOutcome);
  return {
    at: entry.at.toISOString(),
    recordedAt: entry.recordedAt.toISOString(),
    type: act.type,
    words: words[language],
    ...(actor.institution === 'system' || !mayShow(opened, 'act.institution', own)
      ? {}
      : {
          institution: institutionIn(
            context.door.directory,
            actor.institution,
            language,
            entry.at.toISOString().slice(0, 10),
          ),
        }),
    ...(act.type === 'step-completed' ? { step: act.step } : {}),
    ...(act.type === 'step-completed' && withOutcome ? { outcome: act.outcome } : {}),
    ...(act.type === 'event-reported' ? { event: act.event } : {}),
    folio: folioOf(run.id, seq),
  };
}

/** A deadline of the asking institution, which time reached. */
function isOwnDeadline(opened: OpenRun, { act }: HistoryEntry): boolean {
  return (
    act.type === 'clock-reached' && act.clock.kind === 'mark' && isMine(opened, act.clock.step)
  );
}

function isMine({ definition, run, access }: OpenRun, id: string): boolean {
  return signers(stepIn(definition.steps, id)).some(
    (role) => holderIn(run.state, definition.lead, id, role).institution === access.institution,
  );
}

function stepIn(steps: readonly Step[], id: string): Step {
  return steps.find((step) => step.id === id)!;
}

function wordsOf(opened: OpenRun, { act }: HistoryEntry, withOutcome: boolean): Text {
  const { definition, context } = opened;
  switch (act.type) {
    case 'run-started':
      return act.reroute && mayShow(opened, 'act.reroute')
        ? {
            es: 'Se inició el proceso, que continúa otro',
            en: 'The run was started; it carries on another one',
          }
        : { es: 'Se inició el proceso', en: 'The run was started' };
    case 'step-completed': {
      const step = stepIn(definition.steps, act.step);
      if (!withOutcome) return about(step.title, 'respondido', 'answered');
      const outcome = step.outcomes.find((candidate) => candidate.id === act.outcome)!;
      return about(step.title, `«${outcome.title.es}»`, `“${outcome.title.en}”`);
    }
    case 'event-reported': {
      const { title } = definition.events.find((event) => event.id === act.event)!;
      return act.carried
        ? { es: `Sigue pendiente «${title.es}»`, en: `“${title.en}” is still pending` }
        : { es: `Se reportó «${title.es}»`, en: `“${title.en}” was reported` };
    }
    case 'origin-stopped':
      return {
        es: 'Sin contacto con autoridades del país de origen',
        en: 'No contact with authorities of the country of origin',
      };
    case 'origin-lift-asked':
      return {
        es: 'Se pidió permitir de nuevo el contacto con el país de origen',
        en: 'It was asked to allow contact with the country of origin again',
      };
    case 'origin-lift-decided':
      return act.lifts
        ? {
            es: 'Se permitió de nuevo el contacto con el país de origen',
            en: 'Contact with the country of origin was allowed again',
          }
        : {
            es: 'Se decidió que siga sin contacto con el país de origen',
            en: 'It was decided that there be no contact with the country of origin still',
          };
    case 'family-joined':
      return {
        es: 'Se vinculó con el proceso de un familiar',
        en: 'Linked with the run of a relative',
      };
    case 'share-acknowledged': {
      const { title } = stepIn(definition.steps, act.share.split('#')[0]!);
      return about(title, 'acuse de recibo de los datos', 'receipt of the data acknowledged');
    }
    case 'role-reassigned': {
      const { title } = definition.roles.find((role) => role.id === roleOfKey(act.role))!;
      const { institution } = act.binding;
      const known = context.door.directory.findName(institution);
      return about(
        title,
        `pasó a ${known?.nameEs ?? institution}`,
        `moved to ${known?.nameEn ?? institution}`,
      );
    }
    case 'register-changed':
      return {
        es: 'Cambió el registro de días, acuerdos o puntos; rige desde ahora en este proceso',
        en: 'The register of days, agreements or points changed; it holds in this run from now on',
      };
    case 'step-nudged':
      return about(
        stepIn(definition.steps, act.step).title,
        'se recordó a quien debe responder',
        'who must answer was reminded',
      );
    case 'clock-reached':
      return clockWords(definition.steps, definition.facts, act.clock);
  }
}

const MARKS = {
  'reminder-50': { es: 'recordatorio a mitad del plazo', en: 'reminder at half of the time' },
  'reminder-90': { es: 'recordatorio antes de vencer', en: 'reminder before the deadline' },
  due: { es: 'venció el plazo', en: 'the deadline passed' },
  'escalate-150': {
    es: 'se avisó a la institución que conduce',
    en: 'the leading institution was told',
  },
  'escalate-200': {
    es: 'se avisó al nivel político y al monitoreo',
    en: 'the political level and the monitor were told',
  },
} as const;

function clockWords(
  steps: readonly Step[],
  facts: readonly { id: string; title: Text }[],
  clock: DueClock,
): Text {
  if (clock.kind === 'expiry') {
    const title = facts.find((fact) => fact.id === clock.fact)?.title;
    return about(title ?? { es: clock.fact, en: clock.fact }, 'venció su vigencia', 'expired');
  }
  if (clock.kind === 'opening') {
    return about(stepIn(steps, clock.step).title, 'llegó su momento', 'its time came');
  }
  const mark = MARKS[clock.mark];
  if (clock.kind === 'mark') return about(stepIn(steps, clock.step).title, mark.es, mark.en);
  const { title } = stepIn(steps, clock.share.split('#')[0]!);
  return about(title, `acuse de los datos, ${mark.es}`, `receipt of the data, ${mark.en}`);
}

function about(title: Text, es: string, en: string): Text {
  return { es: `${title.es}: ${es}`, en: `${title.en}: ${en}` };
}
