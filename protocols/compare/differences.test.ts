import { describe, expect, it } from 'vitest';
import { bookLoan } from '../../test/fixtures/book-loan.js';
import { adultDeportee } from '../adult-deportee.js';
import type { Definition, Regime } from '../language/definition.js';
import type { Step } from '../language/step.js';
import { differencesBetween, weakeningsBetween } from './differences.js';

const shipped: Definition = adultDeportee;
const departure = shipped.steps.find((step) => step.effects?.includes('departs'))!;

type Draft<T> = { -readonly [K in keyof T]: T[K] extends object | undefined ? Draft<T[K]> : T[K] };

/** The shipped protocol with one thing changed. */
function changed(change: (draft: Draft<Definition>) => void, of: Definition = shipped): Definition {
  const copy = structuredClone(of) as Draft<Definition>;
  change(copy);
  return copy as Definition;
}

function step(draft: Draft<Definition>, pick: (of: Step) => boolean): Draft<Step> {
  const found = (draft.steps as Step[]).find(pick);
  if (!found) throw new Error('The protocol has no such step');
  return found as Draft<Step>;
}

/** Another value of the same sort. */
function another(value: unknown, name: unknown): unknown {
  if (name === 'unit') return value === 'hours' ? 'minutes' : 'hours';
  if (name === 'from') return 'opening';
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${String(value)}x`;
}

const isDeparture = (of: Step) => of.id === departure.id;
const isSafeguard = (of: Step) => of.safeguard === true && of.deadline?.silence === 'L2';
const tellsMonitor = ({ deadline }: Step) => deadline?.tellsMonitor === true;
const isWindow = ({ outcomes, deadline }: Step) =>
  outcomes.some((one) => one.id === deadline?.lapse && one.sets?.includes('remedyWindowClosed'));
const takesAway = (of: Step) => of.outcomes.some(({ lowers }) => lowers);
const isTelling = (of: Step) => of.ahead !== undefined;
const isDated = (of: Step) => (of.form ?? []).some(({ ends }) => ends);
const isDemanding = (of: Step) => !of.safeguard && (of.form ?? []).some(({ yesFor }) => yesFor);
const demanding = (draft: Draft<Definition>) =>
  step(draft, isDemanding).form!.find(({ yesFor }) => yesFor)!;
const hasShare = (of: Step) => (of.shares ?? []).some((share) => share.unless !== undefined);

describe('a share kept to some fields', () => {
  const kept = (only: readonly string[] | undefined) =>
    changed((draft) => {
      const [share] = step(draft, hasShare).shares!;
      if (only) share!.only = [...only];
    });
  const weakened = (before: Definition, after: Definition) =>
    weakeningsBetween(before, after).map(({ text }) => text.es);

  it('is weaker when more fields go, or all of them, and not when fewer do', () => {
    expect(weakened(kept(['a']), kept(['a', 'b']))[0]).toContain('lleva solo: a, b. Antes: a');
    expect(weakened(kept(['a']), kept(undefined))[0]).toContain('todo lo de sus categorías');
    expect(weakened(kept(['a', 'b']), kept(['a']))).toEqual([]);
    expect(weakened(kept(undefined), kept(['a']))).toEqual([]);
  });
});

describe('the differences of two versions', () => {
  it('are none between a version and itself, whatever its number', () => {
    expect(differencesBetween(shipped, { ...shipped, version: 99 })).toEqual([]);
  });

  it('say both languages, the place, and safeguards first', () => {
    const later = changed((draft) => {
      draft.title.es = 'Otro título';
      step(draft, isDeparture).requires = departure.requires!.slice(1) as never;
    });
    const [first, ...rest] = differencesBetween(shipped, later);
    expect(first).toMatchObject({
      subject: 'safeguard',
      where: `steps/${departure.id}/requires`,
      weakens: true,
    });
    expect(first!.text.es).toContain(`ya no exige «${departure.requires![0]}»`);
    expect(first!.text.en).toContain(`no longer requires "${departure.requires![0]}"`);
    expect(rest.map(({ subject, weakens }) => [subject, weakens])).toEqual([['text', false]]);
  });

  it('leave no changed leaf unsaid', { timeout: 60_000 }, () => {
    const unsaid: string[] = [];
    let leaves = 0;
    const walk = (value: unknown, path: (string | number)[]): void => {
      if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value)) {
          walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
        }
        return;
      }
      if (path.length === 1 && ['id', 'version', 'language'].includes(String(path[0]))) return;
      leaves += 1;
      const later = structuredClone(bookLoan) as unknown as Record<string, unknown>;
      const holder = path.slice(0, -1).reduce<never>((at, key) => at[key] as never, later as never);
      Object.assign(holder as object, { [path.at(-1)!]: another(value, path.at(-1)) });
      if (differencesBetween(bookLoan, later as unknown as Definition).length === 0) {
        unsaid.push(path.join('/'));
      }
    };
    walk(bookLoan, []);
    expect(unsaid).toEqual([]);
    expect(leaves).toBeGreaterThan(500);
  });
});

describe('a later version weakens', () => {
  it.each<[string, string, (draft: Draft<Definition>) => void]>([
    ['a step falls away', 'Se quita el paso', (draft) => draft.steps.pop()],
    [
      'a requirement falls away',
      'ya no exige',
      (draft) => (step(draft, isDeparture).requires as string[]).pop(),
    ],
    [
      'the mark of a safeguard falls away',
      'deja de ser una salvaguardia',
      (draft) => delete step(draft, isSafeguard).safeguard,
    ],
    [
      'silence means less',
      'el silencio significa L1',
      (draft) => {
        step(draft, isSafeguard).deadline!.silence = 'L1';
      },
    ],
    [
      'one person may do what two did',
      'confirma una segunda persona',
      (draft) => {
        delete (step(draft, takesAway) as { secondPerson?: unknown }).secondPerson;
      },
    ],
    [
      'what takes protection away is no longer told',
      'ya no quita protección',
      (draft) => {
        for (const one of step(draft, takesAway).outcomes) delete one.lowers;
      },
    ],
    [
      'an answer goes with a no it did not go with',
      'exige un «sí» con',
      (draft) => {
        delete (demanding(draft) as { yesFor?: unknown }).yesFor;
      },
    ],
    [
      'those who receive need not be told so long before',
      'lo sabe al menos 12 h',
      (draft) => {
        (step(draft, isTelling).ahead as { hours: number }).hours = 12;
      },
    ],
    [
      'those who receive need not be told before',
      'lo sabe al menos nada',
      (draft) => {
        delete (step(draft, isTelling) as { ahead?: unknown }).ahead;
      },
    ],
    [
      'a day no longer ends what it ended',
      'pone fin a ningún hecho',
      (draft) => {
        const at = step(draft, isDated);
        delete (at.form!.find(({ ends }) => ends) as { ends?: unknown }).ends;
      },
    ],
    [
      'the day that ended something is no longer asked for',
      'ya no pregunta «valid-until»',
      (draft) => {
        const at = step(draft, isDated);
        (at as { form?: unknown }).form = at.form!.filter(({ ends }) => !ends);
      },
    ],
    [
      'the question a yes was demanded of falls away',
      'ya no pregunta',
      (draft) => {
        const at = step(draft, isDemanding);
        (at as { form?: unknown }).form = at.form!.filter(({ yesFor }) => !yesFor);
      },
    ],
    [
      'a deadline falls away',
      'ya no tiene plazo',
      (draft) => delete step(draft, isSafeguard).deadline,
    ],
    [
      'the monitor hears later that the time is up',
      'ya no lo sabe el órgano de monitoreo en cuanto vence',
      (draft) => delete step(draft, tellsMonitor).deadline!.tellsMonitor,
    ],
    [
      'somebody else decides',
      'responde MON',
      (draft) => {
        step(draft, isSafeguard).by = 'MON';
      },
    ],
    [
      'silence clears the way sooner',
      'el plazo es de',
      (draft) => {
        step(draft, isWindow).deadline!.length -= 1;
      },
    ],
    ['an event falls away', 'ya no puede reportarse', (draft) => draft.events.pop()],
    [
      'an event clears less',
      'ya no quita',
      (draft) => {
        const event = (draft.events as Draft<Definition>['events']).find(
          (one) => (one.clears ?? []).length > 0,
        )!;
        (event.clears as string[]).pop();
      },
    ],
    [
      'an event is accepted less often',
      'se acepta mientras',
      (draft) => {
        const event = draft.events.find((one) => one.while === undefined)!;
        (event as { while?: unknown }).while = 'inTransit';
      },
    ],
    [
      'data goes to somebody more',
      'envía además D9 a REC',
      (draft) => {
        (step(draft, hasShare).shares as object[]).push({
          ...step(draft, hasShare).shares![0],
          id: 'more',
          to: 'REC',
          categories: ['D9'],
        });
      },
    ],
    [
      'data is no longer held back',
      'se retiene mientras: nunca',
      (draft) => {
        delete (step(draft, hasShare).shares!.find((share) => share.unless) as { unless?: unknown })
          .unless;
      },
    ],
    [
      'a share is wider',
      'lleva',
      (draft) => {
        (step(draft, hasShare).shares![0]!.categories as string[]).push('D9');
      },
    ],
    [
      'an outcome gives a required fact it did not give',
      'da ahora',
      (draft) => {
        const given = step(draft, (of) => of.safeguard !== true && !of.effects);
        (given.outcomes[0] as { sets?: unknown }).sets = [departure.requires![0]];
      },
    ],
    [
      'a new step gives a required fact',
      'da ahora',
      (draft) => {
        const copy = structuredClone(step(draft, (of) => !of.effects)) as Draft<Step>;
        copy.id = 'another-way';
        (copy.outcomes[0] as { sets?: unknown }).sets = [departure.requires![0]];
        (draft.steps as object[]).push(copy);
      },
    ],
    [
      'a fact holds from the start',
      'vale desde el inicio',
      (draft) => {
        const fact = draft.facts.find(
          ({ id }) =>
            id ===
            departure.requires!.find(
              (one) => !shipped.facts.find(({ id: of }) => of === one)?.initially,
            ),
        )!;
        (fact as { initially?: true }).initially = true;
      },
    ],
    [
      'the departure opens in more cases',
      'se abre cuando',
      (draft) => {
        const at = step(draft, isDeparture);
        (at as { when: unknown }).when = { any: [at.when, 'start'] };
      },
    ],
    [
      'a safeguard opens in fewer cases',
      'se abre cuando',
      (draft) => {
        const at = step(draft, isSafeguard);
        (at as { when: unknown }).when = { all: [at.when, 'inTransit'] };
      },
    ],
    [
      'a stop can no longer be chosen',
      'Se quita',
      (draft) => {
        const at = step(draft, isDeparture);
        (at as { outcomes: unknown }).outcomes = at.outcomes.filter((one) => !one.despiteMissing);
      },
    ],
    [
      'another regime binds it',
      'El régimen es',
      (draft) => {
        draft.regime = 'no-return' satisfies Regime;
      },
    ],
    [
      'another kind of institution fills a deciding role',
      'La función',
      (draft) => {
        draft.roles.find(({ id }) => id === [departure.by].flat()[0])!.kind = 'PRIV';
      },
    ],
  ])('when %s', (_, said, change) => {
    const found = weakeningsBetween(shipped, changed(change));
    expect(found.map(({ text }) => text.es).join('\n')).toContain(said);
  });
});

describe('a later version does not weaken', () => {
  it.each<[string, (draft: Draft<Definition>) => void]>([
    [
      'when texts change',
      (draft) => {
        for (const one of draft.steps) one.title.es = `${one.title.es}, revisado`;
      },
    ],
    [
      'when deadlines are longer or shorter',
      (draft) => {
        for (const one of draft.steps) if (one.deadline) one.deadline.length += 1;
      },
    ],
    [
      'when the levels above hear sooner or later, and the monitor sooner',
      (draft) => {
        const of = step(draft, isDeparture).deadline!;
        of.escalates = { length: 30, unit: 'minutes' };
        of.tellsMonitor = true;
      },
    ],
    [
      'when a step requires more',
      (draft) => {
        (step(draft, isDeparture).requires as string[]).push('surveyed');
        (draft.facts as object[]).push({
          id: 'surveyed',
          title: { es: 'a', en: 'b' },
          missing: { es: 'a', en: 'b' },
        });
      },
    ],
    [
      'when an event clears more',
      (draft) => {
        (draft.events[0] as { clears?: string[] }).clears = [
          ...(draft.events[0]!.clears ?? []),
          departure.requires![0]!,
        ];
      },
    ],
    [
      'when another body must sign too',
      (draft) => {
        const at = step(draft, isSafeguard);
        at.by = [...[at.by].flat(), 'MON'] as never;
      },
    ],
    [
      'when more counts as taking protection away, by two people',
      (draft) => {
        const at = step(draft, (of) => of.id === 'individual-screening');
        (at as { secondPerson?: readonly string[] }).secondPerson = ['none'];
        (at.outcomes.find(({ id }) => id === 'none') as { lowers?: true }).lowers = true;
      },
    ],
    [
      'when a yes is demanded with more answers',
      (draft) => {
        (demanding(draft).yesFor as string[]).push('suppressed');
      },
    ],
    [
      'when those who receive are told longer before',
      (draft) => {
        (step(draft, isTelling).ahead as { hours: number }).hours = 72;
      },
    ],
    [
      'when a day ends what held as long as the protocol says',
      (draft) => {
        const at = step(draft, (of) => of.id === 'removal-decision');
        const day = at.form!.find(({ type }) => type === 'date');
        (day as { ends?: string }).ends = 'fitToTravel';
      },
    ],
    [
      'when less is shared',
      (draft) => {
        const { categories } = step(draft, (of) =>
          (of.shares ?? []).some((share) => share.categories.length > 1),
        ).shares!.find((share) => share.categories.length > 1)!;
        (categories as string[]).pop();
      },
    ],
    [
      'when the departure opens in fewer cases',
      (draft) => {
        const at = step(draft, isDeparture);
        (at as { when: unknown }).when = { all: [at.when, 'individualAssessed'] };
      },
    ],
    [
      'when a step is added',
      (draft) => {
        const copy = structuredClone(step(draft, (of) => !of.effects && !of.shares)) as Draft<Step>;
        copy.id = 'another-look';
        for (const one of copy.outcomes) delete one.sets;
        (draft.steps as object[]).push(copy);
      },
    ],
  ])('%s', (_, change) => {
    const later = changed(change);
    expect(differencesBetween(shipped, later).length).toBeGreaterThan(0);
    expect(weakeningsBetween(shipped, later)).toEqual([]);
  });
});
