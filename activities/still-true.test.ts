import { expect, test } from 'vitest';
import { isStillTrue, type NoticeFacts } from './still-true.js';

const facts = (change: Partial<NoticeFacts> = {}): NoticeFacts => ({
  status: 'open',
  isHolder: true,
  isOpen: true,
  isSilent: false,
  awaitsReceipt: false,
  isCutOff: false,
  ...change,
});
const answered = facts({ status: 'closed', isOpen: false });

test('a task that was answered or taken back is no longer announced', () => {
  for (const kind of ['opened', 'reassigned', 'resumed', 'nearly-due', 'overdue'] as const) {
    expect(isStillTrue(kind, facts()), kind).toBe(true);
    expect(isStillTrue(kind, answered), kind).toBe(false);
    expect(isStillTrue(kind, facts({ isHolder: false })), kind).toBe(false);
  }
});

test('a stop is told only while it holds, a withdrawal always', () => {
  expect(isStillTrue('suspended', facts({ status: 'suspended' }))).toBe(true);
  expect(isStillTrue('suspended', facts())).toBe(false);
  expect(isStillTrue('opened', facts({ status: 'suspended' }))).toBe(false);
  expect(isStillTrue('withdrawn', answered)).toBe(true);
  expect(isStillTrue('ended', answered)).toBe(true);
});

test('a lapse that took effect by silence is told although the step is closed', () => {
  const silent = facts({ status: 'closed', isOpen: false, isSilent: true });
  expect(isStillTrue('lapsed', silent)).toBe(true);
  expect(isStillTrue('overdue', silent)).toBe(false);
  expect(isStillTrue('escalated', silent)).toBe(true);
  expect(isStillTrue('escalated', answered)).toBe(false);
});

test('a recipient of data is reminded until it acknowledges', () => {
  const recipient = facts({ status: null, isHolder: false, isOpen: false, awaitsReceipt: true });
  for (const kind of ['shared', 'nearly-due', 'overdue', 'escalated'] as const) {
    expect(isStillTrue(kind, recipient), kind).toBe(true);
    expect(isStillTrue(kind, { ...recipient, awaitsReceipt: false }), kind).toBe(false);
  }
});

test('nothing is true any more for an institution of a State that must not be contacted', () => {
  for (const kind of ['opened', 'withdrawn', 'ended', 'shared'] as const) {
    expect(isStillTrue(kind, facts({ awaitsReceipt: true })), kind).toBe(true);
    expect(isStillTrue(kind, facts({ awaitsReceipt: true, isCutOff: true })), kind).toBe(false);
  }
});
