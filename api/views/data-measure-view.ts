import type { DataMeasure } from '../../db/queries/data-measures.js';

/** A measure as the API says it: institutions and instants, never accounts. */
export function dataMeasureView(measure: DataMeasure) {
  const { id, kind, ground, reviewOn, decision } = measure;
  return {
    id,
    kind,
    ground,
    reviewOn,
    decision,
    askedBy: measure.askedInstitution,
    askedAt: measure.askedAt.toISOString(),
    decidedBy: measure.decidedInstitution,
    decidedAt: measure.decidedAt?.toISOString() ?? null,
  };
}
