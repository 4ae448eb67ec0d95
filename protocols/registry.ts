import { adultDeportee } from './adult-deportee.js';
import { groupOperation } from './group-operation.js';
import type { Definition } from './language/definition.js';

/** The protocols that come with the product. */
export const SHIPPED: readonly Definition[] = [adultDeportee, groupOperation];
