import * as paper from '../shared/papers.js';
import { choice, comparator, law, t } from '../shared/texts.js';
import {
  type AdultStep,
  ask,
  CONSULATE_SUPPRESSED,
  due,
  must,
  outcome,
  PREPARATION_NEEDS,
  REASONS,
  share,
} from './pieces.js';

const NATIONALITY_NEEDS = [
  ...PREPARATION_NEEDS,
  'familyUnityOk',
  'consularContactAllowed',
] as const;

/** Step 15 with its loop and its ways out. */
export const nationality: readonly AdultStep[] = [
  {
    id: 'readmission-application',
    kind: 'share',
    stage: 'preparation',
    title: t('Solicitud de readmisión', 'Readmission application'),
    instructions: t(
      'Envíe una solicitud completa: lista de pruebas y acta de entrevista. Nada sobre asilo ni protección.',
      'Send a complete application: list of evidence and interview record. Nothing about asylum or protection.',
    ),
    by: 'MIG-S',
    when: {
      all: [
        'inSendingState',
        'familyUnityOk',
        { not: 'identityConfirmed' },
        { any: ['start', 'nationality-alternatives:other-state'] },
      ],
    },
    requires: NATIONALITY_NEEDS,
    effects: ['discloses-identity'],
    limit: 6,
    secondPerson: ['sent'],
    deadline: paper.COMPLETE_FILE,
    form: [
      must('evidence-list', 'long-text', 'D1', t('Lista de pruebas', 'List of evidence')),
      must(
        'biometric-match-asked',
        'boolean',
        'D3',
        t('Se pide cotejo biométrico', 'Biometric match asked for'),
      ),
    ],
    shares: [
      { ...paper.VERIFY_NATIONALITY, unless: CONSULATE_SUPPRESSED },
      share(
        'registry',
        'CIV-R',
        ['D1', 'D3'],
        t('Cotejo en el registro civil', 'Match in the civil registry'),
        law('GCM objective 21(c)'),
        { unless: CONSULATE_SUPPRESSED },
      ),
    ],
    outcomes: [outcome('sent', t('Enviada', 'Sent'))],
    basis: [law('GCM objective 21(c)')],
  },
  {
    ...paper.NATIONALITY_VERIFICATION,
    instructions: t(
      'Confirme o niegue la nacionalidad, o pida más información (hasta tres veces; el plazo se detiene). El silencio no confirma nada.',
      'Confirm or deny nationality, or ask for more information (up to three times; the clock stops). Silence confirms nothing.',
    ),
    when: { any: ['readmission-application:sent', 'readmission-information:supplied'] },
    requires: NATIONALITY_NEEDS,
    deadline: due(
      5,
      'working-days',
      'L2',
      comparator(
        '2 working days in a Swiss agreement (2007/556), 25 calendar days in a Russian one (2009)',
      ),
    ),
    form: [
      paper.informationAsked('long-text'),
      ask(
        'biometric-match',
        'boolean',
        'D3',
        t('Resultado del cotejo biométrico', 'Biometric match result'),
      ),
      paper.denialReason('long-text'),
    ],
    shares: [
      share('result', 'MIG-S', ['D1'], t('Resultado', 'Result'), law('GCM objective 21(c)')),
      {
        ...paper.TO_MINISTRY,
        on: ['confirmed'],
        unless: { any: [CONSULATE_SUPPRESSED, paper.REPRESENTED] },
      },
    ],
    outcomes: [
      outcome('confirmed', t('Nacionalidad confirmada', 'Nationality confirmed'), {
        sets: ['identityConfirmed'],
      }),
      paper.RFI,
      paper.DENIED,
    ],
    basis: [law('GCM objective 21(c)')],
  },
  {
    ...paper.FURTHER_INFORMATION,
    id: 'readmission-information',
    stage: 'preparation',
    title: t('Información adicional para la readmisión', 'Further readmission information'),
    instructions: t(
      'Reúna y envíe lo que pidió el consulado. Hay tres rondas; después decide la institución rectora.',
      'Gather and send what the consulate asked for. There are three rounds; then the lead institution decides.',
    ),
    by: 'MIG-S',
    when: 'nationality-verification:rfi',
    requires: NATIONALITY_NEEDS,
    deadline: paper.PER_ROUND,
    form: [...paper.IDENTITY_SUPPLIED, paper.informationSupplied('long-text')],
    shares: [{ ...paper.VERIFY_NATIONALITY, unless: CONSULATE_SUPPRESSED }],
  },
  {
    ...paper.NATIONALITY_ALTERNATIVES,
    title: t('Qué hacer sin nacionalidad confirmada', 'What to do without a confirmed nationality'),
    instructions: t(
      'Decida: consultar a otro Estado, tratar como posible apatridia, abrir la vía de permanencia o dejar en libertad con permiso.',
      'Decide: ask another State, treat as possible statelessness, open the way to stay, or release with a permit.',
    ),
    when: {
      any: [
        'nationality-verification:denied',
        'travel-document:refused',
        'document-relay:unavailable',
        'standard-document:refused',
        'exhausted:readmission-information',
        'exhausted:document-relay',
        'exhausted:travel-document',
      ],
    },
    deadline: due(5, 'working-days', 'L1', choice('The stay is limited to 60 working days in all')),
    outcomes: [
      outcome(
        'other-state',
        t('Consultar de nuevo o a otro Estado', 'Ask again or another State'),
        { clears: ['identityConfirmed', 'travelDocValid'] },
      ),
      paper.POSSIBLY_STATELESS,
      outcome('protection', t('Vía de permanencia', 'Way to stay')),
      outcome('release', t('Libertad con permiso', 'Release with permit'), { ends: 'closed-stay' }),
    ],
  },
  {
    ...paper.STATELESSNESS,
    instructions: t(
      'Determine si ningún Estado reconoce a la persona; si es así, se queda con permiso.',
      'Determine whether no State recognises the person; if so, they stay with a permit.',
    ),
    when: {
      any: [
        'individual-screening:possible-statelessness',
        'nationality-alternatives:possible-statelessness',
      ],
    },
    requires: ['inSendingState'],
    limit: 3,
    form: [REASONS],
    outcomes: [paper.STATELESS, paper.NOT_STATELESS],
  },
];
