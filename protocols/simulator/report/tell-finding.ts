import type { SimulationFinding, SimulationReport } from './report.js';
import { type Language, REASON_WORDS } from './words.js';

const MOST_FACTS = 3;

/** One finding as a sentence that says what is wrong, why, and what would help. */
export function tellFinding(
  report: SimulationReport,
  found: SimulationFinding,
  language: Language,
): string {
  switch (found.code) {
    case 'deadline-impossible':
    case 'deadline-hardly-met':
      return tellDeadline(report, found, language);
    case 'institution-overloaded':
    case 'institution-tight':
      return tellInstitution(report, found, language);
    case 'runs-unfinished': {
      const steps = found.steps.join(', ');
      return language === 'es'
        ? `SIN TERMINAR: ${found.runs} procesos seguían abiertos a los tres años, casi siempre en ${steps || 'ningún paso abierto'}.`
        : `NOT ENDED: ${found.runs} runs were still open after three years, mostly in ${steps || 'no open step'}.`;
    }
  }
}

function tellDeadline(
  { steps }: SimulationReport,
  found: Extract<SimulationFinding, { code: 'deadline-impossible' | 'deadline-hardly-met' }>,
  language: Language,
): string {
  const { title, deadline, waitedFor } = steps.find(({ id }) => id === found.step)!;
  const { hoursLeft, hoursOfWork } = deadline!;
  const isImpossible = found.code === 'deadline-impossible';
  const why = REASON_WORDS[found.reason][language];
  const last = waitedFor.slice(0, MOST_FACTS).map(({ fact, openings }) => `${fact} ${openings}×`);
  const waited =
    found.reason !== 'prerequisites' || last.length === 0
      ? ''
      : language === 'es'
        ? ` Lo último en llegar: ${last.join(', ')}.`
        : ` Last to come: ${last.join(', ')}.`;
  return language === 'es'
    ? `${isImpossible ? 'PLAZO IMPOSIBLE' : 'PLAZO QUE APENAS SE CUMPLE'}: ${found.step} («${title.es}») vence en ${found.lapsed} de ${found.decided} casos; ${why}. Al abrirse quedan ${hoursLeft} h de media y el trabajo pide ${hoursOfWork} h.${waited}`
    : `${isImpossible ? 'IMPOSSIBLE DEADLINE' : 'DEADLINE HARDLY MET'}: ${found.step} ("${title.en}") lapses in ${found.lapsed} of ${found.decided} cases; ${why}. When it opens ${hoursLeft} h are left on average, and the work takes ${hoursOfWork} h.${waited}`;
}

function tellInstitution(
  { institutions }: SimulationReport,
  found: Extract<SimulationFinding, { code: 'institution-overloaded' | 'institution-tight' }>,
  language: Language,
): string {
  const { role, title, load, officers, officersNeeded, hoursOfWaiting, backlogGrowthPerDay } =
    institutions.find((one) => one.role === found.role)!;
  const percent = Math.round(load * 100);
  const [first, , last] = hoursOfWaiting;
  const isOver = found.code === 'institution-overloaded';
  return language === 'es'
    ? `INSTITUCIÓN ${isOver ? 'SOBRECARGADA' : 'AL LÍMITE'}: ${role} («${title.es}») tiene una carga de ${percent} % con ${officers} personas; la espera pasa de ${first} h a ${last} h y su cola cambia en ${backlogGrowthPerDay} tareas por día. Con ${officersNeeded} personas la carga baja a 85 % o menos.`
    : `INSTITUTION ${isOver ? 'OVERLOADED' : 'TIGHT'}: ${role} ("${title.en}") has a load of ${percent} % with a staff of ${officers}; the wait goes from ${first} h to ${last} h and its queue changes by ${backlogGrowthPerDay} tasks a day. With a staff of ${officersNeeded} the load falls to 85 % or less.`;
}
