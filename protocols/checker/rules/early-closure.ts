/** The shortest six months can be, in hours: months of four weeks. */
export const SIX_MONTHS = 6 * 28 * 24;

/** What may close a child's file earlier: the child turned 18, left or died, a court or child protection decided. */
export const EXCUSING_EVENTS: readonly string[] = ['turned-eighteen', 'left-area', 'deceased'];
export const EXCUSING_OUTCOMES: readonly string[] = [
  'left',
  'turned-eighteen',
  'court-decided',
  'other-decision',
];
