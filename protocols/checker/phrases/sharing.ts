import { error, type Phrase } from './phrase.js';

/** Data, lists, offers, monitoring and the regime. */
export const SHARING = {
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
  'agreement-undeclared': error(
    [
      'El acuerdo para avisar al país de origen ({fact}) no está declarado como consentimiento: nadie anota cómo se dio ni puede retirarse.',
      'The agreement to tell the country of origin ({fact}) is not declared as a consent: nobody records how it was given and it cannot be taken back.',
    ],
    [
      'Declárelo en «consents» con «kind: sharing» y «holds», pídalo con «consent» en su paso y agregue el evento que lo retira.',
      'Declare it in "consents" with "kind: sharing" and "holds", ask for it with "consent" in its step and add the event that takes it back.',
    ],
  ),
  'regime-tells': error(
    [
      'El paso {step} envía datos de personas a {to}, de otro Estado, y el régimen dice que nada sale.',
      'Step {step} sends data of people to {to}, of another State, and the regime says that nothing leaves.',
    ],
    [
      'Quite el envío, o declare el régimen de quien se mueve, con sus salvaguardias.',
      'Remove the share, or declare the regime of whoever is moved, with its safeguards.',
    ],
  ),
  'side-untrue': error(
    [
      'La función {role} es de clase {kind} y dice ser «{side}»; debe ser {allowed}.',
      'Role {role} is of kind {kind} and says "{side}"; it must be {allowed}.',
    ],
    ['Corrija «side» de la función.', 'Correct the "side" of the role.'],
  ),
  'kind-unknown': error(
    [
      'De la clase {kind} ({role}) no se sabe qué datos puede recibir en otro Estado.',
      'Of kind {kind} ({role}) it is not known which data it may be sent in another State.',
    ],
    ['Use una de las clases conocidas: {kinds}.', 'Use one of the kinds that are known: {kinds}.'],
  ),
  'led-from-abroad': error(
    [
      '{role} dirige o vigila el proceso y es del Estado receptor: lo vería todo desde el inicio.',
      '{role} leads or monitors the run and is of the receiving State: it would see everything from the start.',
    ],
    [
      'Elija una institución del Estado remitente o de ninguno de los dos.',
      'Choose an institution of the sending State or of neither.',
    ],
  ),
  'origin-by-one': error(
    [
      'El paso {step} ({outcome}) revela a {to}, del país de origen, quién es la persona, y basta una firma.',
      'Step {step} ({outcome}) reveals to {to}, of the country of origin, who the person is, by one signature.',
    ],
    ['Agregue a «secondPerson» del paso: {id}.', 'Add to the "secondPerson" of the step: {id}.'],
  ),
  'origin-by-silence': error(
    [
      'El silencio en el paso {step} ({outcome}) revela a {to}, del país de origen, quién es la persona.',
      'Silence in step {step} ({outcome}) reveals to {to}, of the country of origin, who the person is.',
    ],
    [
      'Quite ese resultado del envío, o use un plazo sin resultado por silencio.',
      'Take this outcome out of the share, or use a deadline without an outcome of silence.',
    ],
  ),
  'lowered-by-one': error(
    [
      'El paso {step} ({outcome}) quita protección a la persona ({what}), y basta una firma.',
      'Step {step} ({outcome}) lowers the protection of the person ({what}), by one signature.',
    ],
    ['Agregue a «secondPerson» del paso: {id}.', 'Add to the "secondPerson" of the step: {id}.'],
  ),
  'lowered-by-silence': error(
    [
      'El silencio en el paso {step} ({outcome}) quita protección a la persona ({what}).',
      'Silence in step {step} ({outcome}) lowers the protection of the person ({what}).',
    ],
    ['Elija como «lapse» un resultado que proteja.', 'Choose an outcome that protects as "lapse".'],
  ),
  'lowered-by-report': error(
    [
      'El suceso {event} quita protección a la persona ({what}) con solo reportarlo.',
      'Event {event} lowers the protection of the person ({what}) by being reported.',
    ],
    [
      'Haga que abra un paso en el que dos personas lo resuelvan.',
      'Let it open a step in which two people decide it.',
    ],
  ),
  'lowered-untold': error(
    [
      'El paso {step} ({outcome}) quita protección a la persona ({what}) y no lo dice: nadie recibe aviso.',
      'Step {step} ({outcome}) lowers the protection of the person ({what}) and does not say so: nobody is told.',
    ],
    ['Marque ese resultado con «lowers: true».', 'Mark that outcome with "lowers: true".'],
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
  'share-whole': error(
    [
      'El paso {step} envía a {to} todo lo que alguien respondió de {whole}; solo debe recibir un extracto.',
      'Step {step} sends {to} everything that was ever answered of {whole}; it should get an extract only.',
    ],
    ['Nombre en «only» las preguntas que necesita.', 'Name the questions it needs in "only".'],
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
} as const satisfies Record<string, Phrase>;
