import type { Consent } from '../language/consent.js';
import { CONTACT_CONSENT, MUNICIPALITY_CONSENT, SUPPORT_CONSENT } from '../shared/consents.js';
import { law, span, t } from '../shared/texts.js';
import type { VoluntaryNames } from './names.js';

/** What a person who goes home by choice is asked to agree to, each apart from the others. */
export const consents: readonly Consent<VoluntaryNames>[] = [
  {
    id: 'return',
    kind: 'return',
    title: t('Volver a su país', 'Going home'),
    text: t(
      'Usted pidió ayuda para volver a su país. La decisión es solo suya. Si acepta, la autoridad migratoria de aquí sabrá quién es usted y que pidió volver; un servicio de salud sabrá quién es, para ver si puede viajar; y, si está en detención, una defensora o un defensor hablará con usted a solas. Ya le explicamos las formas de quedarse, el asilo, los recursos y los límites de esta ayuda, y tuvo al menos tres días para pensarlo. Puede decir que no, o cambiar de opinión en cualquier momento hasta llegar, sin dar razones y sin ninguna consecuencia. Antes de salir le preguntaremos otra vez.',
      'You asked for help to go home. The decision is yours alone. If you agree, the migration authority here learns who you are and that you asked to go home; a health service learns who you are, to see whether you can travel; and, if you are detained, counsel talks with you in private. We explained the ways to stay, asylum, remedies and the limits of this help, and you had at least three days to think. You may say no, or change your mind at any time until you arrive, without giving reasons and without any consequence. Before you leave we ask you once more.',
    ),
    ground: law('GCM objective 21(b)'),
    holds: { fact: 'consentGiven' },
    coolingOff: { ...span(72, 'hours'), after: 'information-counselling:informed' },
    expires: span(90, 'calendar-days'),
    reconfirm: { ...span(24, 'hours'), before: 'departure', fact: 'consentValid' },
  },
  {
    id: 'consulate',
    kind: 'sharing',
    title: t('Acudir al consulado de su país', "Going to your country's consulate"),
    text: t(
      'Para su documento de viaje hace falta el consulado de su país o, donde no hay, su cancillería. Con su acuerdo les damos su nombre, su fecha de nacimiento, su nacionalidad y el número de su documento. No les damos nada de lo que nos contó, ni por qué está aquí, ni cuándo viaja. Si no quiere, buscamos con usted otra manera y nada cambia.',
      'Your travel document needs the consulate of your country or, where there is none, its foreign ministry. If you agree we give them your name, date of birth, nationality and document number. We give them nothing of what you told us, nor why you are here, nor when you travel. If you do not want this, we look for another way with you and nothing changes.',
    ),
    ground: law('MX LRPCAP art. 21'),
    holds: { fact: 'consularContactAgreed' },
  },
  {
    id: 'origin',
    kind: 'sharing',
    title: t('Avisar a quienes le recibirán', 'Telling those who will receive you'),
    text: t(
      'Con su acuerdo, el centro de recepción y la institución que le apoyará en su país sabrán sus datos de identidad, como su nombre, cómo y cuándo llega y si necesita alguna atención. La institución que le apoyará sabrá además su trabajo y sus habilidades, los planes que hizo y el puntaje de la encuesta sobre su situación. Si no quiere, no les decimos nada y su viaje sigue igual.',
      'If you agree, the reception centre and the body that will support you at home learn your identity data, such as your name, how and when you arrive and whether you need any care. The body that will support you also learns your work and skills, the plans you made and the score of the survey about your situation. If you do not want this, we tell them nothing and your journey goes on as before.',
    ),
    ground: law('GCM objective 21(c)-(d)'),
    holds: { fact: 'originNoticeAgreed' },
  },
  {
    id: 'contact',
    ...CONTACT_CONSENT,
    text: t(
      'Con su acuerdo, la institución que puede apoyarle en su país sabrá sus datos de identidad, como su nombre, y cómo encontrarle. Le llamará o escribirá por la vía que usted elija para ofrecerle apoyo, hasta tres veces. Si no quiere, nadie le buscará, y puede pedir el apoyo usted durante doce meses.',
      'If you agree, the body that can support you at home learns your identity data, such as your name, and how to find you. It calls or writes by the way you choose to offer you support, up to three times. If you do not want this nobody looks for you, and you can ask for the support yourself for twelve months.',
    ),
  },
  { id: 'municipality', ...MUNICIPALITY_CONSENT },
  { id: 'support', ...SUPPORT_CONSENT },
];
