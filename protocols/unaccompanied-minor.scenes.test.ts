import { playedInCore } from '../test/protocols/in-core.js';
import {
  unaccompaniedMinorNets,
  unaccompaniedMinorScenes,
} from '../test/protocols/unaccompanied-minor/scenes.js';
import { unaccompaniedMinor } from './unaccompanied-minor.js';

playedInCore(unaccompaniedMinor, unaccompaniedMinorScenes, unaccompaniedMinorNets);
