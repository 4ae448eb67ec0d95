import { INVARIANTS } from './invariants/index.js';
import { QUALITIES } from './quality/index.js';
import { READINESS } from './vocabulary.js';

/** The page for administrators: what is proven, for which regime, and where it comes from. Markdown, from the code alone. */
export function renderSafeguards(): string {
  const safeguards = INVARIANTS.map(
    ({ id, regimes, must, source }) => `### ${id}

${must.es}

${must.en}

_${regimes.join(', ')}_ · ${source}
`,
  );
  const qualities = QUALITIES.map(({ id, must }) => `- \`${id}\`: ${must.es} / ${must.en}`);
  return `${INTRODUCTION}
## Salvaguardias · Safeguards

${safeguards.join('\n')}
## Lo demás que se revisa · What else is looked at

${qualities.join('\n')}

## Hechos que preparan una salida · Facts that ready a departure

${READINESS.map((fact) => `\`${fact}\``).join(', ')}
`;
}

const INTRODUCTION = `# Comprobación de salvaguardias · The safeguard checker

<!-- Made by protocols/checker/document.ts; a test compares it with the code. -->

\`retorno check FILE… [--json] [--shipped]\` comprueba una definición en todos sus comportamientos posibles, antes de
publicarla. Termina con 0 si no hay hallazgos, 1 si los hay y 2 si un archivo no sirve. Cada hallazgo dice qué debe
cumplirse, qué está mal, qué hacer y, cuando lo hay, el camino más corto hasta allí. El camino sigue exactamente los
hechos que el hallazgo nombra en \`tracks\`; lo demás se toma por posible.

\`retorno check FILE… [--json] [--shipped]\` proves a definition over all its behaviours before it is published. It exits
with 0 when there are no findings, 1 when there are, and 2 when a file cannot be used. Each finding says what must hold,
what is wrong, what to do and, where there is one, the shortest way there. The way follows exactly the facts the finding
names in \`tracks\`; everything else is taken to be possible.

Where the person is must be said by \`inSendingState\`, \`inTransit\` and \`received\` (or \`returned\`), never two at once. Every
definition needs, for every state, a step of the lead that opens on \`idle\`.
`;
