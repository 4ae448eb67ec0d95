import { error, type Phrase, warning } from './phrase.js';

/** Departure, handover, return, and that a run goes on. */
export const JOURNEY = {
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
  'departure-abroad': error(
    [
      'La salida ({step}) la responden solo instituciones del Estado receptor: {roles}.',
      'The departure ({step}) is answered by institutions of the receiving State alone: {roles}.',
    ],
    [
      'Agregue a «by» a quien lleva a la persona desde el Estado remitente.',
      'Add to "by" whoever takes the person from the sending State.',
    ],
  ),
  'received-without-departure': error(
    [
      '{by} da por recibida a una persona que está en el Estado remitente, sin salida ni entrega.',
      '{by} counts a person who is in the sending State as received, without departure and handover.',
    ],
    [
      'Haga que solo pueda ocurrir tras una entrega, o en un proceso que empieza en la recepción.',
      'Let it happen after a handover only, or in a run that begins at reception.',
    ],
  ),
  'received-by-sender': error(
    [
      '{by} da por recibida a la persona y no lo responde solo el Estado receptor (responde: {roles}).',
      '{by} counts the person as received and is not answered by the receiving State alone (answered by: {roles}).',
    ],
    [
      'Fuera de una entrega, que lo registre una institución que recibe.',
      'Outside a handover let an institution that receives register it.',
    ],
  ),
  'protection-withdrawn': error(
    [
      '{by} retira el paso {step}, que protege a la persona, mientras dura aquello por lo que se abrió; no vuelve a abrirse.',
      '{by} takes back step {step}, which protects the person, while what it opened for goes on; it does not open again.',
    ],
    ['Quite «{id}» de «withdraws».', 'Remove "{id}" from "withdraws".'],
  ),
  'presence-assumed': error(
    [
      '{by} da a la persona por ausente o fallecida ({fact}) sin que se haya informado.',
      '{by} takes the person to be absent or dead ({fact}) although nobody reported it.',
    ],
    [
      'Que el hecho valga desde el inicio y lo quite solo un suceso que se informa.',
      'Let the fact hold from the start and let only a reported event take it away.',
    ],
  ),
  'never-still': error(
    [
      'El paso {step} puede quedar abierto para siempre y nadie puede cerrarlo, así que el proceso nunca se detiene para que se decida.',
      'Step {step} may stay open for ever with nobody able to close it, so the run never stands still to be decided on.',
    ],
    [
      'Dé a las personas un resultado que lo cierre, también mientras falte lo exigido si ahí admite otro.',
      'Give people an outcome that closes it, also while something required is missing if it admits another then.',
    ],
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
      '{by} dice que la persona ya no está donde estaba y no dice dónde está.',
      '{by} says that the person is no longer where they were and does not say where they are.',
    ],
    [
      'Establezca inTransit, received, returned o inSendingState.',
      'Set inTransit, received, returned or inSendingState.',
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
  'ends-in-transit-by-others': error(
    [
      '{by} puede terminar el proceso en el camino, y no lo responde quien conduce.',
      '{by} may end the run on the way, and the lead is not who answers.',
    ],
    [
      'Haga que solo pueda ocurrir antes de la salida o después de la entrega; por una ausencia en el camino cierra solo quien conduce.',
      'Let it happen before the departure or after the handover only; for an absence on the way only the lead closes.',
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
    [
      'Agréguelas a «by»; una función que puede quedar vacía no cuenta.',
      'Add them to "by"; a role that may stay empty does not count.',
    ],
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
    ['Quite «alone» y «keepsOpen».', 'Remove "alone" and "keepsOpen".'],
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
  'transfer-forgets': error(
    [
      '{by} pasa el caso a «{protocol}», que no mueve a nadie: allí ningún recurso, solicitud ni protección sigue en pie.',
      '{by} moves the case to "{protocol}", which moves nobody: no remedy, claim or protection stands there.',
    ],
    [
      'Termine el proceso, o siga en un protocolo que conozca lo que detiene una salida.',
      'End the run, or go on under a protocol that knows what stops a departure.',
    ],
  ),
  'transfer-nowhere': warning(
    [
      '{by} continúa en el protocolo «{protocol}», que no existe.',
      '{by} continues under the protocol "{protocol}", which does not exist.',
    ],
    ['Publique ese protocolo o corrija el nombre.', 'Publish that protocol or correct the name.'],
  ),
  'handover-unrecorded': error(
    [
      'La entrega {step} no pregunta nada obligatorio sobre quién recibe.',
      'The handover {step} asks nothing required on who receives.',
    ],
    ['Agregue al formulario un campo obligatorio.', 'Add a required field to the form.'],
  ),
} as const satisfies Record<string, Phrase>;
