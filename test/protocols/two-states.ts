export { bindingsOf, institutionsOf, type States } from '../../rehearsal/invented-institutions.js';
