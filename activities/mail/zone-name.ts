/** Zones of the region by the name people use for the time there. */
const NAMES: Readonly<Record<string, { es: string; en: string }>> = {
  'America/Belize': { es: 'Belice', en: 'Belize' },
  'America/Cancun': { es: 'Cancún', en: 'Cancún' },
  'America/Chicago': { es: 'Chicago', en: 'Chicago' },
  'America/Ciudad_Juarez': { es: 'Ciudad Juárez', en: 'Ciudad Juárez' },
  'America/Costa_Rica': { es: 'Costa Rica', en: 'Costa Rica' },
  'America/Denver': { es: 'Denver', en: 'Denver' },
  'America/El_Salvador': { es: 'El Salvador', en: 'El Salvador' },
  'America/Guatemala': { es: 'Guatemala', en: 'Guatemala' },
  'America/Hermosillo': { es: 'Hermosillo', en: 'Hermosillo' },
  'America/Los_Angeles': { es: 'Los Ángeles', en: 'Los Angeles' },
  'America/Managua': { es: 'Nicaragua', en: 'Nicaragua' },
  'America/Matamoros': { es: 'Matamoros', en: 'Matamoros' },
  'America/Mazatlan': { es: 'Mazatlán', en: 'Mazatlán' },
  'America/Merida': { es: 'Mérida', en: 'Mérida' },
  'America/Mexico_City': { es: 'Ciudad de México', en: 'Mexico City' },
  'America/Monterrey': { es: 'Monterrey', en: 'Monterrey' },
  'America/New_York': { es: 'Nueva York', en: 'New York' },
  'America/Panama': { es: 'Panamá', en: 'Panama' },
  'America/Phoenix': { es: 'Phoenix', en: 'Phoenix' },
  'America/Santo_Domingo': { es: 'la República Dominicana', en: 'Dominican Republic' },
  'America/Tegucigalpa': { es: 'Honduras', en: 'Honduras' },
  'America/Tijuana': { es: 'Tijuana', en: 'Tijuana' },
  'America/Toronto': { es: 'Toronto', en: 'Toronto' },
  'America/Vancouver': { es: 'Vancouver', en: 'Vancouver' },
};

/** A zone in words, e.g. `hora de Guatemala` and `Guatemala time`; zones not listed go by the city in their name. */
export function zoneName(timeZone: string): { es: string; en: string } {
  const city = timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  const place = NAMES[timeZone] ?? { es: city, en: city };
  return { es: `hora de ${place.es}`, en: `${place.en} time` };
}
