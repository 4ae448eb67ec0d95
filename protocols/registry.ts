import { adultDeportee } from './adult-deportee.js';
import { groupOperation } from './group-operation.js';
import type { Definition } from './language/definition.js';
import { traffickingVictim } from './trafficking-victim.js';
import { unaccompaniedMinor } from './unaccompanied-minor.js';
import { voluntaryReturn } from './voluntary-return.js';

/** The protocols that come with the product. */
export const SHIPPED: readonly Definition[] = [
  unaccompaniedMinor,
  traffickingVictim,
  adultDeportee,
  voluntaryReturn,
  groupOperation,
];
