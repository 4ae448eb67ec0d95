import { option } from '../shared/texts.js';

/** How the person travels; asked with the list, and a run may branch on it. */
export const ROUTES = [
  option('air', 'Aérea', 'Air'),
  option('land', 'Terrestre', 'Land'),
  option('sea', 'Marítima', 'Sea'),
] as const;

/** Asked at the first record; the only thing about age that a run knows. */
export const AGE_BANDS = [
  option('adult', '18 a 59 años', '18 to 59'),
  option('older', '60 años o más', '60 or older'),
  option('unclear', 'Edad dudosa', 'Age in doubt'),
] as const;
