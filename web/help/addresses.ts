/** Addresses of the manuals and the sheets of rights, of a protocol and of one case. */
export const MANUALS = '/ayuda/protocolos';
export const manualPath = (protocol: string): string => `${MANUALS}/${protocol}`;
export const rightsPath = (protocol: string): string => `/ayuda/derechos/${protocol}`;
export const caseManualPath = (run: string): string => `/ayuda/casos/${run}/protocolo`;
export const caseRightsPath = (run: string): string => `/ayuda/casos/${run}/derechos`;
