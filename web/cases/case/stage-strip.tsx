import type { Language } from '../../../api/language.js';
import type { StageItem } from './standing.js';
import { CASE, STAGE_STANDINGS } from './words.js';

/** The stages in a row; what each word says, the colour only repeats. */
export function StageStrip(props: {
  readonly stages: readonly StageItem[];
  readonly language: Language;
}) {
  const { stages, language } = props;
  return (
    <ol class="rt-stages" aria-label={CASE[language].stages}>
      {stages.map(({ title, standing }) => (
        <li
          class={`rt-stages__stage rt-stages__stage--${standing}`}
          aria-current={standing === 'current' ? 'step' : undefined}
        >
          <span class="rt-stages__title">{title}</span>
          <span class="rt-stages__state">{STAGE_STANDINGS[language][standing]}</span>
        </li>
      ))}
    </ol>
  );
}
