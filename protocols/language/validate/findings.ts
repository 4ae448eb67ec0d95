import type { Text } from '../text.js';

/** Something wrong or doubtful in a definition. `where` is a path of ids, e.g. `steps/request/outcomes/refused`. */
export interface Finding {
  readonly code: FindingCode;
  readonly where: string;
  readonly severity: 'error' | 'warning';
  readonly message: Text;
}

/** Every finding: its weight and a sentence that says what to do. `{where}` names the place. */
export const FINDINGS = {
  'too-large': {
    severity: 'error',
    es: 'La definición ocupa {size} bytes; el máximo es {limit}. Acorte textos o divida el protocolo.',
    en: 'The definition takes {size} bytes; the limit is {limit}. Shorten texts or split the protocol.',
  },
  'too-many': {
    severity: 'error',
    es: '{where}: hay {count} elementos; el máximo es {limit}. Quite los que sobran o divida el protocolo.',
    en: '{where}: there are {count} entries; the limit is {limit}. Remove some or split the protocol.',
  },
  'too-deep': {
    severity: 'error',
    es: '{where}: la estructura está anidada más de {limit} niveles. Simplifique la condición.',
    en: '{where}: nested more than {limit} levels deep. Simplify the condition.',
  },
  empty: {
    severity: 'error',
    es: '{where}: la lista está vacía. Agregue al menos un elemento.',
    en: '{where}: the list is empty. Add at least one entry.',
  },
  'id-form': {
    severity: 'error',
    es: '{where}: el identificador «{id}» no tiene la forma pedida ({form}). Cámbielo.',
    en: '{where}: the identifier "{id}" does not have the form asked for ({form}). Change it.',
  },
  'id-reserved': {
    severity: 'error',
    es: '{where}: «{id}» es una palabra reservada. Use otro identificador.',
    en: '{where}: "{id}" is a reserved word. Use another identifier.',
  },
  'id-twice': {
    severity: 'error',
    es: '{where}: el identificador «{id}» aparece más de una vez. Cada uno debe ser único.',
    en: '{where}: the identifier "{id}" appears more than once. Each must be unique.',
  },
  'step-and-stage': {
    severity: 'error',
    es: '{where}: «{id}» es a la vez un paso y una etapa, y no se sabría cuál se retira. Cambie uno.',
    en: '{where}: "{id}" is both a step and a stage, so it is unclear which is withdrawn. Change one.',
  },
  'not-found': {
    severity: 'error',
    es: '{where}: no existe {kind} «{id}». Corrija el nombre o declárelo.',
    en: '{where}: there is no {kind} "{id}". Correct the name or declare it.',
  },
  'text-missing': {
    severity: 'error',
    es: '{where}: falta el texto en {language}. Escríbalo.',
    en: '{where}: the text in {language} is missing. Write it.',
  },
  'text-too-long': {
    severity: 'error',
    es: '{where}: el texto en {language} tiene {length} caracteres; el máximo es {limit}. Acórtelo.',
    en: '{where}: the text in {language} has {length} characters; the limit is {limit}. Shorten it.',
  },
  'text-same': {
    severity: 'warning',
    es: '{where}: el texto es igual en los dos idiomas. Tradúzcalo.',
    en: '{where}: the text is the same in both languages. Translate it.',
  },
  'value-form': {
    severity: 'error',
    es: '{where}: el valor «{value}» no es válido; se pide {form}. Corríjalo.',
    en: '{where}: the value "{value}" is not valid; {form} is needed. Correct it.',
  },
  'value-type': {
    severity: 'error',
    es: '{where}: el valor no es del tipo de «{id}» ({type}). Corríjalo.',
    en: '{where}: the value is not of the type of "{id}" ({type}). Correct it.',
  },
  'options-missing': {
    severity: 'error',
    es: '{where}: es de tipo código y no tiene opciones. Declare las opciones.',
    en: '{where}: it is of type code and has no options. Declare the options.',
  },
  'options-unused': {
    severity: 'error',
    es: '{where}: tiene opciones pero no es de tipo código. Quite las opciones o cambie el tipo.',
    en: '{where}: it has options but is not of type code. Remove the options or change the type.',
  },
  'option-unknown': {
    severity: 'error',
    es: '{where}: la opción «{option}» no es un valor de «{id}». Quítela o agréguela allí.',
    en: '{where}: option "{option}" is not a value of "{id}". Remove it or add it there.',
  },
  'lead-optional': {
    severity: 'error',
    es: '{where}: la función que dirige el proceso no puede ser opcional. Quite «optional» de «{id}».',
    en: '{where}: the role that leads the run cannot be optional. Remove "optional" from "{id}".',
  },
  'deadline-missing': {
    severity: 'error',
    es: 'El paso «{step}» ({kind}) no tiene plazo. Fije duración, unidad y qué significa el silencio.',
    en: 'Step "{step}" ({kind}) has no deadline. Set its length, unit and what silence means.',
  },
  'lapse-missing': {
    severity: 'error',
    es: 'El paso «{step}»: con {silence} el silencio produce un resultado. Diga cuál en «lapse».',
    en: 'Step "{step}": with {silence} silence produces an outcome. Name it in "lapse".',
  },
  'lapse-unused': {
    severity: 'error',
    es: 'El paso «{step}»: con {silence} el silencio no produce ningún resultado. Quite «{part}».',
    en: 'Step "{step}": with {silence} silence produces no such outcome. Remove "{part}".',
  },
  'escalation-none': {
    severity: 'error',
    es: 'El paso «{step}»: «{part}» solo tiene efecto con L1 o L2, y si el protocolo nombra un órgano de monitoreo que pueda saberlo. Quite «{part}».',
    en: 'Step "{step}": "{part}" has an effect with L1 or L2 only, and if the protocol names a monitoring body that can be told. Remove "{part}".',
  },
  'by-silence-never': {
    severity: 'error',
    es: 'El paso «{step}»: el resultado «{outcome}» solo viene del silencio, pero su plazo no lo nombra. Póngalo en «lapse» o quite «bySilence».',
    en: 'Step "{step}": outcome "{outcome}" only comes of silence, but its deadline does not name it. Put it in "lapse" or remove "bySilence".',
  },
  'safeguard-silence': {
    severity: 'error',
    es: 'El paso «{step}» es una salvaguardia y su plazo usa {silence}. Use L2 (la salida queda bloqueada) o L3 (la rama que protege).',
    en: 'Step "{step}" is a safeguard and its deadline uses {silence}. Use L2 (departure stays blocked) or L3 (the branch that protects).',
  },
  'safeguard-without-pressure': {
    severity: 'warning',
    es: 'El paso «{step}» es una salvaguardia y su silencio solo recuerda (L0): nadie más se entera. Confirme que es una decisión sin presión de tiempo.',
    en: 'Step "{step}" is a safeguard and its silence only reminds (L0): nobody else is told. Confirm that it is a decision without pressure of time.',
  },
  'lapse-clears-the-way': {
    severity: 'error',
    es: 'El paso «{step}» es una salvaguardia y el silencio ({outcome}) daría «{fact}», que «{other}» exige para salir o entregar. Quite ese hecho del resultado.',
    en: 'Step "{step}" is a safeguard and silence ({outcome}) would give "{fact}", which "{other}" requires to depart or hand over. Remove that fact from the outcome.',
  },
  'outcome-never-closes': {
    severity: 'warning',
    es: 'El paso «{step}» no tiene ningún resultado que lo cierre. Agregue uno o confirme que otro paso lo retira.',
    en: 'Step "{step}" has no outcome that closes it. Add one or confirm that another step withdraws it.',
  },
  'two-ends': {
    severity: 'error',
    es: '{where}: termina el proceso y también continúa en otro protocolo. Deje solo uno.',
    en: '{where}: it ends the run and also continues under another protocol. Keep only one.',
  },
  'no-ending': {
    severity: 'error',
    es: 'Ningún resultado ni suceso termina el proceso. Agregue «ends» donde corresponda.',
    en: 'No outcome and no event ends the run. Add "ends" where it belongs.',
  },
  'family-event': {
    severity: 'error',
    es: '{where}: el suceso «{event}» lo reporta el sistema al cambiar la situación de un familiar. Póngale «by: system».',
    en: '{where}: event "{event}" is reported by the system when a relative\'s situation changes. Give it "by: system".',
  },
  'entry-form': {
    severity: 'error',
    es: '{where}: «entry» dice dónde empieza un proceso que continúa otro. Debe ser de tipo código, pedirse al inicio («atStart»), tener un valor inicial y, como opciones, pasos del protocolo.',
    en: '{where}: "entry" says where a run that carries on another begins. It must be of type code, asked at the start ("atStart"), have an initial value and, as options, steps of the protocol.',
  },
  'entry-unknown': {
    severity: 'error',
    es: '{where}: el protocolo «{protocol}» no tiene la entrada «{entry}». Use una de las opciones de su dato «entry» o agréguela allí.',
    en: '{where}: protocol "{protocol}" has no entry "{entry}". Use one of the options of its attribute "entry" or add it there.',
  },
  'continues-unknown': {
    severity: 'warning',
    es: '{where}: no hay un protocolo «{protocol}» que reciba procesos. La persona quedaría sin proceso y se avisaría a la institución rectora. Publíquelo antes.',
    en: '{where}: there is no protocol "{protocol}" that takes runs. The person would be left without a run and the lead institution would be told. Publish it first.',
  },
  'alone-unneeded': {
    severity: 'warning',
    es: '{where}: «alone» no cambia nada, porque firma una sola función. Quítelo.',
    en: '{where}: "alone" changes nothing because only one role signs. Remove it.',
  },
  'despite-unneeded': {
    severity: 'warning',
    es: '{where}: «despiteMissing» no cambia nada, porque el paso no exige ningún hecho. Quítelo.',
    en: '{where}: "despiteMissing" changes nothing because the step requires no fact. Remove it.',
  },
  'part-without-effect': {
    severity: 'error',
    es: '{where}: «{part}» no tiene efecto sin «{needs}». Quítelo o agregue lo que falta.',
    en: '{where}: "{part}" has no effect without "{needs}". Remove it or add what is missing.',
  },
  'parts-exclude': {
    severity: 'error',
    es: '{where}: «{part}» no puede ir junto con «{other}». Deje solo uno.',
    en: '{where}: "{part}" cannot go together with "{other}". Keep only one.',
  },
  'shares-missing': {
    severity: 'error',
    es: 'El paso «{step}» es de envío de datos y no dice qué envía ni a quién. Agregue «shares».',
    en: 'Step "{step}" shares data and does not say what and with whom. Add "shares".',
  },
  'share-never': {
    severity: 'error',
    es: '{where}: el resultado «{outcome}» deja abierto el paso y no envía nada. Use un resultado que lo cierre.',
    en: '{where}: outcome "{outcome}" keeps the step open and releases nothing. Use one that closes it.',
  },
  'share-only': {
    severity: 'error',
    es: '{where}: «{field}» no es una pregunta de las categorías que se envían. Nombre solo preguntas de esas categorías.',
    en: '{where}: "{field}" is no question of the categories that are shared. Name questions of these categories only.',
  },
  'share-only-none': {
    severity: 'error',
    es: '{where}: no se nombra ninguna pregunta de la categoría {category}. Nombre al menos una o quite la categoría.',
    en: '{where}: no question of category {category} is named. Name at least one or remove the category.',
  },
  'recall-part': {
    severity: 'error',
    es: '{where}: un retiro de datos siempre se abre y no hace nada más; no lleva «{part}». Quítelo.',
    en: '{where}: a recall can always open and does nothing else; it has no "{part}". Remove it.',
  },
  'recall-role': {
    severity: 'error',
    es: '{where}: un retiro de datos se pide a una sola función, y a cada función en un solo paso ({role}). Sepárelo o júntelo.',
    en: '{where}: a recall is asked of one role, and of each role in one step ({role}). Split it or join it.',
  },
  'recall-answer': {
    severity: 'error',
    es: '{where}: diga en «recalled» qué fue de los datos: destroyed, returned o kept. Un resultado intermedio no lo lleva.',
    en: '{where}: say in "recalled" what became of the data: destroyed, returned or kept. An interim result has none.',
  },
  'recall-kept-why': {
    severity: 'error',
    es: '{where}: quien conserva datos retirados dice por qué. Agregue una pregunta obligatoria para este resultado.',
    en: '{where}: whoever keeps recalled data says why. Add a question that is required for this outcome.',
  },
  'recall-never': {
    severity: 'warning',
    es: '{where}: nada de lo que se envía a {role} queda cubierto, y el paso nunca se abre. Corríjalo o quítelo.',
    en: '{where}: nothing that is sent to {role} is covered, so the step never opens. Correct or remove it.',
  },
  'requires-cleared': {
    severity: 'error',
    es: 'El paso «{step}» exige «{fact}» y lo quita al abrirse, así que nunca podría responderse. Quite uno de los dos.',
    en: 'Step "{step}" requires "{fact}" and clears it at opening, so it could never be answered. Remove one of the two.',
  },
  'series-order': {
    severity: 'error',
    es: '{where}: las distancias de la serie deben crecer. Ordénelas.',
    en: '{where}: the distances of the series must grow. Put them in order.',
  },
  'series-over-limit': {
    severity: 'error',
    es: 'El paso «{step}» tiene {count} visitas y un límite de {limit} aperturas. Suba el límite o quítelo.',
    en: 'Step "{step}" has {count} visits and a limit of {limit} openings. Raise the limit or remove it.',
  },
  'never-true': {
    severity: 'error',
    es: '{where}: «{atom}» nunca se cumplirá, porque {why}. Corrija la condición.',
    en: '{where}: "{atom}" can never hold, because {why}. Correct the condition.',
  },
  'exhausted-loop': {
    severity: 'error',
    es: 'Los pasos {steps} se esperan unos a otros al agotar su límite y abrirían sin fin. Rompa el círculo.',
    en: 'Steps {steps} wait for each other to exhaust their limit and would open without end. Break the circle.',
  },
  'loop-without-limit': {
    severity: 'warning',
    es: 'Los pasos {steps} pueden repetirse sin límite. Ponga «limit» en uno y diga quién decide después, o confirme que una persona puede salir del círculo.',
    en: 'Steps {steps} can repeat without limit. Put "limit" on one and say who decides after it, or confirm that a person can leave the circle.',
  },
  'fact-never-set': {
    severity: 'warning',
    es: 'El hecho «{fact}» se exige o se consulta, pero nada lo establece. Agregue «sets» donde corresponda.',
    en: 'Fact "{fact}" is required or asked about, but nothing sets it. Add "sets" where it belongs.',
  },
  'date-never-planned': {
    severity: 'warning',
    es: 'De la fecha «{date}» dependen plazos, pero ningún formulario la fija. Agregue un campo con «plans».',
    en: 'Deadlines hang on date "{date}", but no form plans it. Add a field with "plans".',
  },
  'line-by-silence': {
    severity: 'error',
    es: 'El paso «{step}»: el silencio ({outcome}) daría o cambiaría un lugar en un operativo. Quite la marca; un lugar solo cambia por lo que alguien responde.',
    en: 'Step "{step}": silence ({outcome}) would give or change a seat on an operation. Remove the mark; a seat only changes by what somebody answers.',
  },
  'seat-never': {
    severity: 'error',
    es: '{where}: bajo el régimen «{regime}» nadie viaja en un operativo de grupo. Quite «seat».',
    en: '{where}: under regime "{regime}" nobody travels in a group operation. Remove "seat".',
  },
  'operation-decides': {
    severity: 'error',
    es: 'Un operativo de grupo no decide sobre nadie: su régimen debe ser «no-return», no «{regime}».',
    en: 'A group operation decides about nobody: its regime must be "no-return", not "{regime}".',
  },
  'reported-by-people': {
    severity: 'error',
    es: '{where}: el suceso «{event}» lo debe reportar solo el sistema. Ponga «by: system».',
    en: '{where}: event "{event}" must be reported by the system only. Set "by: system".',
  },
  'yes-by-silence': {
    severity: 'error',
    es: '{where}: el resultado «{outcome}» exige un «sí» en «{field}», pero también lo da el silencio, que nadie contestó. Quite uno de los dos.',
    en: '{where}: outcome "{outcome}" demands a yes to "{field}", but silence gives it too, which nobody answered. Remove one of the two.',
  },
  unused: {
    severity: 'warning',
    es: '{where}: se declara y no se usa. Úselo o quítelo.',
    en: '{where}: it is declared and not used. Use it or remove it.',
  },
} as const satisfies Record<string, { severity: Finding['severity'] } & Text>;

export type FindingCode = keyof typeof FINDINGS;

/** What fills the braces of a message: ids and numbers, or a phrase in both languages. */
export type Params = Readonly<Record<string, string | number | Text>>;

/** A finding with its sentences filled in. */
export function finding(code: FindingCode, where: string, params: Params = {}): Finding {
  const { severity } = FINDINGS[code];
  const say = (language: 'es' | 'en') =>
    FINDINGS[code][language].replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'where') return where;
      const value = params[name];
      return typeof value === 'object' ? value[language] : String(value ?? '');
    });
  return { code, where, severity, message: { es: say('es'), en: say('en') } };
}
