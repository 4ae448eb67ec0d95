/**
 * The identifiers a definition declares. A shipped definition narrows each to a union of literals, so that the
 * compiler refuses a step that names a fact, role, stage, date or step that does not exist.
 */
export interface Names {
  role: string;
  attribute: string;
  fact: string;
  date: string;
  stage: string;
  step: string;
  event: string;
  ending: string;
  /** What a person may be asked to agree to. */
  purpose: string;
}
