import { playedInCore } from '../test/protocols/in-core.js';
import {
  voluntaryReturnNets,
  voluntaryReturnScenes,
} from '../test/protocols/voluntary-return/scenes.js';
import { voluntaryReturn } from './voluntary-return.js';

playedInCore(voluntaryReturn, voluntaryReturnScenes, voluntaryReturnNets);
