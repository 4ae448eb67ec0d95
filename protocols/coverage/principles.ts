import type { Text } from '../language/text.js';
import type { Demand, Sign } from './demand.js';

const t = (es: string, en: string): Text => ({ es, en });
const demand = (
  id: string,
  title: Text,
  signs: readonly Sign[],
  more: Partial<Demand> = {},
): Demand => ({
  id,
  title,
  signs,
  ...more,
});

const REPORTS = t(
  'Es tarea de informes y registros, no de un paso.',
  'A matter of reports and registers, not of a step.',
);

/** Guiding principles on return of the region's workshop documents, in our words. */
const ON_RETURN: readonly Demand[] = [
  demand(
    'R1',
    t(
      'El retorno es un todo: el Estado que envía y el que recibe',
      'Return is one whole: sending and receiving State',
    ),
    ['step:handover-reception-act', 'step:arrival-reception'],
  ),
  demand('R2', t('Las instituciones son la base', 'Institutions are the base'), ['deadline']),
  demand(
    'R3',
    t('El retorno es parte de la gestión migratoria', 'Return is part of migration management'),
    ['step:apprehension-record', 'step:register-child', 'step:request'],
  ),
  demand(
    'R4',
    t(
      'Atención transversal de instituciones de ambos países',
      'Cross-cutting attention by institutions of both countries',
    ),
    ['step:referral', 'share'],
  ),
  demand(
    'R5',
    t('Incentivos y oportunidades duraderas', 'Lasting incentives and opportunities'),
    ['step:reintegration-offer', 'step:support-disbursement'],
    { lacks: t('Falta el catálogo de programas.', 'The programme catalogue is missing.') },
  ),
  demand(
    'R6',
    t('La ley y la soberanía de cada país', 'The law and sovereignty of each country'),
    ['deadline'],
    { elsewhere: t('Paquetes por país y corredor.', 'Packs by country and corridor.') },
  ),
  demand(
    'R7',
    t(
      'La sostenibilidad empieza en el país que envía y acaba en la inclusión',
      'Sustainability begins in the sending country and ends in inclusion',
    ),
    ['step:pre-return-assessment', 'step:sustainability-score'],
  ),
  demand('R8', t('También para personas extranjeras', 'For foreigners as well'), [
    'step:reintegration-plan',
  ]),
  demand(
    'R9',
    t('Garantías de derechos humanos en todo proceso', 'Human rights guarantees in every process'),
    ['safeguard'],
  ),
  demand(
    'R10',
    t(
      'El retorno voluntario asistido es buena práctica',
      'Assisted voluntary return is good practice',
    ),
    ['step:voluntary-return-offer', 'step:consent'],
  ),
  demand(
    'R11',
    t(
      'Coordinación internacional e interinstitucional',
      'International and inter-agency coordination',
    ),
    ['step:handover-reception-act', 'step:reception-confirmation', 'share'],
  ),
  demand(
    'R12',
    t('Restituir derechos y construir proyectos de vida', 'Restore rights and build life projects'),
    ['step:individual-return-plan', 'step:reintegration-plan'],
  ),
  demand('R13', t('Documentación ágil', 'Prompt documentation'), [
    'effect:issues-document',
    'step:document-relay',
  ]),
  demand(
    'R14',
    t('Menos criminalización y estigma', 'Less criminalising and stigma'),
    ['step:criminal-information-notice', 'suppression'],
    { lacks: t('Faltan las campañas.', 'Campaigns are missing.') },
  ),
  demand(
    'R15',
    t(
      'En trata: alternativas al retorno y garantía de no devolución',
      'In trafficking: alternatives to return and a guarantee of non-return',
    ),
    ['step:options-and-decision', 'step:alternatives-to-return', 'step:risk-assessment'],
  ),
  demand('R16', t('Mejora continua de los procesos', 'Continuous improvement of processes'), [], {
    elsewhere: t(
      'Versiones de protocolos, simulación y tablero de vencimientos.',
      'Protocol versions, simulation and lapses.',
    ),
  }),
  demand(
    'R17',
    t('Registrar a quien vuelve por sus medios', 'Register those who return by their own means'),
    ['step:self-return-registration'],
  ),
  demand(
    'R18',
    t(
      'Políticas para la diversidad de personas retornadas',
      'Policies for the diversity of returnees',
    ),
    [
      'step:individual-screening',
      'step:reception-screening',
      'step:protection-vulnerability-screening',
    ],
  ),
];

/** Guiding principles on reintegration of the region's workshop documents, in our words. */
const ON_REINTEGRATION: readonly Demand[] = [
  demand(
    'I1',
    t('Hacer visible a la población retornada', 'Make the returned population visible'),
    ['step:reception-registration', 'asks:D13'],
    { elsewhere: REPORTS },
  ),
  demand('I2', t('No discriminación', 'Non-discrimination'), ['safeguard'], {
    lacks: t(
      'Falta la revisión de negativas por grupo.',
      'The review of refusals by group is missing.',
    ),
  }),
  demand(
    'I3',
    t('Recepción integral con enfoque de derechos', 'Integral reception with a rights approach'),
    ['step:reception-immediate-assistance', 'step:r-protected-reception', 'step:arrival-reception'],
  ),
  demand(
    'I4',
    t(
      'Documentación previa para activar la ayuda',
      'Prior documentation so that help can be activated',
    ),
    ['step:advance-notice', 'step:vulnerable-advance-notice'],
  ),
  demand(
    'I5',
    t(
      'Una institución rectora que obliga a cooperar',
      'A lead body that obliges institutions to cooperate',
    ),
    ['step:lead-decision', 'deadline'],
  ),
  demand(
    'I6',
    t('Identificar necesidades y perfilar cada caso', 'Identify needs and profile each case'),
    ['step:needs-and-skills-assessment', 'step:pre-return-assessment'],
  ),
  demand(
    'I7',
    t(
      'Dos niveles de escalamiento: técnico y político',
      'Two levels of escalation: technical and political',
    ),
    ['deadline'],
  ),
  demand('I8', t('Según el perfil, activar a quien ayuda', 'By profile, activate whoever helps'), [
    'step:referral',
  ]),
  demand(
    'I9',
    t('Un ente operativo resuelve lo inmediato', 'An operative body solves the immediate case'),
    ['step:onward-transport', 'step:post-arrival-contact', 'step:reception-immediate-assistance'],
  ),
  demand('I10', t('La reintegración es voluntaria', 'Reintegration is voluntary'), [
    'step:reintegration-offer',
    'event:consent-revoked',
  ]),
  demand('I11', t('Meta y final del proceso definidos', 'Goal and end of the process defined'), [
    'step:reintegration-plan',
    'step:closure',
  ]),
  demand('I12', t('Trabajo local y pertenencia', 'Local work and belonging'), [
    'step:follow-up-visit',
  ]),
  demand('I13', t('Sin revictimizar', 'Without re-victimising'), [
    'step:child-interview',
    'step:formal-identification',
  ]),
  demand('I14', t('Sistemas de monitoreo', 'Monitoring systems'), [
    'step:monitor-notice',
    'cites:f',
  ]),
  demand('I15', t('Enfoque multisectorial', 'Multisector approach'), [
    'step:referral',
    'step:needs-and-skills-assessment',
  ]),
];

/** The guiding principles the protocols answer to. */
export const PRINCIPLES: readonly Demand[] = [...ON_RETURN, ...ON_REINTEGRATION];
