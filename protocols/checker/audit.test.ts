import { beforeAll, describe, expect, test } from 'vitest';
import { playScene } from '../../rehearsal/scene.js';
import { DAY, drive } from '../../test/fixtures/drive.js';
import { withRecommendations } from '../../test/fixtures/recommendable.js';
import { recordingOf } from '../../test/fixtures/recording.js';
import { signedBy, weakened, without } from '../../test/fixtures/weakened.js';
import { adultDeporteeScenes } from '../../test/protocols/adult-deportee/scenes.js';
import { playInCore } from '../../test/protocols/core-player.js';
import type { ProtocolScene } from '../../test/protocols/scene.js';
import { traffickingVictimScenes } from '../../test/protocols/trafficking-victim/scenes.js';
import { bindingsOf } from '../../test/protocols/two-states.js';
import { unaccompaniedMinorScenes } from '../../test/protocols/unaccompanied-minor/scenes.js';
import { voluntaryReturnScenes } from '../../test/protocols/voluntary-return/scenes.js';
import { adultDeportee } from '../adult-deportee.js';
import { groupOperation } from '../group-operation.js';
import type { Definition } from '../language/definition.js';
import { traffickingVictim } from '../trafficking-victim.js';
import { unaccompaniedMinor } from '../unaccompanied-minor.js';
import { voluntaryReturn } from '../voluntary-return.js';
import { auditRun, type Entry, type Recording, type SharedRecord } from './audit.js';
import { findWitness } from './witness.js';

const adult: Definition = adultDeportee;
const minor: Definition = unaccompaniedMinor;
const AT = Date.parse('2026-02-02T15:00:00Z');

async function play(of: Definition, { attributes, beats }: ProtocolScene): Promise<Recording> {
  const start = { at: AT, bindings: bindingsOf(of), ...(attributes ? { attributes } : {}) };
  const player = playInCore(of, start);
  await playScene(player, beats);
  return recordingOf(of, player.acts);
}

const answers = (entry: Entry, step: string, outcome?: string) =>
  entry.act.type === 'step-completed' &&
  entry.act.step === step &&
  (outcome === undefined || entry.act.outcome === outcome);

/** The first case of a protocol in which somebody is handed over at the border. */
async function handedOver(of: Definition, scenes: readonly ProtocolScene[]): Promise<Recording> {
  for (const scene of scenes) {
    if (!JSON.stringify(scene.beats).includes('handover-reception-act:')) continue;
    const played = await play(of, scene);
    if (played.entries.some((entry) => answers(entry, 'handover-reception-act'))) return played;
  }
  throw new Error(`No scene of ${of.id} reaches the handover`);
}

const said = (of: Definition, recording: Recording) =>
  [...new Set(auditRun(of, recording).map(({ invariant }) => invariant))].sort();

/** The recording with what is wrong in one of its entries. */
function with_(recording: Recording, which: (entry: Entry) => boolean, wrong: Partial<Entry>) {
  const at = recording.entries.findIndex(which);
  if (at < 0) throw new Error('No such entry');
  const entries = recording.entries.map((entry, index) =>
    index === at ? { ...entry, ...wrong } : entry,
  );
  return { ...recording, entries };
}

let adultHome: Recording;
let childHome: Recording;
beforeAll(async () => {
  adultHome = await handedOver(adult, adultDeporteeScenes);
  childHome = await handedOver(minor, unaccompaniedMinorScenes);
}, 60_000);

describe('a recorded history of a run that kept the rules', () => {
  test.each([
    [adult, adultDeporteeScenes],
    [minor, unaccompaniedMinorScenes],
    [traffickingVictim as Definition, traffickingVictimScenes],
    [voluntaryReturn as Definition, voluntaryReturnScenes],
  ])(
    '$id has nothing to be said about',
    async (of, scenes) => {
      for (const scene of scenes) {
        expect(auditRun(of, await play(of, scene)), scene.id).toEqual([]);
      }
    },
    240_000,
  );
});

describe('a second person who is none', () => {
  const seconds = ({ entries }: Recording) =>
    entries.filter(({ actor }) => actor.account === 'segunda-inventada');

  test.each([
    ['an adult', adult, () => adultHome],
    ['a child', minor, () => childHome],
  ] as const)(
    'is told of in the run of %s: the same account, or another institution',
    (_, of, home) => {
      const found = new Set<string>();
      expect(seconds(home()).length).toBeGreaterThan(0);
      for (const { seq, actor } of seconds(home())) {
        const by = (wrong: Partial<Entry['actor']>) =>
          auditRun(
            of,
            with_(home(), (one) => one.seq === seq, { actor: { ...actor, ...wrong } }),
          );
        expect(by({ account: 'tercera-inventada' })).toEqual([]);
        const same = by({ account: 'inventada' });
        expect(same).toMatchObject([{ seq, invariant: expect.stringMatching(/^INV-(P7|A17)$/) }]);
        found.add(same[0]!.invariant);
        expect(by({ institution: 'otra' }).length).toBeGreaterThan(0);
      }
      expect([...found]).toContain('INV-P7');
    },
  );
});

describe('INV-A17 is told of', () => {
  const isAnswer = ({ act }: Entry) => act.type === 'step-completed';

  test('a gap, and another order', () => {
    const { entries } = adultHome;
    const gap = entries.map((entry, index) =>
      index < 3 ? entry : { ...entry, seq: entry.seq + 1 },
    );
    expect(said(adult, { ...adultHome, entries: gap })).toContain('INV-A17');
    const early = { recordedAt: entries[2]!.recordedAt - 1000 };
    expect(
      said(
        adult,
        with_(adultHome, ({ seq }) => seq === 4, early),
      ),
    ).toEqual(['INV-A17']);
  });

  test('entries that were taken off the end', () => {
    const entries = adultHome.entries.slice(0, -1);
    const shares = adultHome.shares.filter(({ seq }) => seq <= entries.length);
    const found = auditRun(adult, { ...adultHome, entries, shares });
    expect(found).toMatchObject([{ invariant: 'INV-A17', seq: entries.length }]);
  });

  test('a date that is not when it was recorded, unless the run has a clock of its own', () => {
    const { length } = adultHome;
    const later = (wrong: Partial<Entry>) => with_(adultHome, ({ seq }) => seq === length, wrong);
    const { act } = adultHome.entries.at(-1)!;
    const late = later({ recordedAt: act.at + 120_000 });
    expect(said(adult, late)).toEqual(['INV-A17']);
    expect(said(adult, { ...late, rehearsal: true })).toEqual([]);
    expect(said(adult, later({ datedAt: act.at - 1 }))).toEqual(['INV-A17']);
  });

  test('a decision of another institution, of nobody, and of the system', () => {
    const by = (institution: string, account = 'inventada') =>
      said(adult, with_(adultHome, isAnswer, { actor: { institution, account } }));
    expect(by('otra-institucion')).toEqual(['INV-A17']);
    expect(by('')).toEqual(['INV-A17']);
    expect(by('system', 'system')).toEqual(['INV-A17']);
    const { institution } = adultHome.entries.find(isAnswer)!.actor;
    expect(by(institution, '')).toEqual(['INV-A17']);
    expect(by(institution)).toEqual([]);
  });

  test('an answer without the reasons it asks for, and reasons that are gone', () => {
    const decided = (entry: Entry) => answers(entry, 'removal-decision');
    expect(said(adult, with_(adultHome, decided, { answered: false, kept: false }))).toEqual([
      'INV-A17',
    ]);
    expect(said(adult, with_(adultHome, decided, { kept: false }))).toEqual(['INV-A17']);
  });

  test('an act that the rules refuse, and nothing after it is judged', () => {
    const at = adultHome.entries.findIndex((entry) => answers(entry, 'individual-assessment'));
    const entries = adultHome.entries
      .filter((_, index) => index !== at)
      .map((entry, index) => ({ ...entry, seq: index + 1 }));
    const found = auditRun(adult, { ...adultHome, entries, length: entries.length });
    expect(found.map(({ invariant }) => invariant)).toContain('INV-A17');
    expect(found.at(-1)!.text.en).toMatch(/refuse|share/i);
  });
});

describe('what a weaker definition let pass is told by what the regime demands:', () => {
  test('INV-C4, a departure while a referral was pending', () => {
    expect(said(without(adult, 'noReferralPending'), adultHome)).toContain('INV-C4');
  });

  test('INV-C2, a child that left without an escort', () => {
    expect(said(without(minor, 'escortAssigned'), childHome)).toContain('INV-C2');
  });

  test('INV-A10, a handover that one State signed, and one without whoever escorts', () => {
    const alone = (role: string) => {
      const { entries } = adultHome;
      const signing = entries.filter(
        ({ act }) =>
          act.type !== 'step-completed' ||
          act.step !== 'handover-reception-act' ||
          act.role === role,
      );
      return said(signedBy(adult, 'handover-reception-act', role), {
        ...adultHome,
        entries: signing,
      });
    };
    expect(alone('MIG-S')).toContain('INV-A10');
    expect(alone('MIG-R')).toContain('INV-A10');
    const escorted = signedBy(adult, 'departure', ['MIG-S', 'IOM']);
    const left = adultHome.entries.findIndex((entry) => answers(entry, 'departure', 'left'));
    const { act } = adultHome.entries[left]!;
    const entries = adultHome.entries.toSpliced(left + 1, 0, {
      ...adultHome.entries[left]!,
      act: { ...act, role: 'IOM' } as Entry['act'],
    });
    expect(said(escorted, { ...adultHome, entries })).toContain('INV-A10');
  });

  test('INV-C9, the file of a child closed too early for no reason that is admitted', async () => {
    const scene = unaccompaniedMinorScenes.find(
      ({ id }) => id === 'turned eighteen during the follow-up',
    )!;
    const played = await play(minor, scene);
    const renamed = (text: string) => text.replaceAll('turned-eighteen', 'convenient');
    const hasty = JSON.parse(renamed(JSON.stringify(minor))) as Definition;
    const acts = JSON.parse(renamed(JSON.stringify(played.entries.map(({ act }) => act))));
    expect(said(minor, played)).toEqual([]);
    expect(said(hasty, recordingOf(hasty, acts))).toEqual(['INV-C9']);
  });
});

describe('INV-P2 is told of', () => {
  const share = () => adultHome.shares.findIndex(({ state }) => state === 'released');
  const wrong = (what: Partial<SharedRecord>, at = share()) =>
    said(adult, {
      ...adultHome,
      shares: adultHome.shares.map((row, index) => (index === at ? { ...row, ...what } : row)),
    });

  test('a share that no act decided, and one that is not in the record', () => {
    const extra = { ...adultHome.shares[share()]!, share: 'invented#1:more' };
    expect(said(adult, { ...adultHome, shares: [...adultHome.shares, extra] })).toEqual(['INV-P2']);
    const rest = adultHome.shares.filter(({ share: key }) => !key.includes(':count'));
    expect(rest.length).toBeLessThan(adultHome.shares.length);
    expect(said(adult, { ...adultHome, shares: rest })).toEqual(['INV-P2']);
  });

  test('another recipient, other data, another act, and somebody else who opened it', () => {
    expect(wrong({ institution: 'otra-institucion' })).toEqual(['INV-P2']);
    expect(wrong({ categories: ['D1', 'D6', 'D9'] })).toEqual(['INV-P2']);
    expect(wrong({ seq: 1 })).toEqual(['INV-P2']);
    expect(wrong({ openedBy: ['otra-institucion'] })).toEqual(['INV-P2']);
  });

  test('a share that the act held back and that was sent all the same', async () => {
    for (const scene of voluntaryReturnScenes) {
      const of: Definition = voluntaryReturn;
      const played = await play(of, scene);
      const shares = played.shares.map((row) =>
        row.state === 'suppressed' ? { ...row, state: 'released' as const } : row,
      );
      if (!played.shares.some(({ state }) => state === 'suppressed')) continue;
      expect(said(of, { ...played, shares })).toContain('INV-P2');
      return;
    }
    throw new Error('No scene holds a share back');
  });

  test('more than the function of the recipient needs, without an approval', () => {
    const wide = weakened(adult, ({ steps }) => {
      for (const one of steps.flatMap(({ shares }) => shares ?? []))
        if (one.to === 'MIG-R') one.categories.push('D9');
    });
    const shares = recordingOf(
      wide,
      adultHome.entries.map(({ act }) => act),
    ).shares;
    expect(said(wide, { ...adultHome, shares })).toContain('INV-P2');
  });
});

describe('INV-M1 is told of', () => {
  const left = () => adultHome.entries.find((entry) => answers(entry, 'departure', 'left'))!;
  const monitorSent = (what: Partial<SharedRecord>) =>
    said(adult, {
      ...adultHome,
      shares: adultHome.shares.map((row) =>
        row.institution.endsWith('-mon') && row.seq < left().seq ? { ...row, ...what } : row,
      ),
    });

  test('a departure before the monitoring body had what it was sent', () => {
    expect(monitorSent({})).toEqual([]);
    expect(monitorSent({ state: 'pending', releasedAt: null })).toEqual(['INV-M1']);
    expect(monitorSent({ state: 'withheld', releasedAt: null })).toEqual(['INV-M1']);
    expect(monitorSent({ releasedAt: left().recordedAt + 1001 })).toEqual(['INV-M1']);
  });

  test('a departure of which nothing was sent', () => {
    const silent = weakened(adult, ({ steps }) => {
      for (const step of steps)
        step.shares = step.shares?.filter(({ to }) => to !== adult.monitor) ?? [];
    });
    const shares = adultHome.shares.filter(({ institution }) => !institution.endsWith('-mon'));
    expect(said(silent, { ...adultHome, shares })).toEqual(['INV-M1']);
  });

  test('an operation whose boarding ended before the monitoring body was told', () => {
    const of: Definition = groupOperation;
    const witness = findWitness(of, { answered: { step: 'boarding-gate', outcome: 'closed' } })!;
    expect(said(of, recordingOf(of, witness.acts))).toEqual([]);
    const silent = weakened(of, (weak) => {
      weak.steps = weak.steps.filter(({ id }) => id !== 'monitor-notice');
    });
    const acts = witness.acts.filter((act) => !JSON.stringify(act).includes('"monitor-notice"'));
    expect(said(silent, recordingOf(silent, acts))).toEqual(['INV-M1']);
  });
});

describe('INV-M2 is told of', () => {
  const heard = withRecommendations;
  const toldOf = (of: Definition, ...answered: (readonly [string, string])[]) => {
    const run = drive(of);
    run.report('recommended', { role: 'watch' });
    for (const [step, outcome] of answered) {
      if (step === 'wait') run.wait(30 * DAY);
      else run.answer(step, outcome);
    }
    return said(of, recordingOf(of, run.acts));
  };

  test('one that opens nothing, nothing with a deadline, or only work for the monitor itself', () => {
    expect(toldOf(heard({ when: { all: ['event:recommended', { not: 'start' }] } }))).toEqual([
      'INV-M2',
    ]);
    const { deadline: _, ...open } = heard({}).steps[0]!;
    const timeless = { ...heard({}), steps: [open, ...heard({}).steps.slice(1)] };
    expect(toldOf(timeless)).toEqual(['INV-M2']);
    expect(toldOf(heard({ by: 'watch' }))).toEqual(['INV-M2']);
  });

  test('one that went out of sight without an answer', () => {
    expect(toldOf(heard({}), ['end', 'over'])).toEqual(['INV-M2']);
    expect(toldOf(heard({}), ['drop', 'dropped'])).toEqual(['INV-M2']);
    const silent = heard({
      deadline: { length: 10, unit: 'calendar-days', silence: 'L3', lapse: 'silent' },
      outcomes: ['replied', { id: 'silent', bySilence: true }],
    });
    expect(toldOf(silent, ['wait', ''])).toEqual(['INV-M2']);
  });

  test('and nothing of one that waits or was answered', () => {
    expect(toldOf(heard({}))).toEqual([]);
    expect(toldOf(heard({}), ['wait', ''])).toEqual([]);
    expect(toldOf(heard({}), ['reply', 'replied'], ['end', 'over'])).toEqual([]);
  });
});
