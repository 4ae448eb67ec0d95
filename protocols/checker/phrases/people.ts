import { error, type Phrase } from './phrase.js';

/** Children, victims of trafficking, and people who choose. */
export const PEOPLE = {
  'child-unheard': error(
    [
      '{where} da por resguardada a una niña o un niño sin que lo decida la autoridad de protección.',
      '{where} counts a child as safeguarded without child protection deciding it.',
    ],
    [
      'Haga que responda esa autoridad, o que el resultado diga que no viaja ninguna niña o niño (withChildren: false).',
      'Let that authority answer, or let the outcome say that no child travels (withChildren: false).',
    ],
  ),
  'removal-elsewhere': error(
    [
      'El hecho «{fact}» es propio de una deportación y el régimen no lo es.',
      'Fact "{fact}" belongs to a deportation, and the regime is none.',
    ],
    [
      'Quite el hecho o declare el régimen «removal».',
      'Remove the fact or declare the regime "removal".',
    ],
  ),
  'referral-undone': error(
    [
      '{where} da por terminada la derivación de protección dentro de este proceso.',
      '{where} ends the protection referral within this run.',
    ],
    [
      'Quite noReferralPending de «sets»: el caso sigue en el protocolo que protege.',
      'Remove noReferralPending from "sets": the case goes on under the protocol that protects.',
    ],
  ),
  'child-among-adults': error(
    [
      '{step} pasa el caso a «{protocol}», para personas adultas, sin exigir {adulthood}.',
      '{step} moves the case to "{protocol}", which is for adults, without requiring {adulthood}.',
    ],
    [
      'Agregue {adulthood} a «requires» del paso y no lo dé por silencio.',
      'Add {adulthood} to the "requires" of the step and do not give it by silence.',
    ],
  ),
  'adulthood-elsewhere': error(
    [
      'El hecho «{fact}» distingue a personas adultas de niñas y niños solo en el régimen «victim»; aquí quitaría salvaguardias.',
      'Fact "{fact}" tells adults from children under the regime "victim" only; here it would take safeguards away.',
    ],
    ['Quite el hecho.', 'Remove the fact.'],
  ),
  'escort-absent': error(
    [
      'En la salida {step} de una niña o un niño no firma quien le acompaña.',
      'At the departure {step} of a child whoever escorts them does not sign.',
    ],
    [
      'Agregue a «by» protección de la niñez o a quien acompaña, que no sea de ninguno de los dos Estados.',
      'Add to "by" child protection or whoever escorts and is of neither State.',
    ],
  ),
  'child-as-adult': error(
    [
      'La salida {step}, de personas adultas, puede abrirse para quien cuenta como niña o niño.',
      'Departure {step}, which is for adults, may open for who counts as a child.',
    ],
    ['Agregue a «when» que isMinor es «false».', 'Add to "when" that isMinor is false.'],
  ),
  'need-in-words': error(
    [
      '{where}: la pregunta «{field}» sobre necesidades especiales admite algo fuera de la lista cerrada y saldría con ella.',
      '{where}: question "{field}" on special needs admits something outside the closed list, which would leave with it.',
    ],
    [
      'Use el tipo «codes» con opciones de: {allowed}.',
      'Use type "codes" with options of: {allowed}.',
    ],
  ),
  'family-unlinked': error(
    [
      'Nada dice al proceso que un familiar ya no va: {what}.',
      'Nothing tells the run that a relative no longer goes along: {what}.',
    ],
    [
      'Declare «family» y que el suceso «diverged» quite {fact}.',
      'Declare "family" and let its event "diverged" clear {fact}.',
    ],
  ),
  'closed-by-report': error(
    [
      'El suceso {event} puede terminar el proceso de una niña o un niño ya recibido, sin esperar las visitas.',
      'Event {event} may end the run of a child who was received, without waiting for the visits.',
    ],
    [
      'Limítelo con «while» a antes de la recepción, o quite «ends».',
      'Limit it by "while" to before the reception, or remove "ends".',
    ],
  ),
  'age-unproven': error(
    [
      '{by} hace de la persona un caso de adulto sin un dictamen motivado de mayoría de edad.',
      '{by} makes the person a case of an adult without a reasoned finding of majority.',
    ],
    [
      'Solo el resultado «adult» de un paso de salvaguardia firmado por protección de la niñez puede hacerlo.',
      'Only the outcome "adult" of a safeguard step signed by child protection may do it.',
    ],
  ),
  'claim-ignored': error(
    [
      '{where}: la afirmación de ser menor de 18 años, o la duda, no restablece {fact}.',
      '{where}: the claim to be under 18, or doubt, does not restore {fact}.',
    ],
    ['Agregue {fact} donde se dice.', 'Add {fact} where it says.'],
  ),
  'child-to-stranger': error(
    [
      'En la entrega {step} no firma, por el Estado receptor, protección de la niñez ni un tribunal.',
      'On the receiving side of the handover {step} neither child protection nor a court signs.',
    ],
    ['Agréguelas a «by».', 'Add one to "by".'],
  ),
  'report-leads-nowhere': error(
    [
      'Informar {by} no lleva con certeza a un protocolo del régimen «{regime}». Paso que lo espera: {step}.',
      'Reporting {by} does not lead to a protocol of the regime "{regime}" for certain. Step that waits for it: {step}.',
    ],
    [
      'Que con «{atom}», sin otra condición ni hecho exigido, se abra un paso cuyos resultados tengan «continues».',
      'Let "{atom}", with no other condition and no fact required, open a step whose outcomes have "continues".',
    ],
  ),
  'sign-leads-nowhere': error(
    [
      'El resultado de {by} no pasa el caso a un protocolo del régimen «{regime}».',
      'The result of {by} does not move the case to a protocol of the regime "{regime}".',
    ],
    ['Dele «continues» a ese resultado.', 'Give that outcome a "continues".'],
  ),
  'finding-keeps': error(
    [
      '{by} declara la mayoría de edad y deja en firme un dictamen anterior: el nuevo no podría impugnarse.',
      '{by} finds majority and leaves an earlier finding final: the new one could not be challenged.',
    ],
    ['Agregue {fact} a «clears» del resultado.', 'Add {fact} to the "clears" of the outcome.'],
  ),
  'closed-too-soon': error(
    [
      'El paso {step} puede cerrar el caso antes de la última visita de seis meses o más. Visitas que exige: {visits}.',
      'Step {step} may close the file before the last visit at six months or more. Visits it asks for: {visits}.',
    ],
    [
      'Exija en «when» que la serie haya terminado («finished:…») o uno de los motivos admitidos.',
      'Ask in "when" that the series has finished ("finished:…") or for one of the admitted reasons.',
    ],
  ),
  'decision-despite-sign': error(
    [
      'El paso {step} decide la salida sin exigir {id}.',
      'Step {step} decides the removal without requiring {id}.',
    ],
    [
      'Agregue «{id}» a «requires» y quite «despiteMissing».',
      'Add "{id}" to "requires" and remove "despiteMissing".',
    ],
  ),
  'reflection-cut': error(
    [
      'El paso {step} da por concluida la reflexión sin que pasaran treinta días ni conste el deseo escrito de la persona.',
      'Step {step} ends the reflection without thirty days having passed or the written wish of the person.',
    ],
    [
      'Ábralo con «series» a los 30 días o más, o pida el escrito en un campo obligatorio.',
      'Open it with a "series" at 30 days or more, or ask for the writing in a required field.',
    ],
  ),
  'adult-as-child': error(
    [
      'El paso {step} puede abrirse para una persona adulta y no exige su consentimiento.',
      'Step {step} may open for an adult and does not require their consent.',
    ],
    [
      'Agregue «isMinor es true» a «when», o exija majorityEstablished y consentValid.',
      'Add "isMinor is true" to "when", or require majorityEstablished and consentValid.',
    ],
  ),
  'adulthood-keeps': error(
    [
      '{by} hace del caso uno de adulto y deja vigente la determinación como niña o niño (bidReturn).',
      '{by} makes the case one of an adult and leaves the determination as a child (bidReturn) standing.',
    ],
    ['Agregue bidReturn a «clears».', 'Add bidReturn to "clears".'],
  ),
  'assistance-tied': error(
    [
      'El paso {step} depende de la cooperación con la justicia ({atoms}).',
      'Step {step} depends on cooperation with justice ({atoms}).',
    ],
    ['Quítelo de «when» o de «requires».', 'Remove it from "when" or "requires".'],
  ),
  'victim-deported': error(
    [
      'En el viaje de una víctima actúa la autoridad migratoria (paso {step}).',
      'The migration authority acts in the journey of a victim (step {step}).',
    ],
    ['Confíe el viaje a otra institución.', 'Leave the journey to another institution.'],
  ),
  'alternatives-missing': error(
    ['Falta el paso «{step}».', 'Step "{step}" is missing.'],
    ['Agréguelo, con sus resultados de permanencia.', 'Add it, with its outcomes of staying.'],
  ),
  'alternatives-barred': error(
    [
      'El paso «{step}» no siempre se abre cuando la persona pide permanecer.',
      'Step "{step}" does not always open when the person asks to stay.',
    ],
    [
      'Haga que «when» se cumpla con inSendingState y sin returnOpen, y que no exija más.',
      'Let "when" hold with inSendingState and without returnOpen, and let it require no more.',
    ],
  ),
  'no-cooling-off': error(
    [
      'En el paso {step} se consiente sin 72 horas de reflexión tras la consejería.',
      'In step {step} consent is given without 72 hours after counselling.',
    ],
    [
      'Ábralo con «series» a 72 horas o más de la consejería.',
      'Open it with a "series" at 72 hours or more after counselling.',
    ],
  ),
  'withdrawal-missing': error(
    ['Falta el paso «{step}».', 'Step "{step}" is missing.'],
    ['Agregue el paso de desistimiento.', 'Add the step of withdrawal.'],
  ),
  'withdrawal-barred': error(
    [
      'El paso {step} no siempre se abre cuando se retira el consentimiento.',
      'Step {step} does not always open when consent is withdrawn.',
    ],
    [
      'Que se abra con «event:consent-revoked» hasta el retorno, sin «requires», «limit» ni «notBefore».',
      'Let it open on "event:consent-revoked" until the return, without "requires", "limit" and "notBefore".',
    ],
  ),
  'withdrawal-bars': error(
    [
      '{by} deja «{mark}», y con eso el paso {step} ya no se abre: retirar el consentimiento tendría consecuencias.',
      '{by} leaves "{mark}", and with that step {step} opens no more: withdrawing consent would have consequences.',
    ],
    [
      'Quite «{mark}» de lo que espera el paso, o no lo deje.',
      'Take "{mark}" out of what the step waits for, or do not leave it.',
    ],
  ),
  'withdrawal-punished': error(
    [
      '{where} lleva a quien no retorna a una deportación ya avanzada ({entry}).',
      '{where} takes whoever does not return to a deportation under way ({entry}).',
    ],
    ['Continúe en «inform-rights» o no continúe.', 'Continue at "inform-rights" or not at all.'],
  ),
} as const satisfies Record<string, Phrase>;
