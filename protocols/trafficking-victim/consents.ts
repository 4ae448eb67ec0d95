import type { Consent } from '../language/consent.js';
import { choice, law, span, t } from '../shared/texts.js';
import type { TraffickingVictimNames } from './names.js';

/** What the person under protection is asked to agree to, each apart from the others. The texts name no reason. */
export const consents: readonly Consent<TraffickingVictimNames>[] = [
  {
    id: 'assistance',
    kind: 'support',
    title: t('Recibir ayuda aquí', 'Receiving help here'),
    text: t(
      'Le ofrecemos un lugar seguro, atención de salud, apoyo y asesoría legal. Puede aceptar solo una parte, ahora o más tarde, y dejarla cuando quiera. Nada depende de que denuncie ni de que colabore con nadie.',
      'We offer you a safe place, health care, support and legal advice. You may accept only a part, now or later, and leave it when you want. Nothing depends on a complaint or on cooperating with anybody.',
    ),
    ground: law('CR Law 9095 art. 2(b)'),
    holds: { fact: 'assistanceAccepted' },
  },
  {
    id: 'return',
    kind: 'return',
    title: t('Volver a su país', 'Going home'),
    text: t(
      'Le explicamos sus opciones: quedarse, pedir asilo, ir a otro país o volver. Tuvo al menos tres días para pensarlo y su defensa está con usted. La decisión es solo suya. Puede cambiarla en cualquier momento, sin razones y sin perder la ayuda. Antes de salir le preguntaremos otra vez, a solas.',
      'We explained your options: staying, asking for asylum, going elsewhere or going home. You had at least three days to think and your counsel is with you. The decision is yours alone. You may change it at any time, without reasons and without losing help. Before you leave we ask you once more, in private.',
    ),
    ground: law('Palermo Protocol art. 8(2)'),
    holds: { fact: 'returnDecided' },
    coolingOff: { ...span(72, 'hours'), after: 'options-counselling:counselled' },
    expires: span(90, 'calendar-days'),
    reconfirm: { ...span(24, 'hours'), before: 'departure', fact: 'consentValid' },
  },
  {
    id: 'disclosure',
    kind: 'sharing',
    title: t('Que en su país sepan de usted', 'That somebody in your country learns of you'),
    text: t(
      'Sin su acuerdo nadie en su país sabrá nada de usted. Si acepta, solo las personas que usted nombre sabrán solo los datos que usted diga, y hasta la fecha que usted diga. Puede retirarlo cuando quiera.',
      'Without your agreement nobody in your country learns anything of you. If you agree, only the people you name learn only the data you say, and until the date you say. You may take it back at any time.',
    ),
    ground: law('MX LGPSEDMTP art. 3 I'),
    holds: { fact: 'disclosureAuthorised' },
    expires: span(90, 'calendar-days'),
  },
  {
    id: 'referrals',
    kind: 'sharing',
    title: t('Que otros servicios le atiendan', 'Being attended by other services'),
    text: t(
      'Con su acuerdo, los servicios que usted elija sabrán su nombre, cómo hablarle y qué necesita. Nunca sabrán el motivo. Puede elegir uno y no otro, y retirarlo cuando quiera.',
      'If you agree, the services you choose learn your name, how to reach you and what you need. They never learn the reason. You may choose one and not another, and take it back at any time.',
    ),
    ground: choice('With consent for each referral'),
    holds: { attribute: 'referralAgreed' },
  },
  {
    id: 'programme',
    kind: 'support',
    title: t('Plan de apoyo y contactos durante un año', 'Support plan and contacts for a year'),
    text: t(
      'Le ofrecemos un plan hecho con usted y contactos discretos durante un año, donde usted elija. Aceptar es libre; si no quiere, la puerta queda abierta doce meses y no pierde nada.',
      'We offer a plan made with you and discreet contacts for a year, where you choose. Accepting is free; if you do not want it the door stays open for twelve months and you lose nothing.',
    ),
    ground: choice('With the consent of the person'),
    holds: { fact: 'programmeConsent' },
  },
];
