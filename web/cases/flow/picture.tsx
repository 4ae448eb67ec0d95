import type { Language } from '../../../api/language.js';
import { stepPath } from '../addresses.js';
import type { StageItem, StepItem } from '../case/standing.js';
import { STANDINGS } from '../case/words.js';
import type { Arrow, Band, Box } from './layout.js';
import { FLOW } from './words.js';
import { wrap } from './wrap.js';

/** Letters that fit on a line of a box, and lines that fit above its state. */
const LETTERS = 20;
const LINES = 3;
const LINE_HEIGHT = 15;

/**
 * The flow of a case, a band a stage. It shows exactly the steps of the list, each with the same title, state and link;
 * what the reader may not see is not in it.
 */
export function FlowPicture(props: {
  readonly run: string;
  readonly bands: readonly Band[];
  readonly stages: readonly StageItem[];
  readonly language: Language;
}) {
  const { bands, stages, run, language } = props;
  return (
    <>
      {stages.map((stage) => {
        const band = bands.find((one) => one.stage === stage.id);
        return band && <StagePicture {...{ run, band, stage, language }} />;
      })}
    </>
  );
}

function StagePicture(props: {
  readonly run: string;
  readonly band: Band;
  readonly stage: StageItem;
  readonly language: Language;
}) {
  const { run, band, stage, language } = props;
  const words = FLOW[language];
  const items = new Map(stage.items.map((item) => [item.step.step, item]));
  const width = Math.ceil(band.width);
  const height = Math.ceil(band.height);
  const id = `flujo-${stage.id}`;
  return (
    <div class="rt-flow">
      <h2 class="govuk-heading-s" id={id}>
        {stage.title}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="rt-flow__frame" tabIndex={0} aria-labelledby={id}>
        <svg
          xmlns="http://www.w3.org/2000/svg"
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          aria-labelledby={`${id}-titulo`}
        >
          <title id={`${id}-titulo`}>{words.picture(stage.title, stage.items.length)}</title>
          <g>
            {band.arrows
              .filter(({ from, to }) => items.has(from) && items.has(to))
              .map((arrow) => (
                <ArrowPath arrow={arrow} />
              ))}
          </g>
          {band.boxes.flatMap((box) => {
            const item = items.get(box.step);
            return item ? [<StepBox {...{ box, item, run, language }} />] : [];
          })}
        </svg>
      </section>
    </div>
  );
}

function StepBox(props: {
  readonly box: Box;
  readonly item: StepItem;
  readonly run: string;
  readonly language: Language;
}) {
  const { box, item, run, language } = props;
  const { step, standing } = item;
  const state = STANDINGS[language][standing];
  const middle = box.x + box.width / 2;
  return (
    <a
      href={stepPath(run, step.step)}
      class={`rt-flow__step rt-flow__step--${standing}`}
      data-step={step.step}
    >
      <title>{`${step.title}: ${state}`}</title>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx="4" />
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of text takes no focus; the title names the link, its lines would be read in pieces */}
      <g aria-hidden="true">
        {wrap(step.title, LETTERS, LINES).map((line, index) => (
          <text x={middle} y={box.y + 19 + index * LINE_HEIGHT}>
            {line}
          </text>
        ))}
        <text class="rt-flow__state" x={middle} y={box.y + box.height - 10}>
          {state}
        </text>
      </g>
    </a>
  );
}

function ArrowPath({ arrow: { points } }: { arrow: Arrow }) {
  const path = points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`)
    .join('');
  const end = points.at(-1);
  const before = points.at(-2);
  if (!end || !before) return null;
  return (
    <>
      <path class="rt-flow__arrow" d={path} />
      <path class="rt-flow__tip" d={tipOf(before, end)} />
    </>
  );
}

/** A triangle at the end of an arrow, along its last piece. */
function tipOf(from: { x: number; y: number }, to: { x: number; y: number }): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const corner = (side: 1 | -1) =>
    `L${Math.round(to.x - 8 * dx - side * 4 * dy)} ${Math.round(to.y - 8 * dy + side * 4 * dx)}`;
  return `M${Math.round(to.x)} ${Math.round(to.y)}${corner(1)}${corner(-1)}Z`;
}
