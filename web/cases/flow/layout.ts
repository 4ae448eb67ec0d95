import { layoutProcess } from 'bpmn-auto-layout';
import { BpmnModdle } from 'bpmn-moddle';
import type { Definition } from '../../../protocols/language/definition.js';
import { graphOf, type StageGraph } from './graph.js';

export interface Box {
  readonly step: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly points: readonly Point[];
}

/** One stage as it is drawn; its own origin is its upper left corner. */
export interface Band {
  readonly stage: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

const known = new WeakMap<Definition, Promise<readonly Band[]>>();

/** Where everything of a protocol version is drawn; computed once per version and remembered with it. */
export function bandsOf(definition: Definition): Promise<readonly Band[]> {
  const remembered = known.get(definition);
  if (remembered) return remembered;
  const made = Promise.all(graphOf(definition).map(layOut));
  known.set(definition, made);
  made.catch(() => known.delete(definition));
  return made;
}

const START = 'start';

/**
 * The layouter places a tree without fault; with several arrows into one box, or several beginnings, it can fail. So it is
 * given the latest arrow into each box, from one beginning, and the other arrows are drawn between the boxes it placed.
 */
async function layOut({ stage, steps, edges }: StageGraph): Promise<Band> {
  const position = new Map(steps.map((id, index) => [id, index]));
  const parents = new Map(
    steps.map((id, index) => {
      const earlier = edges
        .filter(({ from, to }) => to === id && position.get(from)! < index)
        .map(({ from }) => position.get(from)!);
      return [id, earlier.length > 0 ? Math.max(...earlier) : undefined] as const;
    }),
  );
  const laid = await place(steps, parents);
  const boxes = new Map(laid.boxes.map((box) => [box.step, box]));
  const arrows = edges.map(({ from, to }) => {
    const isTree = parents.get(to) === position.get(from);
    const drawn = isTree ? laid.paths.get(to) : undefined;
    return { from, to, points: drawn ?? between(boxes.get(from)!, boxes.get(to)!) };
  });
  return crop(stage, laid.boxes, arrows);
}

async function place(
  steps: readonly string[],
  parents: ReadonlyMap<string, number | undefined>,
): Promise<{ boxes: Box[]; paths: Map<string, readonly Point[]> }> {
  const moddle = new BpmnModdle();
  const nodes = [START, ...steps].map((_, index) =>
    moddle.create('bpmn:Task', { id: `step_${index}`, incoming: [], outgoing: [] }),
  );
  const flows = steps.map((id, index) => {
    const parent = parents.get(id);
    const source = nodes[parent === undefined ? 0 : parent + 1]!;
    const target = nodes[index + 1]!;
    const flow = moddle.create('bpmn:SequenceFlow', {
      id: `flow_${index}`,
      sourceRef: source,
      targetRef: target,
    });
    source.outgoing.push(flow);
    target.incoming.push(flow);
    return flow;
  });
  const process = moddle.create('bpmn:Process', {
    id: 'process',
    flowElements: [...nodes, ...flows],
  });
  const document = moddle.create('bpmn:Definitions', {
    id: 'document',
    targetNamespace: 'urn:retorno',
    rootElements: [process],
  });
  const { xml } = await moddle.toXML(document);
  const { rootElement } = await moddle.fromXML(await layoutProcess(xml));
  const drawn = rootElement.diagrams[0].plane.planeElement as Drawn[];
  const numberOf = ({ bpmnElement }: Drawn) => Number(bpmnElement.id.split('_')[1]);
  const boxes = drawn.flatMap((shape) => {
    if (!shape.bounds || numberOf(shape) === 0) return [];
    const { x, y, width, height } = shape.bounds;
    return [{ step: steps[numberOf(shape) - 1]!, x, y, width, height }];
  });
  const paths = new Map(
    drawn.flatMap((edge) => {
      const points = edge.waypoint?.map(({ x, y }) => ({ x, y }));
      return points ? [[steps[numberOf(edge)]!, points] as const] : [];
    }),
  );
  return { boxes, paths };
}

/** What of the diagram interchange is read. */
interface Drawn {
  readonly bpmnElement: { readonly id: string };
  readonly bounds?: Omit<Box, 'step'>;
  readonly waypoint?: readonly Point[];
}

/** A path beside the boxes: out of the right side, into the left; a way back goes below. */
function between(from: Box, to: Box): Point[] {
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  if (start.x < end.x) {
    const middle = end.x - 20;
    return [start, { x: middle, y: start.y }, { x: middle, y: end.y }, end];
  }
  const below = Math.max(from.y + from.height, to.y + to.height) + 15;
  const out = { x: from.x + from.width / 2, y: from.y + from.height };
  const back = { x: to.x + to.width / 2, y: to.y + to.height };
  return [out, { x: out.x, y: below }, { x: back.x, y: below }, back];
}

const MARGIN = 20;

function crop(stage: string, boxes: readonly Box[], arrows: readonly Arrow[]): Band {
  const left = Math.min(...boxes.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...boxes.map(({ y }) => y)) - MARGIN;
  const move = ({ x, y }: Point) => ({ x: x - left, y: y - top });
  const moved = boxes.map((box) => ({ ...box, ...move(box) }));
  return orient({
    stage,
    width: Math.max(...moved.map(({ x, width }) => x + width)) + MARGIN,
    height: Math.max(...moved.map(({ y, height }) => y + height)) + MARGIN,
    boxes: moved,
    arrows: arrows.map(({ points, ...arrow }) => ({ ...arrow, points: points.map(move) })),
  });
}

/** The layouter's boxes are 100 by 80; ours are 140 by 88, so that a title fits, whichever way the flow runs. */
const ALONG = { x: 1.4, y: 1.1 };
const DOWN = { x: 1.75, y: 0.88 };
/** Width of a page's content. */
const WIDEST = 1040;

/** Turns a band that would be wider than high, so that it runs down the page and fits a narrow one. */
function orient(band: Band): Band {
  const turned = band.height * DOWN.x;
  const turns = turned <= WIDEST && turned < band.width * ALONG.x;
  const put = ({ x, y }: Point): Point =>
    turns ? { x: y * DOWN.x, y: x * DOWN.y } : { x: x * ALONG.x, y: y * ALONG.y };
  const { x: width, y: height } = put({ x: band.width, y: band.height });
  return {
    stage: band.stage,
    width,
    height,
    boxes: band.boxes.map((box) => {
      const size = put({ x: box.width, y: box.height });
      return { step: box.step, ...put(box), width: size.x, height: size.y };
    }),
    arrows: band.arrows.map(({ points, ...arrow }) => ({ ...arrow, points: points.map(put) })),
  };
}
