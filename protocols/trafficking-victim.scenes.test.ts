import { playedInCore } from '../test/protocols/in-core.js';
import {
  traffickingVictimNets,
  traffickingVictimScenes,
} from '../test/protocols/trafficking-victim/scenes.js';
import { traffickingVictim } from './trafficking-victim.js';

playedInCore(traffickingVictim, traffickingVictimScenes, traffickingVictimNets);
