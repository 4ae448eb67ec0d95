import type {
  ManifestRow,
  NoticeRow,
  OperationRow,
  PartyRow,
  ReleaseRow,
  RowChanges,
  SeatChangeRow,
  StepChange,
  StepRow,
} from '../db/rows.js';
import type { Act } from '../protocols/core/acts.js';
import { bindingIn } from '../protocols/core/draft.js';
import type { Effect } from '../protocols/core/effects.js';
import { operationOf } from '../protocols/core/operation.js';
import { institutionsCutOff } from '../protocols/core/origin-stop.js';
import { hasSigned } from '../protocols/core/signing.js';
import type { RunState } from '../protocols/core/state.js';
import type { Definition } from '../protocols/language/definition.js';
import { signers } from '../protocols/language/step.js';

/** What the directory must say about an institution for a notice to it. */
export interface NoticeChannel {
  /** Whether notices at this level can be mailed. */
  hasMail(institution: string, level: string): boolean;
  /** A fresh random reference for a message. */
  reference(): string;
}

/**
 * What one act changes in the inboxes, notices and shares. Pure but for the references of notices; the live path and
 * the rebuild both use it, which is what makes the projections provably derivable.
 */
export function project(
  definition: Definition,
  state: RunState,
  act: Act,
  effects: readonly Effect[],
  channel: NoticeChannel,
): RowChanges {
  const institutionOf = (role: string) => bindingIn(state, definition.lead, role).institution;
  const opened: StepRow[] = [];
  const changed = new Map<string, StepChange>();
  const notices: NoticeRow[] = [];
  const releases: ReleaseRow[] = [];
  const parties: PartyRow[] = [];
  const seats = new Map<string, SeatChangeRow>();
  const manifests: ManifestRow[] = [];

  const stepOf = (id: string) => definition.steps.find((candidate) => candidate.id === id)!;
  const rolesOf = (step: string) => signers(stepOf(step));
  const change = (step: string, opening: number, role: string, set: Partial<StepChange>) => {
    const fresh = opened.find(
      (row) => row.step === step && row.opening === opening && row.role === role,
    );
    if (fresh) {
      Object.assign(fresh, set);
      return;
    }
    const key = `${step}#${opening}/${role}`;
    changed.set(key, { ...changed.get(key), step, opening, role, ...set });
  };
  const changeAll = (step: string, opening: number, set: Partial<StepChange>) => {
    for (const role of rolesOf(step)) change(step, opening, role, set);
  };

  if (act.type === 'run-started') {
    for (const [role, { institution }] of Object.entries(act.bindings)) {
      parties.push({ role, institution, cut: false });
    }
  }
  if (act.type === 'share-acknowledged') releases.push({ share: act.share, state: 'acknowledged' });

  for (const effect of effects) {
    switch (effect.type) {
      case 'step-opened':
        for (const role of effect.roles) {
          opened.push({
            step: effect.step,
            opening: effect.opening,
            role,
            institution: institutionOf(effect.holders?.[role] ?? role),
            status: 'open',
            openedAt: state.lastAt,
            ...(effect.dueAt === undefined ? {} : { dueAt: effect.dueAt }),
          });
        }
        break;
      case 'step-signed': {
        // In the inbox it stays as it is: a colleague must still confirm it.
        if (!effect.awaitsSecond) {
          change(effect.step, effect.opening, effect.role, {
            status: 'signed',
            outcome: effect.outcome,
          });
        }
        // Signers who disagree have it back, for either can come round.
        const { open } = state.steps[effect.step] ?? {};
        if (open?.opening !== effect.opening) break;
        for (const role of rolesOf(effect.step)) {
          if (!open.signatures?.[role]) continue;
          const waits = open.missing ? 'suspended' : 'open';
          const status = hasSigned(stepOf(effect.step), open, role) ? 'signed' : waits;
          change(effect.step, effect.opening, role, { status });
        }
        break;
      }
      case 'step-closed':
        changeAll(effect.step, effect.opening, {
          status: 'closed',
          outcome: effect.outcome,
          closedAt: state.lastAt,
          paused: false,
          bySilence: effect.bySilence ?? false,
        });
        break;
      case 'step-withdrawn':
        changeAll(effect.step, effect.opening, {
          status: 'withdrawn',
          closedAt: state.lastAt,
          paused: false,
        });
        break;
      case 'step-suspended':
      case 'step-resumed':
        for (const role of rolesOf(effect.step)) {
          const { open } = state.steps[effect.step] ?? {};
          if (open && hasSigned(stepOf(effect.step), open, role)) continue;
          const status = effect.type === 'step-suspended' ? 'suspended' : 'open';
          change(effect.step, effect.opening, role, { status });
        }
        break;
      case 'clock-moved':
        changeAll(effect.step, effect.opening, { dueAt: effect.dueAt, paused: effect.paused });
        break;
      case 'step-lapsed':
        changeAll(effect.step, effect.opening, { lapsedAt: state.lastAt });
        break;
      case 'holder-moved':
        change(effect.step, effect.opening, effect.role, { institution: effect.institution });
        break;
      case 'role-moved': {
        parties.push({ role: effect.role, institution: effect.institution, cut: false });
        for (const [step, { open }] of Object.entries(state.steps)) {
          if (!open) continue;
          for (const role of rolesOf(step)) {
            const bound = state.bindings[role] ? role : definition.lead;
            if (bound !== effect.role || open.holders?.[role]) continue;
            change(step, open.opening, role, { institution: effect.institution });
          }
        }
        break;
      }
      case 'notice': {
        const institution = effect.institution ?? institutionOf(effect.role);
        const { kind, level, role, step, opening, dueAt } = effect;
        const state_ = channel.hasMail(institution, level) ? 'pending' : 'inbox';
        notices.push({
          n: notices.length,
          kind,
          level,
          role,
          institution,
          ...(step === undefined ? {} : { step }),
          ...(opening === undefined ? {} : { opening }),
          ...(dueAt === undefined ? {} : { dueAt }),
          state: state_,
          reference: channel.reference(),
        });
        break;
      }
      case 'share-released':
      case 'share-suppressed':
        releases.push({
          share: effect.share,
          state: effect.type === 'share-released' ? 'pending' : 'suppressed',
          step: effect.step,
          opening: effect.opening,
          role: effect.to,
          institution: state.bindings[effect.to]?.institution ?? '',
          categories: effect.type === 'share-released' ? effect.categories : [],
          ...(effect.type === 'share-released' && effect.acknowledgeBy !== undefined
            ? { acknowledgeBy: effect.acknowledgeBy }
            : {}),
        });
        break;
      case 'seat-changed': {
        const { operation, list, status, departsAt } = effect;
        const before = seats.get(operation);
        const taken = (before?.taken ?? false) || effect.taken === true;
        const corrected = (before?.corrected ?? false) || effect.corrected === true;
        seats.set(operation, { operation, list, status, departsAt, taken, corrected });
        break;
      }
      case 'manifest-frozen':
        manifests.push({ version: effect.version, frozenAt: state.lastAt, lines: effect.lines });
        break;
      case 'seats-called-off':
      case 'run-ended':
        break;
    }
  }
  const partiesNow = withCut(definition, state, act, parties);
  const family =
    act.type === 'run-started' ? act.family : act.type === 'family-joined' ? act : undefined;
  const operation = operationRow(definition, state);
  return {
    opened,
    changed: [...changed.values()],
    parties: partiesNow,
    notices,
    releases,
    ...(family ? { family: { unit: family.unit, member: family.member } } : {}),
    seats: [...seats.values()],
    manifests,
    ...(operation ? { operation } : {}),
  };
}

/**
 * While the State of origin is cut off every act says of each party whether it is: who is may change with any act, when
 * the person leaves or a role is given to somebody else.
 */
function withCut(
  definition: Definition,
  state: RunState,
  act: Act,
  changed: readonly PartyRow[],
): readonly PartyRow[] {
  const isLifted = act.type === 'origin-lift-decided' && !state.originStop;
  if (!state.originStop && !isLifted) return changed;
  const cut = new Set(institutionsCutOff(definition, state));
  return Object.entries(state.bindings).map(([role, { institution }]) => ({
    role,
    institution,
    cut: cut.has(institution),
  }));
}

/** What a run declares as a group operation, as lists and the seats of others ask for it. */
export function operationRow(definition: Definition, state: RunState): OperationRow | undefined {
  const operation = operationOf(definition, state);
  if (!operation) return undefined;
  const { destination: _, ...row } = operation;
  return row;
}
