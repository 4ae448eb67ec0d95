import type { Api, ApiContext } from '../../context.js';
import { approveDefinition } from './approve-definition.js';
import { checkDefinitionDraft } from './check-definition.js';
import { createDefinition } from './create-definition.js';
import { discardDefinition } from './discard-definition.js';
import { getDefinition } from './get-definition.js';
import { getDefinitionDraft } from './get-definition-draft.js';
import { listDefinitions } from './list-definitions.js';
import { listDifferences } from './list-differences.js';
import { publishDefinition } from './publish-definition.js';
import { replaceDefinition } from './replace-definition.js';
import { retireDefinition } from './retire-definition.js';
import { returnDefinition } from './return-definition.js';
import { submitDefinition } from './submit-definition.js';

/** How protocols come into force without a deployment. */
export function registerDefinitionRoutes(app: Api, context: ApiContext): void {
  listDefinitions(app, context);
  createDefinition(app, context);
  getDefinition(app, context);
  getDefinitionDraft(app, context);
  replaceDefinition(app, context);
  discardDefinition(app, context);
  checkDefinitionDraft(app, context);
  listDifferences(app, context);
  submitDefinition(app, context);
  approveDefinition(app, context);
  returnDefinition(app, context);
  publishDefinition(app, context);
  retireDefinition(app, context);
}
