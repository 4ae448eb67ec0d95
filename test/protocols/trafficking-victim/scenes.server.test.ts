import { traffickingVictim } from '../../../protocols/trafficking-victim.js';
import { livedOnServer } from '../on-server.js';
import { traffickingVictimNets, traffickingVictimScenes } from './scenes.js';

livedOnServer(traffickingVictim, traffickingVictimScenes, traffickingVictimNets);
