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
      'Usted pidió ayuda para volver a su país. La decisión es solo suya. Ya le explicamos las formas de quedarse, el asilo, los recursos y los límites de esta ayuda, y tuvo al menos tres días para pensarlo. Puede decir que no, o cambiar de opinión en cualquier momento hasta llegar, sin dar razones y sin ninguna consecuencia. Antes de salir le preguntaremos otra vez.',
      'You asked for help to go home. The decision is yours alone. We explained the ways to stay, asylum, remedies and the limits of this help, and you had at least three days to think. You may say no, or change your mind at any time until you arrive, without giving reasons and without any consequence. Before you leave we ask you once more.',
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
      'Para su documento de viaje hace falta el consulado. Con su acuerdo le damos su nombre, su fecha de nacimiento y su nacionalidad. No le damos nada de lo que nos contó, ni por qué está aquí, ni cuándo viaja. Si no quiere, buscamos con usted otra manera y nada cambia.',
      'Your travel document needs the consulate. If you agree we give it your name, date of birth and nationality. We give it nothing of what you told us, nor why you are here, nor when you travel. If you do not want this, we look for another way with you and nothing changes.',
    ),
    ground: law('MX LRPCAP art. 21'),
    holds: { fact: 'consularContactAgreed' },
  },
  {
    id: 'origin',
    kind: 'sharing',
    title: t('Avisar a quienes le recibirán', 'Telling those who will receive you'),
    text: t(
      'Con su acuerdo, el centro de recepción y la institución que le apoyará en su país sabrán su nombre, cuándo llega, si necesita alguna atención y los planes que hizo. Si no quiere, no les decimos nada y su viaje sigue igual.',
      'If you agree, the reception centre and the body that will support you at home learn your name, when you arrive, whether you need any care and the plans you made. If you do not want this, we tell them nothing and your journey goes on as before.',
    ),
    ground: law('GCM objective 21(c)-(d)'),
    holds: { fact: 'originNoticeAgreed' },
  },
  {
    id: 'contact',
    ...CONTACT_CONSENT,
    text: t(
      'Con su acuerdo, la institución que puede apoyarle en su país sabrá su nombre y cómo encontrarle. Le llamará o escribirá por la vía que usted elija para ofrecerle apoyo, hasta tres veces. Si no quiere, nadie le buscará, y puede pedir el apoyo usted durante doce meses.',
      'If you agree, the body that can support you at home learns your name and how to find you. It calls or writes by the way you choose to offer you support, up to three times. If you do not want this nobody looks for you, and you can ask for the support yourself for twelve months.',
    ),
  },
  { id: 'municipality', ...MUNICIPALITY_CONSENT },
  { id: 'support', ...SUPPORT_CONSENT },
];
