import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { FieldView } from '../../api/schemas/steps.js';
import { FormFields } from './form-fields.js';

const OUTCOMES = [
  { id: 'sent', title: 'Aviso enviado' },
  { id: 'suppressed', title: 'No enviado' },
];

const field = (more: Partial<FieldView>): FieldView => ({
  id: 'ruled-out',
  type: 'boolean',
  category: 'D6',
  label: 'Protección descartada',
  required: false,
  ...more,
});

const shown = (more: Partial<FieldView>) =>
  renderToString(
    <FormFields
      fields={[field(more)]}
      values={{}}
      faults={[]}
      outcomes={OUTCOMES}
      timeZone="America/Mexico_City"
      language="es"
    />,
  );

describe('a question of a form', () => {
  it('says with which outcome only a yes goes, and does not say it twice', () => {
    const html = shown({ required: ['sent'], yesFor: ['sent'] });
    expect(html).toContain('El resultado «Aviso enviado» pide que la respuesta sea «Sí»');
    expect(html).not.toContain('Necesario si');
  });

  it('says apart which outcomes only need an answer', () => {
    const html = shown({ required: ['sent', 'suppressed'], yesFor: ['sent'] });
    expect(html).toContain(
      'Necesario si el resultado es «No enviado». El resultado «Aviso enviado»',
    );
  });

  it('says nothing where nothing hangs on the outcome', () => {
    expect(shown({ required: true })).not.toContain('resultado');
  });
});
