/** Addresses of the manuals and the sheets of rights, of a protocol and of one case. */
export const MANUALS = '/ayuda/protocolos';
export const manualPath = (protocol: string): string => `${MANUALS}/${protocol}`;
export const rightsPath = (protocol: string): string => `/ayuda/derechos/${protocol}`;
export const consentPath = (protocol: string, purpose: string): string =>
  `/ayuda/consentimientos/${protocol}/${purpose}`;
export const caseConsentPath = (run: string, purpose: string): string =>
  `/ayuda/casos/${run}/consentimientos/${purpose}`;
export const caseManualPath = (run: string): string => `/ayuda/casos/${run}/protocolo`;
export const caseRightsPath = (run: string): string => `/ayuda/casos/${run}/derechos`;
