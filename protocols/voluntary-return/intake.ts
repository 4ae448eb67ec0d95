import { SPECIAL_NEEDS } from '../shared/screening.js';
import { choice, known, law, option, t } from '../shared/texts.js';
import {
  ask,
  BASE,
  CHILD,
  CONSENT,
  due,
  ENTERED,
  EVERYTHING,
  must,
  outcome,
  STOPPED,
  share,
  type VoluntaryStep,
} from './pieces.js';

/** Steps 1 and 2 and who travels: the person asks, is informed and may still choose anything. */
export const intake: readonly VoluntaryStep[] = [
  {
    id: 'request',
    kind: 'task',
    stage: 'intake',
    title: t('Solicitud', 'Request'),
    instructions: t(
      'Registre la solicitud de la persona, llegue por el canal que llegue. Pregunte cómo contactarla sin ponerla en riesgo.',
      "Record the person's request, whatever the channel. Ask how to contact them without putting them at risk.",
    ),
    by: 'IOM',
    when: { all: ['start', { attribute: 'entry', is: 'request' }] },
    requires: ['personPresent', 'inSendingState'],
    deadline: due(5, 'working-days', 'L0', choice('A request may come at any time')),
    form: [
      must('full-name', 'text', 'D1', t('Nombre completo', 'Full name'), { identity: 'name' }),
      ask('birth-date', 'date', 'D1', t('Fecha de nacimiento', 'Date of birth'), {
        identity: 'birth-date',
      }),
      ask('nationality', 'text', 'D1', t('Nacionalidad declarada', 'Declared nationality'), {
        identity: 'nationality',
        required: ['received'],
      }),
      must('language', 'text', 'D1', t('Idioma que comprende', 'Language understood')),
      must('safe-contact', 'text', 'D2', t('Contacto seguro', 'Safe contact')),
      must('channel', 'code', 'D8', t('Canal de la solicitud', 'Channel of the request'), {
        options: [
          option('provider', 'Organismo prestador', 'Provider'),
          option('consulate', 'Consulado', 'Consulate'),
          option('civil-society', 'Sociedad civil', 'Civil society'),
          option('migration', 'Autoridad migratoria', 'Migration authority'),
        ],
      }),
    ],
    shares: [
      share(
        'child-protection',
        'CPA-S',
        ['D1'],
        t('Niña o niño sin acompañante', 'Unaccompanied child'),
        law('MX LM art. 112'),
        { on: ['unaccompanied-child'] },
      ),
    ],
    outcomes: [
      outcome('received', t('Solicitud recibida', 'Request received')),
      outcome('unaccompanied-child', t('Niña o niño no acompañado', 'Unaccompanied child'), {
        clears: EVERYTHING,
        continues: { protocol: 'unaccompanied-minor', entry: 'register-child' },
      }),
    ],
    basis: [known('UDHR art. 13')],
  },
  {
    id: 'information-counselling',
    kind: 'task',
    stage: 'choice',
    title: t('Consejería informada', 'Informed counselling'),
    instructions: t(
      'Explique todas las opciones, también quedarse, el asilo y los recursos, y los límites del programa. Después la persona tiene 72 horas para pensarlo; nadie puede acortarlas.',
      'Explain every option, also staying, asylum and remedies, and the limits of the programme. The person then has 72 hours to think; nobody can shorten them.',
    ),
    by: 'IOM',
    when: {
      all: [
        'inSendingState',
        {
          any: [
            ENTERED,
            'event:new-risk-information',
            'withdrawal:not-withdrawn',
            'consent-freedom-check:pressure',
            'asylum-hold:refused',
            'asylum-hold:withdrawn',
            'stay-pathway:asks-to-return',
          ],
        },
      ],
    },
    requires: BASE,
    clearsAtOpening: ['counselled', ...CONSENT],
    limit: 8,
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('A week to the first talk')),
    form: [
      ask('topics', 'codes', 'D8', t('Temas explicados', 'Topics explained'), {
        required: ['informed'],
        options: [
          option('stay', 'Formas de permanecer', 'Ways to stay'),
          option('asylum', 'Asilo', 'Asylum'),
          option('remedies', 'Recursos', 'Remedies'),
          option('origin', 'Condiciones en el país de origen', 'Conditions in origin'),
          option('limits', 'Límites del programa', 'Limits of the programme'),
        ],
      }),
      ask('material-version', 'text', 'D8', t('Versión del material', 'Version of the material'), {
        required: ['informed'],
      }),
      ask('interpreter', 'text', 'D8', t('Intérprete e idioma', 'Interpreter and language')),
      ask(
        'trusted-person-told',
        'boolean',
        'D4',
        t(
          'Se informó a su familia o persona de confianza, si así lo quiso',
          'Family or a trusted person was told, if the person wished',
        ),
      ),
    ],
    outcomes: [
      outcome('informed', t('Persona informada', 'Person informed'), { sets: ['counselled'] }),
      outcome('chooses-to-stay', t('Elige quedarse', 'Chooses to stay'), {
        despiteMissing: true,
        ...STOPPED,
      }),
    ],
    basis: [law('MX LM art. 119 I-V'), law('IOM AVRR framework')],
  },
  {
    id: 'who-travels',
    kind: 'assessment',
    stage: 'choice',
    title: t('Con quién viaja la persona', 'Who travels'),
    instructions: t(
      'Pregunte si viajan niñas o niños. Cada persona adulta decide por sí misma en su propio proceso.',
      'Ask whether children travel. Each adult decides for themselves in their own run.',
    ),
    by: 'IOM',
    when: { all: ['inSendingState', { any: [ENTERED, 'event:family-change'] }] },
    requires: BASE,
    clearsAtOpening: CHILD,
    limit: 8,
    safeguard: true,
    deadline: due(5, 'working-days', 'L2', choice('With the counselling')),
    form: [
      must('companions', 'long-text', 'D4', t('Quiénes viajan juntos', 'Who travels together')),
      ask('need-codes', 'codes', 'D7', SPECIAL_NEEDS.title, {
        hint: SPECIAL_NEEDS.hint,
        options: [option('child', 'Niña o niño', 'Child'), ...SPECIAL_NEEDS.options],
      }),
    ],
    shares: [
      share(
        'child-protection',
        'CPA-S',
        ['D1', 'D4', 'D7'],
        t('Evaluar el interés superior', 'Assess best interests'),
        law('GCM objective 21(g)'),
        { on: ['with-children', 'accompanied-child'] },
      ),
    ],
    outcomes: [
      outcome('no-children', t('No viajan niñas ni niños', 'No children travel'), {
        sets: CHILD,
        assigns: { withChildren: false },
      }),
      outcome('with-children', t('Viaja con niñas o niños', 'Travels with children'), {
        assigns: { withChildren: true },
      }),
      outcome(
        'accompanied-child',
        t('Este proceso es de una niña o niño acompañado', 'This run is of an accompanied child'),
        { assigns: { withChildren: true } },
      ),
    ],
    basis: [law('GCM objective 21(g)')],
  },
];
