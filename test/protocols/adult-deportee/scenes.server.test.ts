import { adultDeportee } from '../../../protocols/adult-deportee.js';
import { livedOnServer } from '../on-server.js';
import { adultDeporteeScenes } from './scenes.js';

livedOnServer(adultDeportee, adultDeporteeScenes);
