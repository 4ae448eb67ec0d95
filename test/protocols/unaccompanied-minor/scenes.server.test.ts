import { unaccompaniedMinor } from '../../../protocols/unaccompanied-minor.js';
import { livedOnServer } from '../on-server.js';
import { unaccompaniedMinorNets, unaccompaniedMinorScenes } from './scenes.js';

livedOnServer(unaccompaniedMinor, unaccompaniedMinorScenes, unaccompaniedMinorNets);
