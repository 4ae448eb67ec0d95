import type { Invariant } from '../invariant.js';
import { invA1 } from './inv-a1.js';
import { invA2 } from './inv-a2.js';
import { invA3 } from './inv-a3.js';
import { invA4 } from './inv-a4.js';
import { invA5 } from './inv-a5.js';
import { invA11 } from './inv-a11.js';

/** Every safeguard the checker proves, in the order of their ids. */
export const INVARIANTS: readonly Invariant[] = [invA1, invA2, invA3, invA4, invA5, invA11];
