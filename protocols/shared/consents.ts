import type { Consent } from '../language/consent.js';
import type { Decider } from '../language/consent-record.js';
import type { ProtocolEvent } from '../language/definition.js';
import type { Field } from '../language/form.js';
import type { Names } from '../language/names.js';
import type { Consequences } from '../language/step.js';
import { ask } from './pieces.js';
import { choice, known, law, option, t } from './texts.js';

/** A question that changes nothing in the run, whatever the protocol declares. */
type RecordField = Omit<Field, 'assigns' | 'plans' | 'places' | 'ends'>;

const WHO: Readonly<Record<Decider, ReturnType<typeof option>>> = {
  person: option('person', 'La persona adulta misma', 'The adult person'),
  guardian: option('guardian', 'Su tutora o tutor', 'Their guardian'),
  parents: option('parents', 'Su madre o padre con autoridad', 'A parent with authority'),
  representative: option(
    'representative',
    'Representante legal revisado',
    'A reviewed legal representative',
  ),
};

/** Who decides where the person is an adult as a rule and a child may travel along. */
export const ADULT_DECIDERS = ['person', 'representative', 'parents', 'guardian'] as const;

/**
 * The questions of the record of a consent, asked with these outcomes: who decided, in which language, by whom it was
 * read, who was there and how it was given. Kept as protection account, so that it is shared with nobody who gets the
 * legal situation. `deciders` are those who may decide in this protocol, the most usual first.
 */
export function consentRecord(
  outcomes: readonly string[],
  deciders: readonly Decider[],
): RecordField[] {
  const required = { required: outcomes };
  const isForChildren = deciders.some((one) => one === 'guardian' || one === 'parents');
  return [
    ask('consent-whose', 'code', 'D6', t('¿Quién decide?', 'Who decides?'), {
      ...required,
      hint: t(
        'Cada persona adulta decide por sí misma, en su propio proceso.',
        'Each adult decides for themselves, in their own run.',
      ),
      options: deciders.map((one) => WHO[one]),
    }),
    ...(isForChildren ? [assent(deciders[0] === 'person' ? [] : outcomes)] : []),
    ask('consent-language', 'text', 'D6', t('Idioma de la conversación', 'Language spoken'), {
      ...required,
      maxLength: 60,
    }),
    ask('consent-interpreter', 'code', 'D6', t('Intérprete', 'Interpreter'), {
      ...required,
      options: [
        option('not-needed', 'No hizo falta', 'Not needed'),
        option('present', 'Sí, en persona', 'Yes, in person'),
        option('remote', 'Sí, por teléfono o video', 'Yes, by phone or video'),
      ],
    }),
    ask('consent-reading', 'code', 'D6', t('Lectura del texto', 'Reading of the text'), {
      ...required,
      options: [
        option('reads', 'La persona lo leyó', 'The person read it'),
        option(
          'with-companion',
          'No lee; la acompañó alguien de su confianza',
          'Does not read; somebody they trust was with them',
        ),
        option(
          'no-companion-wanted',
          'No lee; no quiso que nadie la acompañara',
          'Does not read; wanted nobody with them',
        ),
      ],
    }),
    ask(
      'consent-read-aloud',
      'boolean',
      'D6',
      t('¿Se leyó el texto en voz alta?', 'Was the text read aloud?'),
      required,
    ),
    ask(
      'consent-private',
      'boolean',
      'D6',
      t(
        '¿Fue a solas, sin nadie de la autoridad que detiene?',
        'Was it in private, with nobody of a detaining authority?',
      ),
      required,
    ),
    ask(
      'consent-revocable',
      'boolean',
      'D6',
      t(
        '¿Sabe que puede retirarlo en todo momento y sin razones?',
        'Do they know they may withdraw at any time, without reasons?',
      ),
      required,
    ),
    ask('consent-how', 'code', 'D6', t('Cómo se dio', 'How it was given'), {
      ...required,
      options: [
        option('signature', 'Firma', 'Signature'),
        option('thumb', 'Huella', 'Thumbprint'),
        option('recorded', 'Declaración grabada', 'Recorded statement'),
        option('none', 'No se dio', 'Not given'),
      ],
    }),
    ask('consent-text', 'text', 'D6', t('Texto mostrado', 'Text shown'), {
      fills: 'consent-text',
      maxLength: 2000,
    }),
  ];
}

const assent = (required: readonly string[]): RecordField =>
  ask(
    'consent-assent',
    'code',
    'D6',
    t('Si es menor de 18: ¿está de acuerdo?', 'If under 18: does the child agree?'),
    {
      ...(required.length > 0 ? { required } : {}),
      options: [
        option('agrees', 'Sí, fue escuchada o escuchado', 'Yes, the child was heard'),
        option('too-young', 'Es muy pequeña o pequeño para decirlo', 'Too young to say'),
        option('disagrees', 'No está de acuerdo', 'Does not agree'),
      ],
    },
  );

/** By which way a withdrawal came. Never needed: no withdrawal is turned away for a question left open. */
export const WITHDRAWAL_CHANNEL = ask(
  'withdrawal-channel',
  'code',
  'D6',
  t('Por qué vía lo dijo', 'How they said so'),
  {
    hint: t('No pregunte por qué.', 'Do not ask why.'),
    options: [
      option('in-person', 'En persona', 'In person'),
      option('phone', 'Por teléfono', 'By phone'),
      option('message', 'Por mensaje o correo', 'By message or mail'),
      option('counsel', 'Por su abogada o abogado', 'Through counsel'),
      option('guardian', 'Por su tutora, tutor o representante', 'Through a guardian'),
      option(
        'civil-society',
        'Por una organización, sin pasar por ninguna autoridad',
        'Through an organisation, past no authority',
      ),
      option('relative', 'Por un familiar', 'Through a relative'),
    ],
  },
);

type Also<N extends Names> = Pick<Consequences<N>, 'clears' | 'withdraws'>;

/**
 * One event for each of these consents that takes it back alone, at any hour and by whoever has to do with the case:
 * what says that it holds is cleared, and besides only what `also` names. Going home itself is taken back with
 * `consent-revoked`, which every protocol writes itself.
 */
export function withdrawalsOf<N extends Names>(
  consents: readonly Consent<N>[],
  also: Readonly<Partial<Record<N['purpose'], Also<N>>>>,
): ProtocolEvent<N>[] {
  return consents
    .filter(({ id }) => id in also)
    .map(({ id, title, holds }: Consent<N>) => {
      const { clears = [], withdraws } = also[id as N['purpose']] ?? {};
      const cleared = 'fact' in holds ? [holds.fact, ...clears] : clears;
      return {
        id: `withdrawn-${id}` as N['event'],
        title: t(`Retira su acuerdo: ${lower(title.es)}`, `Withdraws consent: ${lower(title.en)}`),
        by: 'anyone',
        revokes: [id],
        ...(cleared.length > 0 ? { clears: cleared } : {}),
        ...('fact' in holds ? {} : { assigns: { [holds.attribute]: false } as Assigned<N> }),
        ...(withdraws ? { withdraws } : {}),
        form: [WITHDRAWAL_CHANNEL],
        basis: [law('GCM objective 21(b)')],
      };
    });
}

type Assigned<N extends Names> = NonNullable<Consequences<N>['assigns']>;

const lower = (title: string) => title.charAt(0).toLowerCase() + title.slice(1);

/** Consents several protocols ask for in the same words. */
export const SUPPORT_CONSENT = {
  kind: 'support',
  title: t('Apoyo para la reintegración y su seguimiento', 'Reintegration support and follow-up'),
  text: t(
    'Le ofrecemos apoyo durante un año: un plan hecho con usted, ayuda en lo que acuerde y visitas para saber cómo está. Aceptar es libre. Si no acepta, o si lo deja después, no pierde ningún derecho ni nada de lo que ya recibió.',
    'We offer you support for a year: a plan made with you, help with what you agree on, and visits to see how you are. Accepting is free. If you do not accept, or leave later, you lose no right and nothing of what you already received.',
  ),
  ground: known('Seed principle: reintegration is voluntary'),
  holds: { fact: 'reintegrationConsent' },
} as const satisfies Omit<Consent, 'id'>;

export const MUNICIPALITY_CONSENT = {
  kind: 'sharing',
  title: t(
    'Avisar a la municipalidad donde vivirá',
    'Telling the municipality where you will live',
  ),
  text: t(
    'Con su acuerdo diremos a la municipalidad su nombre, su dirección y lo que acordó recibir, para que pueda ayudarle. Nunca le diremos lo que nos contó de su viaje ni de peligros. Si no quiere, lo demás sigue igual.',
    'If you agree we tell the municipality your name, your address and what you agreed to receive, so that it can help you. We never tell it what you told us of your journey or of dangers. If you do not want it, everything else goes on as before.',
  ),
  ground: choice('With the consent of the person'),
  holds: { attribute: 'municipalityAgreed' },
} as const satisfies Omit<Consent, 'id'>;
