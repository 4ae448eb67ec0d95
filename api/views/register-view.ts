import type { RegisterEntry } from '../../db/queries/register.js';
import type { Directory } from '../../door/directory.js';
import type { RegisterChange } from '../../protocols/language/register.js';
import type { Text } from '../../protocols/language/text.js';
import { type Language, say } from '../language.js';
import type { RegisterEntryView } from '../schemas/packs.js';
import { institutionIn } from './words.js';

/** One entry of the register in words. */
export function registerView(
  { id, change, source, note, actor, enteredAt }: RegisterEntry,
  directory: Directory,
  language: Language,
): RegisterEntryView {
  return {
    id,
    change,
    words: say(wordsOf(change), language),
    source: { ...source },
    ...(note === null ? {} : { note }),
    enteredAt: enteredAt.toISOString(),
    enteredBy: institutionIn(directory, actor.institution, language),
  };
}

const CHANNELS = {
  'protecting-state': { es: 'un Estado protector', en: 'a protecting State' },
  iom: { es: 'la OIM', en: 'IOM' },
  'liaison-officer': { es: 'una oficina de enlace', en: 'a liaison officer' },
} satisfies Record<string, Text>;

function wordsOf(change: RegisterChange): Text {
  switch (change.kind) {
    case 'day':
      return change.works
        ? {
            es: `${change.country}: el ${change.on} es día hábil`,
            en: `${change.country}: ${change.on} is a working day`,
          }
        : {
            es: `${change.country}: el ${change.on} es inhábil`,
            en: `${change.country}: ${change.on} is a day off`,
          };
    case 'agreement': {
      const { agreement, from, until, silence } = change;
      const es = [
        from && `rige desde ${from}`,
        until && `rige hasta ${until}`,
        silence && (silence === 'none' ? 'el silencio no acepta' : 'el silencio acepta'),
      ];
      const en = [
        from && `in force from ${from}`,
        until && `in force until ${until}`,
        silence && (silence === 'none' ? 'silence accepts nothing' : 'silence accepts'),
      ];
      return {
        es: `Acuerdo ${agreement}: ${es.filter(Boolean).join('; ')}`,
        en: `Agreement ${agreement}: ${en.filter(Boolean).join('; ')}`,
      };
    }
    case 'closure': {
      const { point, from, until } = change;
      return {
        es: `Punto ${point}: cerrado desde ${from}${until ? ` hasta ${until}` : ''}`,
        en: `Point ${point}: closed from ${from}${until ? ` until ${until}` : ''}`,
      };
    }
    case 'relations': {
      const { sending, receiving, channel, from, until } = change;
      return {
        es: `${receiving} no tiene representación en ${sending}; media ${CHANNELS[channel].es} desde ${from}${until ? ` hasta ${until}` : ''}`,
        en: `${receiving} has no representation in ${sending}; ${CHANNELS[channel].en} stands in from ${from}${until ? ` until ${until}` : ''}`,
      };
    }
  }
}
