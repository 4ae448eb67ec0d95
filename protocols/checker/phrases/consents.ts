import { error, type Phrase } from './phrase.js';

/** Consents: who gives them, how they are recorded, and that each stands alone. */
export const CONSENTS = {
  'consent-unrecorded': error(
    [
      'El paso {step} pide un consentimiento y le faltan preguntas del registro: {fields}.',
      'Step {step} asks for a consent and lacks questions of the record: {fields}.',
    ],
    [
      'Agregue esos campos, con sus códigos y obligatorios con los resultados que consienten.',
      'Add these fields, with their codes and required with the outcomes that consent.',
    ],
  ),
  'consent-by-another': error(
    [
      'En el paso {step} otra persona podría decidir por una persona adulta ({who}).',
      'In step {step} somebody else may decide for an adult ({who}).',
    ],
    [
      'Deje en «consent-whose» solo: {allowed}. Cada persona adulta decide en su propio proceso.',
      'Keep in "consent-whose" only: {allowed}. Each adult decides in their own run.',
    ],
  ),
  'consent-child-alone': error(
    [
      'En el paso {step} una niña o un niño podría consentir sin quien la o lo represente, o sin ser escuchado.',
      'In step {step} a child may consent without whoever represents them, or without being heard.',
    ],
    [
      'Ofrezca «guardian» o «parents» en «consent-whose» y pregunte «consent-assent»; en el régimen «child» quite «person».',
      'Offer "guardian" or "parents" in "consent-whose" and ask "consent-assent"; under regime "child" remove "person".',
    ],
  ),
  'consent-by-silence': error(
    [
      'En el paso {step} el silencio daría un consentimiento ({outcome}).',
      'In step {step} silence would give a consent ({outcome}).',
    ],
    [
      'Quite ese resultado de «lapse» y de «bySilence».',
      'Remove that outcome from "lapse" and "bySilence".',
    ],
  ),
  'consent-before-detainer': error(
    [
      'La autoridad migratoria ({roles}) recibe en el paso {step} el consentimiento para volver.',
      'The migration authority ({roles}) takes the consent to return in step {step}.',
    ],
    [
      'Haga que lo reciba una institución que no controla la detención.',
      'Let an institution take it that does not control the detention.',
    ],
  ),
  'consent-unasked': error(
    ['Ningún paso pide el consentimiento «{purpose}».', 'No step asks for consent "{purpose}".'],
    [
      'Nómbrelo en «consent» del paso que lo pide, o quítelo.',
      'Name it in the "consent" of the step that asks for it, or remove it.',
    ],
  ),
  'consent-unrevocable': error(
    [
      'El consentimiento «{purpose}» no puede retirarse en todo momento y por cualquier parte.',
      'Consent "{purpose}" cannot be taken back at any time and by every party.',
    ],
    [
      'Agregue un suceso con «by: anyone», sin «while» y con «revokes: [{purpose}]».',
      'Add an event with "by: anyone", without "while" and with "revokes: [{purpose}]".',
    ],
  ),
  'consent-not-given': error(
    [
      'El resultado {outcome} del paso {step} da el consentimiento «{purpose}» y no establece {marks}.',
      'Outcome {outcome} of step {step} gives consent "{purpose}" and does not set {marks}.',
    ],
    [
      'Agréguelo a «sets» del resultado, o pregúntelo en el formulario.',
      'Add it to the "sets" of the outcome, or ask it in the form.',
    ],
  ),
  'consent-taken': error(
    [
      '{where} da por consentido «{purpose}» ({marks}) sin que ahí se pida a la persona.',
      '{where} counts consent "{purpose}" as given ({marks}), though the person is not asked for it there.',
    ],
    [
      'Establezca {marks} solo con resultados que el paso nombra en «gives» de ese consentimiento.',
      'Set {marks} only by outcomes the step names in "gives" of that consent.',
    ],
  ),
  'consent-bundled': error(
    [
      'En el paso {step} no puede darse «{purpose}» sin «{other}».',
      'In step {step} "{purpose}" cannot be given without "{other}".',
    ],
    [
      'Pida cada consentimiento en un paso propio, o con un resultado para cada uno.',
      'Ask for each consent in a step of its own, or with an outcome for each.',
    ],
  ),
  'minority-unsaid': error(
    [
      'Se piden consentimientos y nada dice cuándo la persona es menor de 18 años.',
      'Consents are asked for and nothing says when the person is under 18.',
    ],
    [
      'Declare «minorWhen», aunque solo lo diga una respuesta del inicio.',
      'Declare "minorWhen", though only an answer at the start says it.',
    ],
  ),
  'consent-kept': error(
    [
      '{where} retira el consentimiento «{purpose}» y deja vigente {marks}.',
      '{where} takes back consent "{purpose}" and leaves {marks} standing.',
    ],
    [
      'Agréguelo a «clears», o póngalo en «assigns» como no.',
      'Add it to "clears", or assign it false.',
    ],
  ),
  'consent-punished': error(
    [
      '{where}: retirar o negar un consentimiento termina el proceso o lo lleva a otro.',
      '{where}: taking back or refusing a consent ends the run or moves it elsewhere.',
    ],
    ['Quite «ends» y «continues».', 'Remove "ends" and "continues".'],
  ),
  'consent-closes-others': error(
    [
      '{where}: negar o retirar «{purpose}» acaba también con «{other}».',
      '{where}: refusing or taking back "{purpose}" also ends "{other}".',
    ],
    [
      'Quite {marks} de lo que ese resultado o suceso borra.',
      'Remove {marks} from what it clears.',
    ],
  ),
  'consent-undeclared': error(
    [
      'La salida {step} no exige un consentimiento declarado para volver, con reflexión y ratificación.',
      'Departure {step} requires no declared consent to return, with time to think and reconfirmation.',
    ],
    [
      'Declare un consentimiento de tipo «return» con «coolingOff» y «reconfirm», y exija en la salida sus hechos.',
      'Declare a consent of kind "return" with "coolingOff" and "reconfirm", and require its facts in the departure.',
    ],
  ),
  'consent-clock': error(
    [
      'El paso {step} no cumple el tiempo que el consentimiento «{purpose}» declara ({part}).',
      'Step {step} does not keep the time that consent "{purpose}" declares ({part}).',
    ],
    [
      'Use «series», «notBefore» y «validFor» con esos tiempos, o más protectores.',
      'Use "series", "notBefore" and "validFor" with these times, or more protective ones.',
    ],
  ),
} as const satisfies Record<string, Phrase>;
