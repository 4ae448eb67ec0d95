import { error, type Phrase } from './phrase.js';

/** Who may make a fact hold, what requires it, what takes it away. */
export const FACTS = {
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
    [
      'Quite «alone» y «keepsOpen» del resultado.',
      'Remove "alone" and "keepsOpen" from the outcome.',
    ],
  ),
  'set-by-stand-in': error(
    [
      'El paso {step} establece {fact}; entre quienes firman ({roles}) hay una función que puede quedar vacía, y entonces responde la institución rectora. Debe ser: {who}.',
      'Step {step} sets {fact}; among its signers ({roles}) is a role that may stay empty, and then the lead answers. It must be: {who}.',
    ],
    ['Quite «optional» de esa función.', 'Remove "optional" from that role.'],
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
      'Agregue al formulario un campo obligatorio para ese resultado; donde se valora a la persona, de texto.',
      'Add a field to the form that is required for that outcome; where the person is assessed, one of text.',
    ],
  ),
  'window-too-short': error(
    [
      'En el paso {step} el silencio cierra el plazo para recurrir antes de {least} desde que se abre.',
      'In step {step} silence closes the time for a remedy earlier than {least} after it opens.',
    ],
    [
      'Cuente el plazo desde la apertura («from» sin poner) y dé al menos {least}.',
      'Count the time from the opening (no "from") and give at least {least}.',
    ],
  ),
  'window-closed-by-others': error(
    [
      'En el paso {step} dice {roles} que no habrá recurso ({outcome}); solo puede decirlo, por la persona, su asesoría legal o un tribunal.',
      'In step {step} {roles} says that there will be no remedy ({outcome}); only counsel, for the person, or a court may.',
    ],
    [
      'Haga que responda el paso LEGAL o COURT, o deje ese resultado solo al silencio.',
      'Let LEGAL or COURT answer the step, or leave that outcome to silence alone.',
    ],
  ),
  'answer-keeps': error(
    [
      'El paso {step} anota {outcome} y deja en pie {fact}.',
      'Step {step} records {outcome} and leaves {fact} standing.',
    ],
    ['Agregue {id} a «clears» de ese resultado.', 'Add {id} to the "clears" of that outcome.'],
  ),
  'set-and-stands': error(
    [
      'El paso {step} decide sobre {fact}; con {outcome} dejaría en pie lo que se decidió antes.',
      'Step {step} decides on {fact}; by {outcome} it would leave standing what was decided before.',
    ],
    [
      'Agregue el hecho a «clears» de ese resultado o a «clearsAtOpening» del paso.',
      'Add the fact to the "clears" of that outcome or to the "clearsAtOpening" of the step.',
    ],
  ),
  'set-unnamed': error(
    [
      'El paso {step} establece {fact} con {outcome} sin pedir quién responde, por su nombre.',
      'Step {step} sets {fact} by {outcome} without asking who answers for it, by name.',
    ],
    [
      'Agregue una pregunta de texto obligatoria para ese resultado cuyo id termine en «{named}».',
      'Add a text question that is required for that outcome and whose id ends in "{named}".',
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
  'event-by-few': error(
    [
      'Ninguna institución de tipo {kinds} puede informar {event}.',
      'No institution of kind {kinds} may report {event}.',
    ],
    ['Agréguela en «by», o ponga «by: anyone».', 'Add one to "by", or set "by: anyone".'],
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
  'return-too-late': error(
    [
      'El paso {step} hace volver a la persona y no tiene plazo, o uno mayor de {most}.',
      'Step {step} brings the person back and has no deadline, or one of more than {most}.',
    ],
    [
      'Póngale un plazo de {most} como máximo: entretanto la persona sigue en el traslado.',
      'Give it a deadline of {most} at most: until then the person is still on the way.',
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
} as const satisfies Record<string, Phrase>;
