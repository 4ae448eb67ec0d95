import type { Deadline, Silence, Unit } from '../language/deadline.js';
import type { Category, Field, FieldType } from '../language/form.js';
import type { Names } from '../language/names.js';
import type { Outcome, Share } from '../language/step.js';
import type { Source, Text } from '../language/text.js';
import { t } from './texts.js';

type AskMore<N extends Names = Names> = Omit<Field<N>, 'id' | 'type' | 'category' | 'label'>;
type DueMore<N extends Names = Names> = Omit<Deadline<N>, 'length' | 'unit' | 'silence' | 'source'>;
type OutcomeMore<N extends Names = Names> = Omit<Outcome<N>, 'id' | 'title'>;
type ShareMore<N extends Names = Names> = Omit<
  Share<N>,
  'id' | 'to' | 'categories' | 'purpose' | 'ground'
>;
type Nothing = Record<never, never>;
type Question = Pick<Field, 'id' | 'type' | 'category' | 'label'>;

/**
 * The words of what several protocols share. What they name keeps its own type, so that the compiler says where a part
 * is used whether that protocol declares it. The last argument of each takes whatever else the language allows there.
 */
export const ask = <const More extends AskMore = Nothing>(
  id: string,
  type: FieldType,
  category: Category,
  label: Text,
  more: More = {} as More,
): Question & NoInfer<More> => ({ id, type, category, label, ...more });

/** A question that must be answered, whatever the outcome. */
export const must = <const More extends Omit<AskMore, 'required'> = Nothing>(
  id: string,
  type: FieldType,
  category: Category,
  label: Text,
  more: More = {} as More,
): Question & { readonly required: true } & NoInfer<More> => ({
  id,
  type,
  category,
  label,
  required: true,
  ...more,
});

/** A deadline, counted from the opening unless `more` says otherwise. */
export const due = <const More extends DueMore = Nothing>(
  length: number,
  unit: Unit,
  silence: Silence,
  source: Source,
  more: More = {} as More,
): Pick<Deadline, 'length' | 'unit' | 'silence' | 'source'> & NoInfer<More> => ({
  length,
  unit,
  silence,
  source,
  ...more,
});

/** One possible answer. */
export const outcome = <const More extends OutcomeMore = Nothing>(
  id: string,
  title: Text,
  more: More = {} as More,
): Pick<Outcome, 'id' | 'title'> & NoInfer<More> => ({ id, title, ...more });

/** Data for one recipient. */
export const share = <const To extends string, const More extends ShareMore = Nothing>(
  id: string,
  to: To,
  categories: readonly Category[],
  purpose: Text,
  ground: Source,
  more: More = {} as More,
): Pick<Share, 'id' | 'categories' | 'purpose' | 'ground'> & {
  readonly to: To;
} & NoInfer<More> => ({
  id,
  to,
  categories,
  purpose,
  ground,
  ...more,
});

/** The free text in which whoever decides gives reasons; kept as protection account, so it is not shared with D8. */
export const REASONS = must('reasons', 'long-text', 'D6', t('Motivos', 'Reasons'));

/** The same words for one protocol: they take only names that it declares. */
export function piecesOf<N extends Names>() {
  return {
    ask: ask as (...question: Asked<AskMore<N>>) => Field<N>,
    must: must as (...question: Asked<Omit<AskMore<N>, 'required'>>) => Field<N>,
    due: due as (
      length: number,
      unit: Unit,
      silence: Silence,
      source: Source,
      more?: DueMore<N>,
    ) => Deadline<N>,
    outcome: outcome as (id: string, title: Text, more?: OutcomeMore<N>) => Outcome<N>,
    share: share as (
      id: string,
      to: N['role'],
      categories: readonly Category[],
      purpose: Text,
      ground: Source,
      more?: ShareMore<N>,
    ) => Share<N>,
  };
}

type Asked<More> = [id: string, type: FieldType, category: Category, label: Text, more?: More];
