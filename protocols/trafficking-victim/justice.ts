import { choice, known, law, option, t } from '../shared/texts.js';
import { ask, due, outcome, type ProtectedStep, share } from './pieces.js';

/** Steps 10 and 11: permit and prosecutor. */
export const statusAndJustice: readonly ProtectedStep[] = [
  {
    id: 'legal-status',
    kind: 'document',
    stage: 'protection',
    title: t('Condición de estancia humanitaria', 'Humanitarian stay'),
    instructions: t(
      'Expida un permiso ordinario, sin anotación alguna.',
      'Issue an ordinary permit without any note.',
    ),
    by: 'MIG-S',
    when: 'formal-identification:recognised',
    deadline: due(20, 'working-days', 'L1', law('MX LM art. 128, as ceiling')),
    form: [
      ask('permit-number', 'text', 'D8', t('Número del permiso', 'Permit number'), {
        required: ['granted'],
      }),
      ask(
        'permit-plain',
        'boolean',
        'D8',
        t('El permiso no lleva anotaciones', 'The permit carries no notes'),
        { required: ['granted'], yesFor: ['granted'] },
      ),
    ],
    outcomes: [
      outcome('granted', t('Concedida', 'Granted')),
      outcome(
        'not-needed',
        t('Ya tiene estancia o no la quiere', 'Has a stay already or does not want one'),
      ),
      outcome('refused', t('Negada', 'Refused')),
    ],
    basis: [law('MX LM art. 133 III')],
  },
  {
    id: 'justice-notice',
    kind: 'share',
    stage: 'protection',
    title: t('Aviso a fiscalía y reparación', 'Notice to the prosecutor and compensation'),
    instructions: t(
      'Avise solo con el consentimiento de la persona o si la ley obliga, y diga cuál de los dos. Nada de la asistencia depende de esto.',
      'Give notice only with consent or where the law obliges, and say which. No assistance depends on it.',
    ),
    by: 'ATU-S',
    when: { any: ['legal-status:granted', 'legal-status:not-needed', 'legal-status:refused'] },
    deadline: due(5, 'working-days', 'L1', choice('A week, once the stay is settled')),
    form: [
      ask(
        'consent-or-duty',
        'code',
        'D6',
        t('Consentimiento o deber legal', 'Consent or legal duty'),
        {
          required: ['sent'],
          options: [
            option('consent', 'Consentimiento', 'Consent'),
            option('legal-duty', 'Deber legal', 'Legal duty'),
          ],
        },
      ),
      ask(
        'justice-extract',
        'long-text',
        'D6',
        t('Extracto para la fiscalía', 'Extract for the prosecutor'),
        {
          required: ['sent'],
          hint: t(
            'Solo lo que la persona aceptó o la ley obliga a comunicar. Nada de lo que dijo en consejería o atención.',
            'Only what the person agreed to or the law obliges to say. Nothing of what was said in counselling or care.',
          ),
        },
      ),
      ask('compensation', 'long-text', 'D6', t('Reparación que se pide', 'Compensation claimed')),
    ],
    shares: [
      share(
        'prosecutor',
        'PROS',
        ['D1', 'D6'],
        t('Investigación y reparación', 'Investigation and compensation'),
        known('Palermo Protocol art. 6; with consent, or what law obliges'),
        {
          on: ['sent'],
          only: [
            'full-name',
            'birth-date',
            'nationality',
            'consent-or-duty',
            'justice-extract',
            'compensation',
          ],
        },
      ),
    ],
    outcomes: [
      outcome('sent', t('Enviado', 'Sent')),
      outcome(
        'not-sent',
        t(
          'La persona no quiere y la ley no obliga',
          'The person does not want it and no law obliges',
        ),
      ),
    ],
    basis: [known('Palermo Protocol art. 6'), law('MX LGPSEDMTP')],
  },
];
