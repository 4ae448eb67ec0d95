import type { Invariant } from '../invariant.js';
import { nameStep, t } from '../words.js';
import { forChildren } from './inv-c1.js';

const TAKES_CHARGE = ['CPA', 'COURT'] as const;

/** Every handover of a child is signed, on the receiving side, by child protection or a court; it asks who takes charge. */
export const invC8: Invariant = {
  id: 'INV-C8',
  regimes: ['child', 'victim'],
  must: t(
    'A una niña o un niño solo se le entrega a la autoridad de protección, a un tribunal o, por ellos, a quien se verificó que le cuida.',
    'A child is handed over only to child protection, to a court or, by them, to a verified carer.',
  ),
  source: 'A/RES/64/142 para. 148',
  check({ model, report }) {
    for (const step of model.having('hands-over')) {
      if (!forChildren(step)) continue;
      const fits = model
        .roles(step)
        .some(({ kind, side }) => side === 'receiving' && TAKES_CHARGE.some((one) => one === kind));
      const fillers = { step: nameStep(model, step.id) };
      if (!fits) report('child-to-stranger', `steps/${step.id}/by`, fillers);
      const asked = (step.form ?? []).some(({ required }) => required);
      if (!asked) report('handover-unrecorded', `steps/${step.id}/form`, fillers);
    }
  },
};
