import type { NoticeKind } from '../protocols/core/effects.js';

/** What the facts say about a notice's step at the moment of sending. */
export interface NoticeFacts {
  /** Status of the recipient's own row of the step; null when the recipient has none. */
  readonly status: string | null;
  /** The recipient still holds that row. */
  readonly isHolder: boolean;
  /** Somebody must still answer this opening of the step. */
  readonly isOpen: boolean;
  /** It was answered by silence. */
  readonly isSilent: boolean;
  /** The recipient was given data and has not acknowledged it. */
  readonly awaitsReceipt: boolean;
  /** Nobody of the recipient's State may be told anything any more. */
  readonly isCutOff: boolean;
}

/** Whether what a notice says is still so. A notice that waited for the mail server may be overtaken. */
export function isStillTrue(kind: NoticeKind, facts: NoticeFacts): boolean {
  const { status, isHolder, isOpen, isSilent, awaitsReceipt } = facts;
  if (facts.isCutOff) return false;
  switch (kind) {
    case 'opened':
    case 'recalled':
    case 'reassigned':
    case 'resumed':
    case 'nearly-due':
    case 'second-needed':
      return (status === 'open' && isHolder) || awaitsReceipt;
    case 'suspended':
      return status === 'suspended' && isHolder;
    case 'overdue':
      return (isHolder && (status === 'open' || status === 'suspended')) || awaitsReceipt;
    case 'escalated':
      return isOpen || isSilent || awaitsReceipt;
    case 'shared':
      return awaitsReceipt;
    case 'lapsed':
    case 'withdrawn':
    case 'ended':
    case 'vacant':
    case 'unclaimed':
    case 'recall-rests':
    case 'lowered':
    case 'lowered-soon':
      return true;
  }
}
