import type { Condition } from '../language/condition.js';
import type { Step } from '../language/step.js';
import { due } from './pieces.js';
import { choice, known, law, t } from './texts.js';

const REFERRAL = {
  kind: 'task',
  stage: 'holds',
  instructions: t(
    'Reciba a la persona. Si en 24 horas nadie responde, el caso pasa por sí mismo a protección; la salida queda detenida.',
    'Receive the person. If nobody answers in 24 hours, the case moves to protection by itself; departure stays stopped.',
  ),
  deadline: due(24, 'hours', 'L3', choice('A protective branch may not wait for an answer'), {
    lapse: 'received',
  }),
} as const satisfies Partial<Step>;

const PROTECTED = {
  ...REFERRAL,
  title: t('Derivación con manejo protegido', 'Referral with protected handling'),
  basis: [known('CRM guidelines 2013')],
} as const;

const CHILDREN = {
  ...REFERRAL,
  title: t('Derivación a protección de la niñez', 'Referral to child protection'),
  basis: [law('MX LM art. 112; doubt on age counts as minority')],
} as const;

const PROTECTED_SIGN = 'event:trafficking-indicator';
const AGE_SIGN = 'event:minority-claim';

/**
 * The four re-routes to protection that take effect even when nobody answers: to protected handling and to child
 * protection, while the person is `away` and once they are `home`. `clears` is all that readied a departure.
 */
export const protectiveReferrals = <
  const Away extends readonly Condition[],
  const Home extends readonly Condition[],
  const Clears extends readonly string[],
>(
  away: Away,
  home: Home,
  clears: Clears,
) => {
  const received = (protocol: string, entry: string) =>
    [
      {
        id: 'received',
        title: t('Caso recibido', 'Case received'),
        clears,
        continues: { protocol, entry },
      },
    ] as const;
  return [
    {
      id: 'protected-referral',
      ...PROTECTED,
      by: 'ATU-S',
      when: { all: [...away, PROTECTED_SIGN] },
      outcomes: received('trafficking-victim', 'indicator-detected'),
    },
    {
      id: 'minority-referral',
      ...CHILDREN,
      by: 'CPA-S',
      when: { all: [...away, AGE_SIGN] },
      outcomes: received('unaccompanied-minor', 'presume-minority'),
    },
    {
      id: 'protected-referral-reception',
      ...PROTECTED,
      by: 'ATU-R',
      when: { all: [...home, PROTECTED_SIGN] },
      outcomes: received('trafficking-victim', 'r-protected-reception'),
    },
    {
      id: 'minority-referral-reception',
      ...CHILDREN,
      by: 'CPA-R',
      when: { all: [...home, AGE_SIGN] },
      outcomes: received('unaccompanied-minor', 'reception-screening'),
    },
  ] as const;
};
