import { z } from 'zod';
import { SILENCE } from '../../protocols/language/deadline.js';
import { LAPSE_REASONS } from '../../protocols/simulator/play/lapse-reason.js';
import { REPORT_SCHEMA, type SimulationReport } from '../../protocols/simulator/report/report.js';

/*
 * The report as JSON, for programs that read it. The type of the simulator is the contract; this says the same in a form
 * that can be published (`retorno simulate --schema`) and checked.
 */

const count = z.int().min(0);
const share = z.number().min(0).max(1);
const amount = z.number();
const text = z.strictObject({ es: z.string(), en: z.string() }).readonly();
const title = text.describe('What users read');

const quantiles = z
  .strictObject({
    p10: amount,
    p25: amount,
    p50: amount,
    p75: amount,
    p90: amount,
    p95: amount,
    p99: amount,
  })
  .readonly()
  .describe('Days; by nearest rank, so each is a value that occurred');

const phases = z
  .strictObject({
    response: amount,
    closed: amount,
    capacity: amount,
    working: amount,
    held: amount,
  })
  .readonly()
  .describe('Mean hours: not taken up, office closed, queued, worked on, finished but suspended');

const reason = z.enum(LAPSE_REASONS);

const ending = z
  .strictObject({
    id: z.string(),
    continues: z.string().optional().describe('The protocol that goes on'),
    title,
    runs: count,
    share,
    days: quantiles.optional(),
  })
  .readonly();

const deadline = z
  .strictObject({
    silence: z.enum(SILENCE),
    isTerm: z.boolean().describe('There to run out; not judged'),
    kept: count,
    lapsed: count,
    shareLapsed: share,
    reasons: z.partialRecord(reason, count).readonly(),
    hoursLeft: amount.describe('When the step opened, on average'),
    hoursOfWork: amount,
    escalated: z.tuple([count, count]).readonly().describe('Technical and political level'),
  })
  .readonly();

const step = z
  .strictObject({
    id: z.string(),
    title,
    openings: count,
    withdrawn: count,
    answeredBySilence: count,
    hoursUntilOpen: amount,
    waitedFor: z.array(z.strictObject({ fact: z.string(), openings: count }).readonly()).readonly(),
    hoursOpen: amount,
    hoursStoodStill: amount,
    hours: phases,
    deadline: deadline.optional(),
  })
  .readonly();

const institution = z
  .strictObject({
    role: z.string(),
    title,
    tasks: count,
    hours: phases,
    hoursOfWorkPerRun: amount,
    officers: count,
    load: amount.describe('Share of the working hours; above 1 the backlog grows for ever'),
    officersNeeded: count,
    hoursOfWaiting: z.tuple([amount, amount, amount]).readonly().describe('By third of arrivals'),
    backlogGrowthPerDay: amount,
    verdict: z.enum(['overloaded', 'tight', 'fine']),
  })
  .readonly();

const finding = z.discriminatedUnion('code', [
  z
    .strictObject({
      code: z.enum(['deadline-impossible', 'deadline-hardly-met']),
      step: z.string(),
      lapsed: count,
      decided: count,
      reason,
    })
    .readonly(),
  z
    .strictObject({
      code: z.enum(['institution-overloaded', 'institution-tight']),
      role: z.string(),
    })
    .readonly(),
  z
    .strictObject({
      code: z.literal('runs-unfinished'),
      runs: count,
      steps: z.array(z.string()).readonly(),
    })
    .readonly(),
]);

const names = z.array(z.string()).readonly();

/** A report as `--json` writes it, but for the assumptions, whose shape is that of a complete profile. */
export const reportSchema: z.ZodType<Omit<SimulationReport, 'assumptions'>> = z
  .strictObject({
    schema: z.literal(REPORT_SCHEMA),
    protocol: z.strictObject({ id: z.string(), version: z.number(), title }).readonly(),
    plan: z
      .strictObject({
        runs: count,
        seed: count,
        fromOn: z.iso.date(),
        arrivalsPerDay: amount,
        batches: count,
      })
      .readonly(),
    acts: count,
    findings: z.array(finding).readonly().describe('What to look at, the gravest first'),
    days: quantiles,
    endings: z.array(ending).readonly(),
    stages: z
      .array(z.strictObject({ id: z.string(), title, runs: count, meanDays: amount }).readonly())
      .readonly(),
    steps: z.array(step).readonly(),
    institutions: z.array(institution).readonly(),
    acknowledgements: z.strictObject({ asked: count, late: count }).readonly(),
    never: z.strictObject({ steps: names, outcomes: names, events: names }).readonly(),
    events: z
      .array(z.strictObject({ id: z.string(), title, reports: count }).readonly())
      .readonly(),
    paths: z
      .array(z.strictObject({ path: z.string(), runs: count, meanDays: amount }).readonly())
      .readonly(),
    assumptions: z.unknown().describe('The complete profile'),
  })
  .readonly()
  .describe('What a simulation of a protocol found');

/** The schema as JSON Schema, for other programs. */
export function reportJsonSchema(): unknown {
  return z.toJSONSchema(reportSchema);
}
