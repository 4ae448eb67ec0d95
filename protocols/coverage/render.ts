import type { SourceMark, Text } from '../language/text.js';
import type { Place } from './citations.js';
import type { Answered, CoverageMap } from './map.js';

type Language = keyof Text;

const WORDS = {
  title: { es: 'Cobertura legal de los protocolos', en: 'Legal coverage of the protocols' },
  made: {
    es: 'Hecho a partir de las definiciones por `retorno coverage`; no se edita a mano.',
    en: 'Made from the definitions by `retorno coverage`; not edited by hand.',
  },
  protocols: { es: 'Protocolos', en: 'Protocols' },
  objective: {
    es: 'Pacto Mundial para la Migración, objetivo 21',
    en: 'Global Compact for Migration, objective 21',
  },
  principles: { es: 'Principios rectores de la región', en: 'Guiding principles of the region' },
  sources: { es: 'Fuentes', en: 'Sources' },
  unsourced: { es: 'Pasos sin fuente', en: 'Steps without a source' },
  unsourcedNote: {
    es: 'Todo lo que fijan es propuesta del producto; quien administra puede cambiarlo.',
    en: 'Everything they set is a proposal of the product; an administrator may change it.',
  },
  demand: { es: 'Qué se pide', en: 'What is asked' },
  answer: { es: 'Dónde se atiende', en: 'Where it is answered' },
  ref: { es: 'Cita', en: 'Citation' },
  sure: { es: 'Certeza', en: 'How sure' },
  gap: { es: '**Falta**', en: '**Gap**' },
  gaps: { es: 'Vacíos', en: 'Gaps' },
  none: { es: 'Ninguno.', en: 'None.' },
} as const satisfies Record<string, Text>;

const MARKS: Record<Exclude<SourceMark, 'proposal'>, Text> = {
  source: { es: 'texto leído', en: 'text read' },
  memory: { es: 'de memoria, por verificar', en: 'from memory, to be verified' },
  comparator: { es: 'de otro corredor', en: 'of another corridor' },
};

/** The map as Markdown in one language; gaps first, since they are what a reader must know. */
export function renderCoverage(map: CoverageMap, language: Language): string {
  const say = (word: keyof typeof WORDS) => WORDS[word][language];
  const gaps = [...map.objective21, ...map.principles].flatMap((one) => gapLines(one, language));
  return [
    `# ${say('title')}`,
    say('made'),
    `${say('protocols')}: ${map.protocols.map(({ id, version }) => `\`${id}\` ${version}`).join(', ')}.`,
    `## ${say('gaps')}`,
    gaps.length === 0 ? say('none') : gaps.join('\n'),
    `## ${say('objective')}`,
    demandTable(map.objective21, language),
    `## ${say('principles')}`,
    demandTable(map.principles, language),
    `## ${say('sources')}`,
    table(
      [say('ref'), say('sure'), say('answer')],
      map.sources.flatMap(({ refs }) =>
        refs.map(({ ref, mark, places }) => [
          ref,
          mark === 'proposal' ? '' : MARKS[mark][language],
          placesText(places),
        ]),
      ),
    ),
    `## ${say('unsourced')}`,
    say('unsourcedNote'),
    placesText(map.unsourced, Number.POSITIVE_INFINITY),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

function gapLines({ id, title, isGap, lacks }: Answered, language: Language): string[] {
  const lines = isGap ? [`- ${id}: ${title[language]}`] : [];
  return lacks ? [...lines, `- ${id}: ${lacks[language]}`] : lines;
}

function demandTable(demands: readonly Answered[], language: Language): string {
  const { demand, answer, gap } = WORDS;
  return table(
    ['', demand[language], answer[language]],
    demands.map(({ id, title, places, elsewhere, isGap }) => [
      id,
      title[language],
      [isGap ? gap[language] : placesText(places), elsewhere?.[language] ?? '']
        .filter(Boolean)
        .join('. '),
    ]),
  );
}

/** More places of one protocol than this say nothing one by one; they are counted. */
const MOST_NAMED = 12;

/** Places by protocol: `adult-deportee`: step, step (event). */
function placesText(places: readonly Place[], most = MOST_NAMED): string {
  const byProtocol = new Map<string, string[]>();
  for (const { protocol, kind, id } of places) {
    const ids = byProtocol.get(protocol) ?? [];
    byProtocol.set(protocol, ids);
    if (kind !== 'protocol') ids.push(kind === 'event' ? `${id} (!)` : id);
  }
  return [...byProtocol]
    .map(([protocol, ids]) => {
      const named = ids.length > most ? `${ids.length}` : ids.join(', ');
      return named ? `\`${protocol}\`: ${named}` : `\`${protocol}\``;
    })
    .join('; ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
