import type { Demand } from './demand.js';

/** The nine actions of objective 21 of the Global Compact for Safe, Orderly and Regular Migration (A/RES/73/195). */
export const OBJECTIVE_21: readonly Demand[] = [
  {
    id: '21(a)',
    title: {
      es: 'Marcos y acuerdos de readmisión con debido proceso, evaluación individual, certeza jurídica y derechos de la niñez',
      en: 'Frameworks and readmission agreements with due process, individual assessment, legal certainty and child rights',
    },
    signs: ['cites:a', 'step:individual-assessment', 'step:nationality-verification'],
    elsewhere: {
      es: 'Los paquetes por país y corredor: un acuerdo puede cambiar plazos y añadir salvaguardas, no quitarlas.',
      en: 'Packs by country and corridor: an agreement may change times and add safeguards, not remove any.',
    },
  },
  {
    id: '21(b)',
    title: {
      es: 'Programas de retorno y reintegración sensibles al género y la niñez, con consentimiento libre, previo e informado',
      en: 'Gender- and child-sensitive return and reintegration programmes, with free, prior and informed consent',
    },
    signs: ['cites:b', 'step:consent', 'step:consent-reconfirmation', 'event:consent-revoked'],
  },
  {
    id: '21(c)',
    title: {
      es: 'Identificar a las personas nacionales y darles documentos de viaje, con respeto de la privacidad',
      en: 'Identify nationals and issue travel documents, with respect for privacy',
    },
    signs: ['cites:c', 'effect:issues-document', 'step:nationality-verification'],
  },
  {
    id: '21(d)',
    title: {
      es: 'Contacto entre consulados y autoridades, y asistencia consular antes del retorno',
      en: 'Contact between consulates and authorities, and consular assistance before return',
    },
    signs: ['cites:d', 'step:consular-notification', 'step:consular-interview'],
  },
  {
    id: '21(e)',
    title: {
      es: 'Retorno seguro y digno tras evaluación individual, por autoridad competente y agotados los recursos',
      en: 'Safe and dignified return after individual assessment, by competent authorities, remedies exhausted',
    },
    signs: [
      'cites:e',
      'step:individual-assessment',
      'step:appeal-window',
      'step:pre-departure-check',
    ],
  },
  {
    id: '21(f)',
    title: {
      es: 'Mecanismos nacionales que vigilan el retorno y recomiendan con independencia',
      en: 'National mechanisms that monitor return and recommend independently',
    },
    signs: ['cites:f', 'step:monitor-notice'],
    lacks: {
      es: 'Las recomendaciones con destinatario y plazo de respuesta no son todavía un paso.',
      en: 'Recommendations with an addressee and a reply deadline are not a step yet.',
    },
  },
  {
    id: '21(g)',
    title: {
      es: 'Niñas y niños: solo tras determinar su interés superior, acompañados todo el camino y con recepción y cuidado',
      en: 'Children: only after a best interests determination, accompanied throughout, with reception and care',
    },
    signs: [
      'cites:g',
      'step:bid-decision',
      'step:escort-assignment',
      'step:reception-confirmation',
    ],
  },
  {
    id: '21(h)',
    title: {
      es: 'Acceso igual a protección social, justicia, apoyo psicosocial, formación, empleo y servicios financieros',
      en: 'Equal access to social protection, justice, psychosocial help, training, jobs and financial services',
    },
    signs: ['cites:h', 'step:referral', 'step:support-disbursement'],
  },
  {
    id: '21(i)',
    title: {
      es: 'Atender las necesidades de las comunidades de retorno en planes y presupuestos',
      en: 'Address the needs of communities of return in plans and budgets',
    },
    signs: ['cites:i'],
  },
];
