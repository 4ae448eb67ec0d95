// Both packages are JavaScript without types of their own for what is used here.
declare module 'bpmn-auto-layout' {
  /** Adds the diagram interchange to a BPMN 2.0 document; rejects for a document that cannot be read. */
  export function layoutProcess(xml: string): Promise<string>;
}

declare module 'bpmn-moddle' {
  // An element of the BPMN 2.0 meta-model: its properties are those of the standard.
  // biome-ignore lint/suspicious/noExplicitAny: the meta-model is data, not types
  type Element = any;
  export class BpmnModdle {
    create(type: string, properties: Record<string, unknown>): Element;
    toXML(element: Element): Promise<{ xml: string }>;
    fromXML(xml: string): Promise<{ rootElement: Element }>;
  }
}
