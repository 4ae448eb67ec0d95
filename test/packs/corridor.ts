import { adultDeportee } from '../../protocols/adult-deportee.js';
import type { Definition } from '../../protocols/language/definition.js';
import { unaccompaniedMinor } from '../../protocols/unaccompanied-minor.js';
import type { States } from '../protocols/two-states.js';

export const MEXICO = { country: 'MX', timeZone: 'America/Mexico_City' };
export const HONDURAS = { country: 'HN', timeZone: 'America/Tegucigalpa' };
export const DOMINICAN_REPUBLIC = { country: 'DO', timeZone: 'America/Santo_Domingo' };
export const HAITI = { country: 'HT', timeZone: 'America/Port-au-Prince' };

export const MEXICO_HONDURAS: States = [MEXICO, HONDURAS];
export const ISLAND: States = [DOMINICAN_REPUBLIC, HAITI];

export const adult: Definition = adultDeportee;
export const minor: Definition = unaccompaniedMinor;
