import type { Text } from '../../language/text.js';
import type { SimulationReport } from './report.js';
import { type Language, WORDS } from './words.js';

/*
 * Drawn for the width of a telephone: one column, words above their bars, nothing that only colour says.
 */
const WIDTH = 360;
const MARGIN = 16;
const BAR = WIDTH - 2 * MARGIN;
const ROW = 44;
const MOST_INSTITUTIONS = 12;
/** Bars of load end at this share; longer ones are cut and say so by their number. */
const FULL_LOAD = 1.5;

interface Bar {
  readonly label: string;
  readonly value: string;
  /** 0 to 1 of the width. */
  readonly share: number;
  readonly colour: string;
}

const COLOURS = { stage: '#1d5b8f', fine: '#2c6e49', tight: '#8a5a00', overloaded: '#a4161a' };

/** The report as a picture (SVG): days by stage, and the load of the busiest institutions. */
export function drawReport(report: SimulationReport, language: Language): string {
  const stages = stageBars(report, language);
  const loads = loadBars(report, language);
  const stageTop = 84;
  const loadTop = stageTop + 34 + stages.length * ROW + 16;
  const height = loadTop + 34 + loads.length * ROW + MARGIN;
  const mark = MARGIN + BAR / FULL_LOAD;
  const { protocol, plan } = report;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="100%" role="img" lang="${language}" aria-labelledby="simulation-title simulation-desc" font-family="system-ui, sans-serif" fill="#1b1b1b">`,
    `<title id="simulation-title">${escapeXml(titleOf(report, language))}</title>`,
    `<desc id="simulation-desc">${escapeXml(describe(stages, loads, language))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    ...wrap(protocol.title[language], 38)
      .slice(0, 2)
      .map((line, index) => text(MARGIN, 26 + index * 20, 17, line, 'bold')),
    text(
      MARGIN,
      66,
      13,
      `${plan.runs} ${WORDS.runs[language]}, ${WORDS.seed[language]} ${plan.seed}`,
    ),
    text(MARGIN, stageTop + 14, 15, WORDS.stages[language], 'bold'),
    ...stages.flatMap((bar, index) => drawBar(bar, stageTop + 34 + index * ROW)),
    text(MARGIN, loadTop + 14, 15, TITLE_LOAD[language], 'bold'),
    ...loads.flatMap((bar, index) => drawBar(bar, loadTop + 34 + index * ROW)),
    `<line x1="${mark}" x2="${mark}" y1="${loadTop + 24}" y2="${height - MARGIN}" stroke="#1b1b1b" stroke-dasharray="3 3"/>`,
    '</svg>',
    '',
  ].join('\n');
}

const TITLE_LOAD: Text = {
  es: 'Carga (línea de rayas: 100 %)',
  en: 'Load (dashed line: 100 %)',
};

function titleOf({ protocol, plan }: SimulationReport, language: Language): string {
  return `${WORDS.simulation[language]} ${protocol.title[language]}, ${plan.runs} ${WORDS.runs[language]}`;
}

function describe(stages: readonly Bar[], loads: readonly Bar[], language: Language): string {
  const list = (bars: readonly Bar[]) =>
    bars.map(({ label, value }) => `${label}: ${value}`).join('; ');
  return `${WORDS.stages[language]}. ${list(stages)}. ${WORDS.institutions[language]}. ${list(loads)}.`;
}

function stageBars({ stages }: SimulationReport, language: Language): Bar[] {
  const longest = Math.max(1, ...stages.map(({ meanDays }) => meanDays));
  return stages.map(({ title, meanDays }) => ({
    label: title[language],
    value: `${meanDays.toFixed(1)} ${WORDS.days[language]}`,
    share: meanDays / longest,
    colour: COLOURS.stage,
  }));
}

function loadBars({ institutions }: SimulationReport, language: Language): Bar[] {
  return institutions
    .filter(({ tasks }) => tasks > 0)
    .sort((a, b) => b.load - a.load)
    .slice(0, MOST_INSTITUTIONS)
    .map(({ role, title, load, verdict }) => ({
      label: `${role} ${title[language]}`,
      value: `${Math.round(load * 100)} %${verdict === 'fine' ? '' : ` ${WORDS[verdict][language]}`}`,
      share: Math.min(1, load / FULL_LOAD),
      colour: COLOURS[verdict],
    }));
}

function drawBar({ label, value, share, colour }: Bar, top: number): string[] {
  const width = Math.max(1, Math.round(share * BAR));
  const most = 44 - value.length;
  const short = label.length > most ? `${label.slice(0, most - 1)}…` : label;
  return [
    text(MARGIN, top + 8, 12, short),
    `<text x="${WIDTH - MARGIN}" y="${top + 8}" font-size="12" text-anchor="end">${escapeXml(value)}</text>`,
    `<rect x="${MARGIN}" y="${top + 14}" width="${BAR}" height="14" fill="#e6e6e6"/>`,
    `<rect x="${MARGIN}" y="${top + 14}" width="${width}" height="14" fill="${colour}"/>`,
  ];
}

function text(x: number, y: number, size: number, words: string, weight = 'normal'): string {
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}">${escapeXml(words)}</text>`;
}

function wrap(words: string, most: number): string[] {
  const lines = [''];
  for (const word of words.split(' ')) {
    const last = lines.length - 1;
    if (lines[last]!.length + word.length >= most && lines[last] !== '') lines.push(word);
    else lines[last] = `${lines[last]} ${word}`.trim();
  }
  return lines;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escapeXml(words: string): string {
  return words.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
}
