import type { Invariant } from '../invariant.js';
import { invA1 } from './inv-a1.js';
import { invA2 } from './inv-a2.js';
import { invA3 } from './inv-a3.js';
import { invA4 } from './inv-a4.js';
import { invA5 } from './inv-a5.js';
import { invA6 } from './inv-a6.js';
import { invA7 } from './inv-a7.js';
import { invA8 } from './inv-a8.js';
import { invA9 } from './inv-a9.js';
import { invA10 } from './inv-a10.js';
import { invA11 } from './inv-a11.js';
import { invA13 } from './inv-a13.js';
import { invA14 } from './inv-a14.js';
import { invA15 } from './inv-a15.js';
import { invA16 } from './inv-a16.js';
import { invC1 } from './inv-c1.js';
import { invC2 } from './inv-c2.js';
import { invC3 } from './inv-c3.js';
import { invC4 } from './inv-c4.js';
import { invC5 } from './inv-c5.js';
import { invC6 } from './inv-c6.js';
import { invC7 } from './inv-c7.js';
import { invC8 } from './inv-c8.js';
import { invC9 } from './inv-c9.js';
import { invG1 } from './inv-g1.js';
import { invG3 } from './inv-g3.js';
import { invG4 } from './inv-g4.js';
import { invM1 } from './inv-m1.js';
import { invP1 } from './inv-p1.js';
import { invP2 } from './inv-p2.js';
import { invP3 } from './inv-p3.js';
import { invP5 } from './inv-p5.js';
import { invP6 } from './inv-p6.js';
import { invP7 } from './inv-p7.js';
import { invP8 } from './inv-p8.js';
import { invP9 } from './inv-p9.js';
import { invT1 } from './inv-t1.js';
import { invT2 } from './inv-t2.js';
import { invT3 } from './inv-t3.js';
import { invT4 } from './inv-t4.js';
import { invT5 } from './inv-t5.js';
import { invT6 } from './inv-t6.js';
import { invT7 } from './inv-t7.js';
import { invV1 } from './inv-v1.js';
import { invV2 } from './inv-v2.js';
import { invV3 } from './inv-v3.js';
import { invV4 } from './inv-v4.js';
import { invV5 } from './inv-v5.js';
import { regime } from './regime.js';

/** Every safeguard the checker proves. */
export const INVARIANTS: readonly Invariant[] = [
  invA1,
  invA2,
  invA3,
  invA4,
  invA5,
  invA6,
  invA7,
  invA8,
  invA9,
  invA10,
  invA11,
  invA13,
  invA14,
  invA15,
  invA16,
  invC1,
  invC2,
  invC3,
  invC4,
  invC5,
  invC6,
  invC7,
  invC8,
  invC9,
  invT1,
  invT2,
  invT3,
  invT4,
  invT5,
  invT6,
  invT7,
  invV1,
  invV2,
  invV3,
  invV4,
  invV5,
  invP1,
  invP2,
  invP3,
  invP5,
  invP6,
  invP7,
  invP8,
  invP9,
  invG1,
  invG3,
  invG4,
  invM1,
  regime,
];
