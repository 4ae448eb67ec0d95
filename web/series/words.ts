import type { HoldCause, ReviewDecision } from '../../db/queries/series-holds.js';

interface Words {
  readonly title: string;
  readonly about: string;
  readonly aboutWatching: string;
  readonly none: string;
  readonly causes: Readonly<Record<HoldCause, string>>;
  readonly who: string;
  readonly unnamed: string;
  readonly why: string;
  readonly since: string;
  readonly state: string;
  readonly standing: string;
  readonly released: (moment: string, many: number) => string;
  readonly count: string;
  readonly list: string;
  readonly columns: readonly [string, string, string, string];
  readonly alike: (percent: number) => string;
  readonly short: string;
  readonly reviews: string;
  readonly decisions: Readonly<Record<ReviewDecision, string>>;
  readonly ownOne: string;
  readonly decide: string;
  readonly decideAbout: string;
  readonly release: string;
  readonly many: string;
  readonly manyHint: string;
  readonly choose: string;
  readonly keep: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly send: string;
  readonly chooseDecision: string;
  readonly chooseMany: string;
  readonly writeReason: string;
  readonly tooLong: string;
  readonly done: string;
  readonly readings: {
    readonly title: string;
    readonly about: string;
    readonly list: string;
    readonly whose: string;
    readonly when: string;
    readonly opened: string;
    readonly usual: string;
    readonly unrelated: string;
    readonly cases: string;
  };
}

/** Words of the page about held accounts. */
export const SERIES: Readonly<Record<'es' | 'en', Words>> = {
  es: {
    title: 'Cuentas retenidas por decidir en serie',
    about:
      'Cada persona debe ser valorada por sí misma. Cuando desde una cuenta se decide sobre personas más deprisa de lo que alguien puede hacerlo, o con las mismas razones, la siguiente respuesta no se registra y la cuenta queda retenida hasta que otra persona revise la serie.',
    aboutWatching:
      'Aquí consta cada vez que una institución de los casos que usted vigila tuvo una cuenta retenida, y qué se decidió. No se nombra a nadie.',
    none: 'No hay ninguna.',
    causes: {
      fast: 'Más decisiones de las que una persona puede dar en ese tiempo',
      alike: 'Las mismas razones sobre varias personas',
    },
    who: 'Cuenta',
    unnamed: 'Sin nombre',
    why: 'Por qué',
    since: 'Desde',
    state: 'Situación',
    standing: 'Retenida',
    released: (moment, many) => `Liberada el ${moment} para ${many} decisiones`,
    count: 'Decisiones registradas antes',
    list: 'La serie',
    columns: ['Cuándo', 'Paso', 'Caso', 'Parecido de las razones'],
    alike: (percent) => `${percent} %`,
    short: 'No se compara',
    reviews: 'Qué se decidió',
    decisions: { released: 'Liberada', kept: 'Sigue retenida' },
    ownOne: 'Es su propia cuenta: debe revisarla otra persona que supervise su institución.',
    decide: 'Qué decide usted',
    decideAbout:
      'Hable con quien decidió y mire cada caso. Su decisión y el motivo quedan registrados, y se avisa a la supervisión y a los órganos de monitoreo.',
    release: 'Liberar la cuenta',
    many: 'Para cuántas decisiones',
    manyHint: 'Después vuelve a contarse lo deprisa que decide',
    choose: 'Seleccione un número',
    keep: 'Mantenerla retenida',
    reason: 'Motivo',
    reasonHint: 'Qué revisó y por qué decide así. No escriba nombres ni datos de las personas.',
    send: 'Registrar la decisión',
    chooseDecision: 'Seleccione si libera la cuenta o la mantiene retenida',
    chooseMany: 'Seleccione para cuántas decisiones la libera',
    writeReason: 'Escriba el motivo',
    tooLong: 'El motivo es demasiado largo',
    done: 'Su decisión quedó registrada.',
    readings: {
      title: 'Lecturas fuera de lo habitual',
      about:
        'Cada día se compara cuántos casos que no conocía abrió cada cuenta en cinco días con lo que abre ella y con lo que abren quienes tienen su función. Lo que sale de lo habitual consta aquí una vez por semana. Puede tener una explicación: pregunte para qué se leyeron.',
      list: 'Cuentas que abrieron muchos más casos que lo habitual',
      whose: 'De quién',
      when: 'Cuándo se notó',
      opened: 'Casos nuevos en cinco días',
      usual: 'Lo habitual',
      unrelated: 'Sin tarea de la institución',
      cases: 'Casos',
    },
  },
  en: {
    title: 'Accounts held for deciding in series',
    about:
      'Each person must be assessed by themselves. When an account decides about persons faster than anybody can, or with the same reasons, the next answer is not entered and the account is held until somebody else has looked at the series.',
    aboutWatching:
      'Here is each time an institution of the cases you watch over had an account held, and what was decided. Nobody is named.',
    none: 'There are none.',
    causes: {
      fast: 'More decisions than a person can give in the time',
      alike: 'The same reasons about several persons',
    },
    who: 'Account',
    unnamed: 'Without a name',
    why: 'Why',
    since: 'Since',
    state: 'State',
    standing: 'Held',
    released: (moment, many) => `Released on ${moment} for ${many} decisions`,
    count: 'Decisions entered before',
    list: 'The series',
    columns: ['When', 'Step', 'Case', 'How alike the reasons are'],
    alike: (percent) => `${percent}%`,
    short: 'Not compared',
    reviews: 'What was decided',
    decisions: { released: 'Released', kept: 'Stays held' },
    ownOne:
      'It is your own account: somebody else who supervises your institution must look at it.',
    decide: 'What you decide',
    decideAbout:
      'Speak with whoever decided and look at each case. Your decision and its reason are recorded, and supervisors and monitoring bodies are told.',
    release: 'Release the account',
    many: 'For how many decisions',
    manyHint: 'Afterwards its pace counts again',
    choose: 'Choose a number',
    keep: 'Keep it held',
    reason: 'Reason',
    reasonHint: 'What you looked at and why you decide so. Write no names or data of people.',
    send: 'Record the decision',
    chooseDecision: 'Choose whether to release the account or keep it held',
    chooseMany: 'Choose for how many decisions it is released',
    writeReason: 'Write the reason',
    tooLong: 'The reason is too long',
    done: 'Your decision was recorded.',
    readings: {
      title: 'Unusual readings',
      about:
        'Each day it is compared how many cases new to it each account opened in five days with what it opens and what others in its role open. What is unusual stands here once a week. There may be an explanation: ask what they were read for.',
      list: 'Accounts that opened far more cases than is usual',
      whose: 'Whose',
      when: 'When it was noticed',
      opened: 'New cases in five days',
      usual: 'Usual',
      unrelated: 'Without a task of the institution',
      cases: 'Cases',
    },
  },
};
