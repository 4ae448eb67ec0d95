import type { Text } from '../language/text.js';

interface Phrase {
  readonly severity: 'error' | 'warning';
  readonly found: Text;
  readonly fix: Text;
}

const error = (found: [es: string, en: string], fix: [es: string, en: string]): Phrase => ({
  severity: 'error',
  found: { es: found[0], en: found[1] },
  fix: { es: fix[0], en: fix[1] },
});

const warning = (found: [es: string, en: string], fix: [es: string, en: string]): Phrase => ({
  ...error(found, fix),
  severity: 'warning',
});

/** What is wrong and what to do, for everything the invariants can find. Braces are filled in where it is found. */
export const PHRASES = {
  'gate-missing': error(
    ['El paso {step} no exige {fact}.', 'Step {step} does not require {fact}.'],
    ['Agregue «{id}» a «requires» del paso.', 'Add "{id}" to the "requires" of the step.'],
  ),
  'gate-escaped': error(
    [
      'El resultado {outcome} del paso {step} es positivo y puede darse aunque falte lo exigido.',
      'Outcome {outcome} of step {step} is positive and may be given although what is required is missing.',
    ],
    ['Quite «despiteMissing» del resultado.', 'Remove "despiteMissing" from the outcome.'],
  ),
  'set-initially': error(
    [
      '{fact} vale desde el inicio, sin que nadie lo haya decidido.',
      '{fact} holds from the start although nobody decided it.',
    ],
    ['Quite «initially» del hecho.', 'Remove "initially" from the fact.'],
  ),
  'set-by-event': error(
    [
      '{where} establece {fact}: un suceso que se informa no es una decisión sobre esta persona.',
      '{where} sets {fact}: an event that is reported is no decision on this person.',
    ],
    [
      'Establezca el hecho con la respuesta de un paso de salvaguardia.',
      'Set the fact by an answer of a safeguard step.',
    ],
  ),
  'set-by-silence': error(
    [
      'El silencio en el paso {step} ({outcome}) establece {fact}.',
      'Silence on step {step} ({outcome}) sets {fact}.',
    ],
    [
      'Quite el hecho del resultado, o quite «lapse» del plazo.',
      'Remove the fact from the outcome, or "lapse" from the deadline.',
    ],
  ),
  'set-unguarded': error(
    [
      'El paso {step} establece {fact} sin ser una salvaguardia.',
      'Step {step} sets {fact} without being a safeguard.',
    ],
    [
      'Márquelo con «safeguard: true» y un plazo L2, o quite el hecho.',
      'Mark it "safeguard: true" with an L2 deadline, or remove the fact.',
    ],
  ),
  'set-by-outcome': error(
    [
      'El resultado {outcome} del paso {step} establece {fact}; solo pueden hacerlo: {outcomes}.',
      'Outcome {outcome} of step {step} sets {fact}; only these may: {outcomes}.',
    ],
    ['Quite el hecho de ese resultado.', 'Remove the fact from that outcome.'],
  ),
  'set-escaped': error(
    [
      'El resultado {outcome} del paso {step} establece {fact} y puede darse aunque falte lo exigido.',
      'Outcome {outcome} of step {step} sets {fact} and may be given although what is required is missing.',
    ],
    ['Quite «despiteMissing» o quite el hecho.', 'Remove "despiteMissing" or the fact.'],
  ),
  'set-alone': error(
    [
      'El resultado {outcome} del paso {step} establece {fact} con una sola de las firmas ({roles}).',
      'Outcome {outcome} of step {step} sets {fact} with one of the signatures alone ({roles}).',
    ],
    ['Quite «alone» del resultado.', 'Remove "alone" from the outcome.'],
  ),
  'set-by-kind': error(
    [
      'El paso {step} establece {fact} y lo firma {roles}; debe ser: {who}.',
      'Step {step} sets {fact} and is signed by {roles}; it must be: {who}.',
    ],
    [
      'Cambie quién responde el paso, o quite el hecho.',
      'Change who answers the step, or remove the fact.',
    ],
  ),
  'set-by-step-kind': error(
    [
      'El paso {step} establece {fact} y no es de la clase pedida ({kinds}).',
      'Step {step} sets {fact} and is not of the kind asked for ({kinds}).',
    ],
    ['Establezca el hecho en un paso de esa clase.', 'Set the fact in a step of that kind.'],
  ),
  'set-without-reasons': error(
    [
      'El paso {step} establece {fact} con {outcome} sin pedir ningún motivo del caso de esta persona.',
      "Step {step} sets {fact} by {outcome} without asking for any reason of this person's case.",
    ],
    [
      'Agregue al formulario un campo obligatorio para ese resultado.',
      'Add a field to the form that is required for that outcome.',
    ],
  ),
  'set-too-early': error(
    [
      'El paso {step} establece {fact} sin exigir antes: {after}.',
      'Step {step} sets {fact} without first requiring: {after}.',
    ],
    ['Agréguelo a «requires» del paso.', 'Add it to the "requires" of the step.'],
  ),
  'event-missing': error(
    ['Falta el suceso «{event}».', 'Event "{event}" is missing.'],
    [
      'Declare el suceso con lo que quita y retira.',
      'Declare the event with what it clears and withdraws.',
    ],
  ),
  'event-by': error(
    ['No cualquiera puede informar {event}.', 'Not everybody may report {event}.'],
    ['Ponga «by: anyone».', 'Set "by: anyone".'],
  ),
  'event-refused': error(
    [
      'Hay estados anteriores a la entrega en los que {event} se rechaza.',
      'There are states before the handover in which {event} is refused.',
    ],
    ['Amplíe «while» del suceso o quítelo.', 'Widen the "while" of the event or remove it.'],
  ),
  'event-keeps': error(
    ['{event} no quita {fact}.', '{event} does not clear {fact}.'],
    ['Agregue «{id}» a «clears» del suceso.', 'Add "{id}" to the "clears" of the event.'],
  ),
  'validity-too-long': error(
    [
      '{where} establece {fact} por {is}; vale como máximo {most}.',
      '{where} sets {fact} for {is}; it is valid for {most} at most.',
    ],
    [
      'Ponga «validFor» con esa duración o una menor.',
      'Give it a "validFor" of that length or less.',
    ],
  ),
  'decision-keeps': error(
    [
      'El paso {step} establece {decision} y deja vigente {fact} de una decisión anterior.',
      'Step {step} sets {decision} and leaves {fact} standing from an earlier decision.',
    ],
    [
      'Agregue «{id}» a «clearsAtOpening» del paso o a «clears» del resultado.',
      'Add "{id}" to the "clearsAtOpening" of the step or the "clears" of the outcome.',
    ],
  ),
  'ruling-keeps': error(
    [
      'El resultado {outcome} del paso {step} resuelve el recurso y deja vigente {fact}.',
      'Outcome {outcome} of step {step} decides the remedy and leaves {fact} standing.',
    ],
    ['Agregue «{id}» a «clears» del resultado.', 'Add "{id}" to the "clears" of the outcome.'],
  ),
  'no-return': error(
    [
      'Si en el traslado deja de valer {facts}, ningún paso se abre que haga volver a la persona.',
      'If {facts} stops holding during the transfer, no step opens that brings the person back.',
    ],
    [
      'Agregue un paso que se abra con inTransit y sin {ids}, no exija más y devuelva a la persona (sets inSendingState, clears inTransit).',
      'Add a step that opens on inTransit without {ids}, requires no more and brings the person back (sets inSendingState, clears inTransit).',
    ],
  ),
  'effect-automated': error(
    [
      'El paso {step} tiene efectos y lo responde otro proceso, no una persona.',
      'Step {step} has effects and is answered by another run, not by a person.',
    ],
    ['Haga que lo responda una institución.', 'Let an institution answer it.'],
  ),
  'safeguard-without-deadline': error(
    [
      'El paso {step} es una salvaguardia sin plazo: nadie sabría que falta.',
      'Step {step} is a safeguard without a deadline: nobody would know that it is missing.',
    ],
    ['Agregue un plazo con L2 o L3.', 'Add a deadline with L2 or L3.'],
  ),
  'safeguard-unwatched': error(
    [
      'El paso {step} es una salvaguardia y su silencio solo recuerda (L0), sin ser una decisión de la persona.',
      'Step {step} is a safeguard whose silence only reminds (L0), though it is no decision of the person.',
    ],
    ['Use L2 o L3.', 'Use L2 or L3.'],
  ),
  'silence-decides': error(
    [
      'En el paso {step} el silencio decide {outcome}.',
      'On step {step} silence decides {outcome}.',
    ],
    [
      'Use L2, o un resultado que mantenga abierto el paso (keepsOpen) o deje libre a la persona (ends).',
      'Use L2, or an outcome that keeps the step open (keepsOpen) or sets the person free (ends).',
    ],
  ),
  'silence-gives': error(
    [
      'El silencio en el paso {step} ({outcome}) da {fact}, que se exige para salir, entregar o divulgar.',
      'Silence on step {step} ({outcome}) gives {fact}, which is required to depart, hand over or disclose.',
    ],
    ['Quite ese hecho del resultado.', 'Remove that fact from the outcome.'],
  ),
  'departure-on-silence': error(
    [
      'El paso {departure} se abre cuando nadie responde {step} ({outcome}).',
      'Step {departure} opens when nobody answers {step} ({outcome}).',
    ],
    ['Quite ese resultado de «when».', 'Remove that outcome from "when".'],
  ),
  'no-exit': error(
    [
      'Si el proceso se detiene, no siempre se abre un paso de la institución rectora. Salidas que hay: {exits}. Sin salida cuando: {state}.',
      'When the run comes to a stop, a step of the lead does not always open. Exits there are: {exits}. No exit when: {state}.',
    ],
    [
      'Agregue un paso de la institución rectora con «idle» en «when», sin «requires» ni «limit», con plazo y con un resultado que termine o haga seguir el proceso.',
      'Add a step of the lead with "idle" in its "when", without "requires" and "limit", with a deadline and an outcome that ends the run or takes it on.',
    ],
  ),
  'circle-of-silence': error(
    [
      'Los pasos {steps} se repiten sin fin aunque nadie actúe.',
      'Steps {steps} repeat for ever although nobody acts.',
    ],
    ['Ponga «limit» en uno de ellos.', 'Put a "limit" on one of them.'],
  ),
  'circle-without-exit': error(
    [
      'De los pasos {steps}, que se repiten sin límite, ninguna respuesta sale.',
      'No answer leads out of steps {steps}, which repeat without limit.',
    ],
    [
      'Ponga «limit» en uno, o un resultado que no vuelva a abrir ninguno.',
      'Put a "limit" on one, or an outcome that opens none of them again.',
    ],
  ),
  'departure-unsaid': error(
    [
      'El paso {step} es una salida y ningún resultado establece inTransit.',
      'Step {step} is a departure and none of its outcomes sets inTransit.',
    ],
    [
      'Agregue «sets: [inTransit]» y «clears: [inSendingState]» al resultado por el que la persona sale.',
      'Add "sets: [inTransit]" and "clears: [inSendingState]" to the outcome by which the person leaves.',
    ],
  ),
  'departure-ends': error(
    [
      'Con la salida ({step}) termina el proceso y la persona queda en camino sin nadie a cargo.',
      'The run ends with the departure ({step}) and leaves the person on the way with nobody in charge.',
    ],
    [
      'Quite «ends» o «continues» de ese resultado.',
      'Remove "ends" or "continues" from that outcome.',
    ],
  ),
  'departure-stays': error(
    [
      'La salida ({step}) no quita inSendingState.',
      'The departure ({step}) does not clear inSendingState.',
    ],
    ['Agregue «clears: [inSendingState]».', 'Add "clears: [inSendingState]".'],
  ),
  'departure-hidden': error(
    [
      '{by} pone a la persona en camino sin ser una salida.',
      '{by} puts the person on the way without being a departure.',
    ],
    [
      'Declare «effects: [departs]» en el paso, o quite inTransit.',
      'Declare "effects: [departs]" on the step, or remove inTransit.',
    ],
  ),
  'person-lost': error(
    [
      '{by} dice que la persona ya no está en camino y no dice dónde está.',
      '{by} says that the person is no longer on the way and does not say where they are.',
    ],
    [
      'Establezca received, returned o inSendingState.',
      'Set received, returned or inSendingState.',
    ],
  ),
  'place-twice': error(
    [
      '{by} dice que la persona está en un lugar ({now}) y no quita los demás ({others}).',
      '{by} says that the person is in one place ({now}) and does not clear the others ({others}).',
    ],
    ['Agregue a «clears»: {others}.', 'Add to "clears": {others}.'],
  ),
  'ends-in-transit': error(
    [
      '{by} puede terminar el proceso mientras la persona está en camino.',
      '{by} may end the run while the person is on the way.',
    ],
    [
      'Haga que solo pueda ocurrir antes de la salida o después de la entrega.',
      'Let it happen before the departure or after the handover only.',
    ],
  ),
  'received-without-handover': error(
    [
      '{by} da por recibida a una persona que está en camino, sin acta de entrega.',
      '{by} counts a person on the way as received, without a handover.',
    ],
    [
      'Use el paso con «effects: [hands-over]» y quite allí inTransit.',
      'Use the step with "effects: [hands-over]" and clear inTransit there.',
    ],
  ),
  'closes-early': error(
    [
      'El paso {step} cierra el expediente sin exigir que la persona fue recibida.',
      'Step {step} closes the file without requiring that the person was received.',
    ],
    ['Agregue received o returned a «requires».', 'Add received or returned to "requires".'],
  ),
  'handover-missing': error(
    [
      'Hay una salida y ningún paso de entrega entre los dos Estados.',
      'There is a departure and no step of handover between the two States.',
    ],
    ['Agregue un paso con «effects: [hands-over]».', 'Add a step with "effects: [hands-over]".'],
  ),
  'handover-unsigned': error(
    [
      'En la entrega {step} falta la firma de {missing}.',
      'The handover {step} lacks the signature of {missing}.',
    ],
    ['Agréguelas a «by».', 'Add them to "by".'],
  ),
  'handover-unguarded': error(
    [
      'La entrega {step} no está marcada como salvaguardia.',
      'The handover {step} is not marked as a safeguard.',
    ],
    ['Agregue «safeguard: true» y un plazo L2.', 'Add "safeguard: true" and an L2 deadline.'],
  ),
  'handover-alone': error(
    [
      'El resultado {outcome} de la entrega {step} vale con una sola firma.',
      'Outcome {outcome} of the handover {step} needs one signature only.',
    ],
    ['Quite «alone».', 'Remove "alone".'],
  ),
  'handover-by-silence': error(
    [
      'La entrega {step} se da por hecha ({outcome}) si nadie responde.',
      'The handover {step} counts as done ({outcome}) when nobody answers.',
    ],
    ['Quite «lapse».', 'Remove "lapse".'],
  ),
  'deadline-missing': error(
    ['El paso {step} no tiene plazo.', 'Step {step} has no deadline.'],
    [
      'Fije duración, unidad y qué significa el silencio.',
      'Set its length, unit and what silence means.',
    ],
  ),
  'role-unfillable': error(
    [
      'En el directorio no hay ninguna institución de clase {kind} ({side}) para la función {role}.',
      'The directory has no institution of kind {kind} ({side}) for role {role}.',
    ],
    ['Registre una o cambie la clase.', 'Register one or change the kind.'],
  ),
  'role-vacant': warning(
    [
      'En el directorio no hay ninguna institución de clase {kind} ({side}) para la función {role}; su trabajo lo hará la institución rectora.',
      'The directory has no institution of kind {kind} ({side}) for role {role}; the lead will do its work.',
    ],
    ['Registre una o confirme que así debe ser.', 'Register one or confirm that this is meant.'],
  ),
  'refusal-keeps': error(
    [
      '{step}, {outcome}: la persona vuelve y siguen vigentes {facts}.',
      '{step}, {outcome}: the person comes back and these still stand: {facts}.',
    ],
    ['Agregue a «clears»: {ids}.', 'Add to "clears": {ids}.'],
  ),
  'transfer-keeps': error(
    [
      '{by} pasa el caso a {protocol} y deja vigentes {facts}.',
      '{by} moves the case to {protocol} and leaves standing: {facts}.',
    ],
    ['Agregue a «clears»: {ids}.', 'Add to "clears": {ids}.'],
  ),
  'transfer-nowhere': warning(
    [
      '{by} continúa en el protocolo «{protocol}», que no existe.',
      '{by} continues under the protocol "{protocol}", which does not exist.',
    ],
    ['Publique ese protocolo o corrija el nombre.', 'Publish that protocol or correct the name.'],
  ),
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
      'La afirmación de ser menor de 18 años no restablece {fact}.',
      'The claim to be under 18 does not restore {fact}.',
    ],
    ['Agregue {fact} a «sets» del suceso.', 'Add {fact} to the "sets" of the event.'],
  ),
  'child-to-stranger': error(
    [
      'En la entrega {step} no firma, por el Estado receptor, protección de la niñez ni un tribunal.',
      'On the receiving side of the handover {step} neither child protection nor a court signs.',
    ],
    ['Agréguelas a «by».', 'Add one to "by".'],
  ),
  'handover-unrecorded': error(
    [
      'La entrega {step} no pregunta nada obligatorio sobre quién recibe.',
      'The handover {step} asks nothing required on who receives.',
    ],
    ['Agregue al formulario un campo obligatorio.', 'Add a required field to the form.'],
  ),
  'closed-too-soon': error(
    [
      'El paso {step} puede cerrar el caso antes de la última visita de seis meses o más.',
      'Step {step} may close the file before the last visit at six months or more.',
    ],
    [
      'Exija en «when» que la serie haya terminado («finished:…») o uno de los motivos admitidos.',
      'Ask in "when" that the series has finished ("finished:…") or for one of the admitted reasons.',
    ],
  ),
  'origin-asked': error(
    [
      'El paso {step} lo responde {roles}, del país de origen, sin exigir {facts}.',
      'Step {step} is answered by {roles}, of the country of origin, without requiring {facts}.',
    ],
    ['Agregue a «requires»: {ids}.', 'Add to "requires": {ids}.'],
  ),
  'origin-told': error(
    [
      'El paso {step} envía {categories} a {to}, del país de origen, aunque falte {facts}.',
      'Step {step} sends {categories} to {to}, of the country of origin, even without {facts}.',
    ],
    [
      'Agregue a «requires» del paso, o a «unless» del envío como «not»: {ids}.',
      'Add to the "requires" of the step, or to the "unless" of the share as "not": {ids}.',
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
  'withdrawal-punished': error(
    [
      '{where} lleva a quien no retorna a una deportación ya avanzada ({entry}).',
      '{where} takes whoever does not return to a deportation under way ({entry}).',
    ],
    ['Continúe en «inform-rights» o no continúe.', 'Continue at "inform-rights" or not at all.'],
  ),
  'origin-told-unasked': error(
    [
      'El paso {step} avisa a {to}, del país de origen, sin que la persona lo haya consentido.',
      'Step {step} tells {to}, of the country of origin, though the person did not agree.',
    ],
    [
      'Agregue a «unless» del envío: not originNoticeAgreed o not consularContactAgreed.',
      'Add to the "unless" of the share: not originNoticeAgreed or not consularContactAgreed.',
    ],
  ),
  'origin-asked-unasked': error(
    [
      'El paso {step} lo responde {roles}, del país de origen, sin que la persona lo haya consentido.',
      'Step {step} is answered by {roles}, of the country of origin, though the person did not agree.',
    ],
    [
      'Agregue consularContactAgreed u originNoticeAgreed a «requires».',
      'Add consularContactAgreed or originNoticeAgreed to "requires".',
    ],
  ),
  'agreement-assumed': error(
    [
      '{where} da por consentido el aviso al país de origen ({fact}) sin que la persona respondiera.',
      '{where} takes the notice to the country of origin as agreed ({fact}) without an answer of the person.',
    ],
    [
      'Establézcalo solo con una respuesta en el país remitente.',
      'Set it only by an answer in the sending country.',
    ],
  ),
  'share-beyond': error(
    [
      'El paso {step} envía a {to} más de lo que su función necesita: {beyond}. Puede recibir: {allowed}.',
      'Step {step} sends {to} more than its function needs: {beyond}. It may receive: {allowed}.',
    ],
    [
      'Quite esas categorías, o envíelas desde una aprobación con motivos obligatorios.',
      'Remove these categories, or send them from an approval with required reasons.',
    ],
  ),
  'share-forbidden': error(
    [
      'El paso {step} envía {category} a {to}, que no debe recibirlo.',
      'Step {step} sends {category} to {to}, which must not receive it.',
    ],
    ['Quite esa categoría del envío.', 'Remove that category from the share.'],
  ),
  'template-kept': error(
    [
      'El campo «{field}» de {step} guarda biometría como texto.',
      'Field "{field}" of {step} keeps biometrics as text.',
    ],
    ['Use un campo de sí o no, o de código.', 'Use a yes-or-no field or a code.'],
  ),
  'listed-uncleared': error(
    [
      'El paso {step} pone a la persona en una lista sin exigir individuallyCleared.',
      'Step {step} puts the person on a list without requiring individuallyCleared.',
    ],
    ['Agregue individuallyCleared a «requires».', 'Add individuallyCleared to "requires".'],
  ),
  'offer-missing': error(
    [
      'El paso «{step}» no se abre tras la entrega.',
      'Step "{step}" does not open after the handover.',
    ],
    ['Agréguelo, o haga que la recepción lleve a él.', 'Add it, or let the reception lead to it.'],
  ),
  'decline-costs': error(
    [
      'Rechazar la oferta ({step}) tiene consecuencias, o no se puede.',
      'Declining the offer ({step}) has consequences, or is not possible.',
    ],
    [
      'Deje el resultado «declines» sin más efecto.',
      'Leave the outcome "declines" without further effect.',
    ],
  ),
  'monitor-missing': error(
    [
      'El protocolo no nombra un órgano de monitoreo obligatorio.',
      'The protocol names no monitoring body that must be filled.',
    ],
    [
      'Declare «monitor» con una función de clase MON que no sea opcional.',
      'Declare "monitor" with a role of kind MON that is not optional.',
    ],
  ),
  'monitor-untold': error(
    [
      '{where}: el órgano de monitoreo no recibe aviso antes de la salida.',
      '{where}: the monitoring body gets no notice before the departure.',
    ],
    [
      'Agregue un envío al órgano de monitoreo con ese resultado.',
      'Add a share to the monitoring body with that outcome.',
    ],
  ),
  'regime-without-departure': error(
    [
      'El régimen declarado es de retorno y ningún paso es una salida.',
      'The regime declared is one of return and no step is a departure.',
    ],
    [
      'Declare «effects: [departs]» en el paso de salida, o el régimen «no-return».',
      'Declare "effects: [departs]" on the step of departure, or the regime "no-return".',
    ],
  ),
  'regime-too-light': error(
    [
      'El paso {step} tiene el efecto «{effect}», que el régimen «no-return» no permite.',
      'Step {step} has the effect "{effect}", which the regime "no-return" does not allow.',
    ],
    [
      'Declare el régimen que corresponde, o quite el efecto.',
      'Declare the regime that fits, or remove the effect.',
    ],
  ),
  'regime-decides': error(
    [
      'El hecho «{fact}» decide sobre un retorno y el régimen es «no-return».',
      'Fact "{fact}" decides on a return and the regime is "no-return".',
    ],
    [
      'Declare el régimen que corresponde, o quite el hecho.',
      'Declare the regime that fits, or remove the fact.',
    ],
  ),
  'dead-step': error(
    ['El paso {step} no puede abrirse nunca.', 'Step {step} can never open.'],
    [
      'Corrija «when» o «requires», o quite el paso.',
      'Correct "when" or "requires", or remove the step.',
    ],
  ),
  'silence-consents': error(
    [
      'El silencio en el paso {step} ({outcome}) da {fact}, sin el cual se retienen datos.',
      'Silence on step {step} ({outcome}) gives {fact}, without which data is held back.',
    ],
    ['Quite ese hecho del resultado.', 'Remove that fact from the outcome.'],
  ),
  'silence-refuses': error(
    [
      'El silencio en el paso {step} ({outcome}) termina el proceso en contra de la persona.',
      'Silence on step {step} ({outcome}) ends the run against the person.',
    ],
    ['Use L2, o L3 con la rama que protege.', 'Use L2, or L3 with the branch that protects.'],
  ),
  'question-twice': warning(
    [
      '«{question}» se pregunta en más de un paso: {steps}.',
      '"{question}" is asked in more than one step: {steps}.',
    ],
    [
      'Pregunte una vez y use la respuesta, o dé a ambos campos el mismo «id».',
      'Ask once and use the answer, or give both fields the same "id".',
    ],
  ),
  'share-uncollected': error(
    [
      'El paso {step} envía {category} a {to}, y ningún formulario lo recoge.',
      'Step {step} shares {category} with {to}, and no form collects it.',
    ],
    ['Agregue el campo o quite la categoría.', 'Add the field or remove the category.'],
  ),
  'deadline-over': error(
    [
      'El plazo del paso {step} termina antes de que el paso pueda abrirse.',
      'The deadline of step {step} ends before the step can open.',
    ],
    [
      'Acorte el plazo o adelante «notBefore».',
      'Shorten the deadline or let "notBefore" come earlier.',
    ],
  ),
  'deadline-useless': error(
    [
      'Si el paso {step} se responde a tiempo, {fact} ya habrá vencido al llegar {departure}.',
      'If step {step} is answered in time, {fact} will have run out when {departure} comes.',
    ],
    ['Acorte el plazo o alargue «validFor».', 'Shorten the deadline or lengthen "validFor".'],
  ),
} as const satisfies Record<string, Phrase>;

export type PhraseCode = keyof typeof PHRASES;
