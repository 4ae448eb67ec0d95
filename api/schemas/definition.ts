import { z } from 'zod';
import { SILENCE } from '../../protocols/language/deadline.js';
import { type Definition, REGIMES } from '../../protocols/language/definition.js';
import {
  CATEGORIES,
  FIELD_TYPES,
  FILLINGS,
  IDENTITY_PARTS,
  REFERENCES,
} from '../../protocols/language/form.js';
import { RECALL_ANSWERS } from '../../protocols/language/recall.js';
import { SEAT_CHANGES } from '../../protocols/language/seat.js';
import { STEP_EFFECTS, STEP_KINDS } from '../../protocols/language/step.js';
import { isTooDeep } from '../../protocols/language/validate.js';
import { consentAsked, consents } from './definition-consents.js';
import { family, operation, recalls, seat } from './definition-parts.js';
import {
  attributeValue,
  condition,
  deadlineFrom,
  flag,
  id,
  length,
  lengthFields,
  names,
  options,
  source,
  stepOutcome,
  text,
} from './definition-pieces.js';

/*
 * The definition format as it is read and written, unknown fields refused. The types of protocols/language are the
 * contract and definition.test.ts proves both equal. Descriptions become the published documentation. Names are
 * checked afterwards by validateDefinition, which can say in words what is wrong.
 */

const deadline = z
  .strictObject({
    ...lengthFields,
    from: deadlineFrom
      .optional()
      .describe('Where the clock starts; the opening of the step unless given'),
    silence: z
      .enum(SILENCE)
      .describe(
        'L0 reminder; L1 escalation; L2 escalation, departure blocked; L3 protective branch; L4 no objection; L5 accepted by agreement; L6 validity ends',
      ),
    lapse: z.string().optional().describe('The outcome silence produces (L3, L4, L5)'),
    lapseIf: condition.optional().describe('L5: silence acts only where this holds, else as L1'),
    escalates: z
      .strictObject({
        length: z.number().describe('How many units, 1 or more'),
        unit: z.enum(['minutes', 'hours']).describe('No calendar is needed for these'),
      })
      .readonly()
      .optional()
      .describe(
        'L1, L2: how long after the deadline the last level has been told; as long as the deadline itself unless given',
      ),
    tellsMonitor: z
      .literal(true)
      .optional()
      .describe('L1, L2: the monitoring body is told as soon as the time is up'),
    pausedWhile: names('The clock stands still while one of these facts holds').optional(),
    source,
  })
  .readonly()
  .describe('By when the step must be answered and what silence means');

const field = z
  .strictObject({
    id: id('Name of the field within its form'),
    type: z.enum(FIELD_TYPES).describe('What kind of answer is given'),
    category: z.enum(CATEGORIES).describe('Category of data, D1 to D13'),
    label: text('The question'),
    hint: text('Help shown beside the question').optional(),
    required: z
      .union([z.boolean(), names('Outcomes for which it must be answered')])
      .optional()
      .describe('Must be answered always, or for these outcomes'),
    yesFor: names('Outcomes that are accepted only if the answer is yes').optional(),
    options: options.optional().describe('The allowed codes, for `code` and `codes`'),
    maxLength: z.number().optional().describe('Longest text in characters'),
    min: z.number().optional().describe('Smallest number'),
    max: z.number().optional().describe('Largest number'),
    assigns: z.string().optional().describe('The answer becomes this attribute of the run'),
    plans: z.string().optional().describe('The answer becomes this planned date of the run'),
    ends: z
      .string()
      .optional()
      .describe('The answer is the last day of this fact, within its `validFor`'),
    places: z
      .string()
      .optional()
      .describe('The answer is the handover point of this planned date; a pack offers its points'),
    identity: z
      .enum(IDENTITY_PARTS)
      .optional()
      .describe('The part of the identity it is; authorities of origin are told nothing else'),
    refers: z
      .enum(REFERENCES)
      .optional()
      .describe('The answer is the code of something outside the run'),
    fills: z.enum(FILLINGS).optional().describe('Nobody is asked: the system writes the answer'),
  })
  .readonly()
  .describe('One question of a form; its answer is stored encrypted');

const consequenceFields = {
  clears: names('Facts that no longer hold').optional(),
  sets: z
    .array(
      z.union([
        z.string().describe('A fact, for ever'),
        z
          .strictObject({
            fact: z.string().describe('The fact that holds'),
            validFor: length.describe('How long it holds'),
          })
          .readonly(),
      ]),
    )
    .readonly()
    .optional()
    .describe('Facts that hold from now on'),
  assigns: z
    .record(z.string(), attributeValue.optional())
    .readonly()
    .optional()
    .describe('Attributes and the values they get'),
  withdraws: names('Open steps, or all open steps of these stages, that are taken back').optional(),
  ends: z.string().optional().describe('The ending of the run'),
  continues: z
    .strictObject({
      protocol: id('The protocol under which the person goes on'),
      entry: id('Where that protocol is entered'),
      back: z
        .strictObject({
          protocol: id('A protocol a person may have come from'),
          entry: id('Where that protocol is entered again'),
        })
        .readonly()
        .optional()
        .describe('Who came from this protocol goes back there instead'),
    })
    .readonly()
    .optional()
    .describe('Goes on under another protocol; the run ends as transferred'),
};

const outcome = z
  .strictObject({
    id: id('Name of the outcome within its step'),
    title: text('What users read'),
    ...consequenceFields,
    bySilence: flag('Only silence produces it; nobody can choose it'),
    keepsOpen: flag('An interim result: the step stays open'),
    alone: flag('Of several signers one is enough'),
    despiteMissing: flag('May be given while a required fact is missing; to stop or send back'),
    keepsTimeLeft: flag('The time left is kept for the next opening of this step'),
    endsSeries: flag('No further visit of the series is due'),
    seat: z
      .enum(SEAT_CHANGES)
      .optional()
      .describe("What it means for the person's line on the list of a group operation"),
    manifest: z
      .literal('frozen')
      .optional()
      .describe('The lines as they stand become a version of the list that never changes'),
    recalled: z
      .enum(RECALL_ANSWERS)
      .optional()
      .describe('What it says about the data a recall takes back'),
    lowers: flag("It lowers the person's protection: two people give it, and others are told"),
  })
  .readonly()
  .describe('One possible answer of a step');

const share = z
  .strictObject({
    id: id('Name of the share within its step'),
    to: z.string().describe('The role that receives the data'),
    categories: z.array(z.enum(CATEGORIES)).readonly().describe('What it receives'),
    only: names('The only fields of these categories it carries; all unless given').optional(),
    purpose: text('What it may use the data for'),
    ground: source.describe('On what ground the data goes there'),
    on: names('Outcomes that release it; every closing outcome unless given').optional(),
    unless: condition.optional().describe('Suppressed while this holds'),
    restsOn: z.string().optional().describe('The consent it rests on; withheld while that falls'),
    onlyIfReached: z
      .literal(true)
      .optional()
      .describe('Only for an institution that got data of this run before'),
    acknowledge: z
      .strictObject({ ...lengthFields, source })
      .readonly()
      .optional()
      .describe('By when the recipient must acknowledge'),
  })
  .readonly()
  .describe('Data that goes to another role when the step is answered');

const step = z
  .strictObject({
    id: id('Name of the step'),
    kind: z.enum(STEP_KINDS).describe('What sort of work it is'),
    stage: z.string().describe('The stage it belongs to'),
    title: text('What users read'),
    instructions: text('What the responsible institution must do').optional(),
    by: z
      .union([z.string(), z.array(z.string()).readonly()])
      .describe('The responsible role; several roles must all sign'),
    when: condition.describe('Opens when this becomes true, and again when it is newly so'),
    requires: names('Facts that must hold at opening and at completion').optional(),
    effects: z
      .array(z.enum(STEP_EFFECTS))
      .readonly()
      .optional()
      .describe('What the safeguards speak about'),
    secondPerson: names(
      'Outcomes that take effect once a second person of the institution gives them too',
    ).optional(),
    safeguard: flag('Its positive result needs a named human decision, never silence'),
    clearsAtOpening: names('Facts that no longer hold once it opens').optional(),
    notBefore: z
      .strictObject({ ...lengthFields, before: z.string().describe('The planned date') })
      .readonly()
      .optional()
      .describe('Does not open earlier than this long before a planned date'),
    ahead: z
      .strictObject({
        hours: z.number().describe('At least so many hours'),
        before: z.string().describe('The planned date'),
        on: names('The outcomes with which whoever receives is told'),
        source,
      })
      .readonly()
      .optional()
      .describe('The least time between telling whoever receives and the planned date'),
    limit: z.number().optional().describe('How often it may open'),
    series: z
      .strictObject({
        after: stepOutcome.describe(
          "Distances count from when this was established: 'step:outcome'",
        ),
        at: z.array(length).readonly().describe('The distances, growing'),
      })
      .readonly()
      .optional()
      .describe('Repeated openings, such as visits after 3, 6 and 12 months'),
    deadline: deadline.optional(),
    form: z.array(field).readonly().optional().describe('What is asked'),
    consent: consentAsked.optional(),
    shares: z.array(share).readonly().optional().describe('What is sent and to whom'),
    recalls: recalls.optional(),
    outcomes: z.array(outcome).readonly().describe('The possible answers'),
    basis: z.array(source).readonly().optional().describe('Where the step comes from'),
  })
  .readonly()
  .describe('Who must do what, when it opens, what it needs, what may come of it');

const event = z
  .strictObject({
    id: id('Name of the event'),
    title: text('What users read'),
    by: z
      .union([z.array(z.string()).readonly(), z.enum(['anyone', 'system'])])
      .describe('Who may report it; `anyone` means every party of the run, `system` nobody else'),
    while: condition.optional().describe('Accepted only while this holds'),
    ...consequenceFields,
    revokes: names('The consents the person takes back with it').optional(),
    form: z.array(field).readonly().optional().describe('What is asked'),
    basis: z.array(source).readonly().optional().describe('Where the rule comes from'),
  })
  .readonly()
  .describe('Something that may be reported at any hour, in any state of the run');

const named = (about: string) =>
  z
    .array(z.strictObject({ id: id('Name'), title: text('What users read') }).readonly())
    .readonly()
    .describe(about);

const role = z
  .strictObject({
    id: id('Name of the role'),
    kind: z.string().describe('Institution kind of the directory, e.g. MIG'),
    side: z.enum(['sending', 'receiving', 'either']).describe('Which State it belongs to'),
    title: text('What users read'),
    optional: flag('The run can go without it; its work then falls to the lead'),
  })
  .readonly();

const attribute = z
  .strictObject({
    id: id('Name of the attribute'),
    title: text('What users read'),
    type: z.enum(['boolean', 'code', 'number']).describe('What values it takes'),
    options: options.optional().describe('The allowed codes, for type `code`'),
    initially: attributeValue.optional().describe('Its value from the start of the run'),
    atStart: z.boolean().optional().describe('Asked when a run is started'),
  })
  .readonly();

const fact = z
  .strictObject({
    id: id('Name of the fact'),
    title: text('What it means when it holds'),
    missing: text('What it means that it does not hold'),
    initially: flag('Holds from the start of the run'),
  })
  .readonly();

/** A protocol definition as JSON or YAML; refuses unknown fields. References are checked by `validateDefinition`. */
export const definitionSchema = z
  .strictObject({
    language: z.literal(1).describe('Version of this language'),
    id: id('Name of the protocol'),
    version: z.number().describe('Set at publication'),
    regime: z.enum(REGIMES).describe('Which safeguards bind it'),
    title: text('What users read'),
    purpose: text('What the protocol is for'),
    population: text('For whom it is'),
    legalBasis: z.array(source).readonly().describe('What the protocol rests on'),
    roles: z.array(role).readonly().describe('Kinds of institutions it needs'),
    lead: z.string().describe('The role that leads the run'),
    monitor: z.string().optional().describe('The role that monitors it'),
    attributes: z.array(attribute).readonly().describe('Codes a run may branch on'),
    facts: z.array(fact).readonly().describe('Truths that matter for safeguards'),
    dates: named('Planned dates from which deadlines count back'),
    stages: named('Groups of steps'),
    steps: z.array(step).readonly().describe('What must be done'),
    events: z.array(event).readonly().describe('What may be reported at any hour'),
    endings: named('How a run can end'),
    consents: consents.optional(),
    minorWhen: condition
      .optional()
      .describe('While this holds the person is under 18, or in doubt'),
    family: family.optional(),
    seat,
    operation,
  })
  .readonly()
  .describe('A return and reintegration protocol');

/** Parts of a definition that packs are written in as well. */
export const parts = { text, source, length, lengthFields, deadlineFrom, field, fact, step };

/** Reads a definition; a value nested so deep that reading it would be unsafe is refused before it is looked at. */
export function parseDefinition(value: unknown): z.ZodSafeParseResult<Definition> {
  if (!isTooDeep(value)) return definitionSchema.safeParse(value);
  return z.custom<Definition>(() => false, 'Nested too deep').safeParse(value);
}
