import { voluntaryReturn } from '../../../protocols/voluntary-return.js';
import { livedOnServer } from '../on-server.js';
import { voluntaryReturnScenes } from './scenes.js';

livedOnServer(voluntaryReturn, voluntaryReturnScenes);
