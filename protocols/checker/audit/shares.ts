import type { Effect } from '../../core/effects.js';
import { MATRIX } from '../matrix.js';
import { asksFor } from '../rules/setters.js';
import { nameStep, t } from '../words.js';
import type { AuditFinding } from './finding.js';
import type { Memory, Moment, Recording, SharedRecord } from './moment.js';

/** A share beyond the table of what a function needs rests on an approval with reasons. */
export function auditShares(moment: Moment): void {
  const { memory, after, effects, entry } = moment;
  for (const effect of effects) {
    if (effect.type !== 'share-released' && effect.type !== 'share-suppressed') continue;
    const released = effect.type === 'share-released';
    memory.decided.set(effect.share, {
      seq: entry.seq,
      institution: after.bindings[effect.to]?.institution ?? '',
      categories: released ? effect.categories : [],
      suppressed: !released,
    });
    if (released) auditNeed(moment, effect);
  }
}

function auditNeed(
  { model, entry, report }: Moment,
  { step: id, to, categories }: Extract<Effect, { type: 'share-released' }>,
): void {
  const { regime } = model.definition;
  if (regime === 'no-return') return;
  const step = model.steps.get(id);
  const role = model.role(to);
  const allowed = role && MATRIX[`${role.kind}/${role.side}`]?.[regime];
  if (!step || !allowed || categories.every((one) => allowed.includes(one))) return;
  const outcome = entry.act.type === 'step-completed' ? entry.act.outcome : undefined;
  const reasoned = outcome !== undefined && entry.kept && asksFor(step, outcome);
  if (step.kind === 'approval' && reasoned) return;
  const name = nameStep(model, id);
  report(
    'INV-P2',
    t(
      `${name.es} envió a ${to} más de lo que su función necesita, sin aprobación motivada.`,
      `${name.en} sent ${to} more than its function needs, without an approval with reasons.`,
    ),
  );
}

/**
 * The record of shares and the entries that decided them say the same: nothing was sent that no entry decided, nothing
 * else, to nobody else, nothing that was held back; and only its recipient opened it. `upTo` is the last entry judged.
 */
export function auditLedger(
  { shares }: Recording,
  { decided }: Memory,
  upTo: number,
): AuditFinding[] {
  const kept = new Set(shares.map(({ share }) => share));
  const gone = [...decided].filter(([share]) => !kept.has(share));
  return [
    ...shares
      .filter(({ seq }) => seq <= upTo)
      .flatMap((row) => wrongWith(row, decided).map((text) => ({ seq: row.seq, text }))),
    ...gone.map(([share, { seq }]) => ({
      seq,
      text: t(
        `El envío ${share} no está en el registro de envíos.`,
        `Share ${share} is not in the record of shares.`,
      ),
    })),
  ].map((finding) => ({ invariant: 'INV-P2', ...finding }));
}

function wrongWith(row: SharedRecord, decided: Memory['decided']) {
  const { share, institution, categories, state, openedBy } = row;
  const act = decided.get(share);
  const found = [];
  if (!act || act.seq !== row.seq) {
    found.push(
      t(
        `El envío ${share} a ${institution} no viene de ningún acto.`,
        `Share ${share} to ${institution} comes of no act.`,
      ),
    );
  } else if (act.suppressed !== (state === 'suppressed')) {
    found.push(
      t(
        `El envío ${share} consta al revés: el acto ${act.suppressed ? 'lo retuvo' : 'lo decidió'}.`,
        `Share ${share} is recorded the other way round: the act ${act.suppressed ? 'held it back' : 'decided it'}.`,
      ),
    );
  } else if (act.institution !== institution || !sameSet(act.categories, categories)) {
    found.push(
      t(
        `El envío ${share} consta con otro destinatario u otros datos que los decididos.`,
        `Share ${share} is recorded with another recipient or other data than was decided.`,
      ),
    );
  }
  const others = openedBy.filter((one) => one !== institution);
  if (others.length > 0) {
    found.push(
      t(
        `El envío ${share} fue abierto por ${others.join(', ')}, y era para ${institution}.`,
        `Share ${share} was opened by ${others.join(', ')} and was for ${institution}.`,
      ),
    );
  }
  return found;
}

function sameSet(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one));
}
