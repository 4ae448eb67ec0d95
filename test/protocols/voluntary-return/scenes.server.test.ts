import { voluntaryReturn } from '../../../protocols/voluntary-return.js';
import { livedOnServer } from '../on-server.js';
import { voluntaryReturnNets, voluntaryReturnScenes } from './scenes.js';

livedOnServer(voluntaryReturn, voluntaryReturnScenes, voluntaryReturnNets);
