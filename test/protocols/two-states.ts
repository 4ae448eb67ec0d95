export { bindingsOf, institutionsOf } from '../../rehearsal/invented-institutions.js';
