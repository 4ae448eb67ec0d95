import { playedInCore } from '../test/protocols/in-core.js';
import { unaccompaniedMinorScenes } from '../test/protocols/unaccompanied-minor/scenes.js';
import { unaccompaniedMinor } from './unaccompanied-minor.js';

playedInCore(unaccompaniedMinor, unaccompaniedMinorScenes);
