import type { SeatStatus } from '../../protocols/core/state.js';
import type { SeatList } from '../../protocols/language/seat.js';
import type { Text } from '../../protocols/language/text.js';
import type { Language } from '../language.js';
import type { NamedView } from '../schemas/common.js';

const LISTS: Readonly<Record<SeatList, Text>> = {
  adults: { es: 'Personas adultas', en: 'Adults' },
  children: { es: 'Niñas, niños y adolescentes', en: 'Children' },
  'protected-handling': { es: 'Manejo protegido', en: 'Protected handling' },
};

const STATUSES: Readonly<Record<SeatStatus, Text>> = {
  proposed: { es: 'Propuesta', en: 'Proposed' },
  accepted: { es: 'Aceptada', en: 'Accepted' },
  rejected: { es: 'Rechazada', en: 'Rejected' },
  removed: { es: 'Ya no viaja', en: 'No longer travels' },
  boarded: { es: 'A bordo', en: 'Boarded' },
  arrived: { es: 'Recibida', en: 'Received' },
  refused: { es: 'No recibida', en: 'Refused' },
  'brought-back': { es: 'Traída de vuelta', en: 'Brought back' },
};

export function namedList(list: SeatList, language: Language): NamedView {
  return { id: list, title: LISTS[list][language] };
}

export function namedStatus(status: SeatStatus, language: Language): NamedView {
  return { id: status, title: STATUSES[status][language] };
}
