import type { ComponentChildren } from 'preact';
import { classes, describedBy, type FieldParts, FormGroup } from './form-group.js';
import { useWords } from './language.js';

const WORDS = {
  es: {
    choose: 'Elegir archivo',
    drop: 'o suelte el archivo aquí',
    none: 'Ningún archivo elegido',
    one: '%{count} archivo elegido',
    other: '%{count} archivos elegidos',
    entered: 'Está en la zona para soltar el archivo',
    left: 'Salió de la zona para soltar el archivo',
  },
  en: {
    choose: 'Choose file',
    drop: 'or drop file',
    none: 'No file chosen',
    one: '%{count} file chosen',
    other: '%{count} files chosen',
    entered: 'Entered drop zone',
    left: 'Left drop zone',
  },
};

/** A file to send. A form with one needs `encType="multipart/form-data"`. With the script its words follow the page's language. */
export function FileField(
  props: FieldParts & {
    readonly multiple?: boolean;
    readonly accept?: string;
    /** Shows the field as the browser makes it, in the browser's language. */
    readonly plain?: boolean;
  },
) {
  const { id, name = id, error, multiple, accept, plain } = props;
  const input = (
    <input
      class={classes('govuk-file-upload', error && 'govuk-file-upload--error')}
      id={id}
      name={name}
      type="file"
      multiple={multiple}
      accept={accept}
      aria-describedby={describedBy(props)}
    />
  );
  return <FormGroup parts={props}>{plain ? input : <Wrapper>{input}</Wrapper>}</FormGroup>;
}

function Wrapper({ children }: { children: ComponentChildren }) {
  const words = useWords(WORDS);
  const data = {
    'data-module': 'govuk-file-upload',
    'data-i18n.choose-files-button': words.choose,
    'data-i18n.drop-instruction': words.drop,
    'data-i18n.no-file-chosen': words.none,
    'data-i18n.multiple-files-chosen.one': words.one,
    'data-i18n.multiple-files-chosen.other': words.other,
    'data-i18n.entered-drop-zone': words.entered,
    'data-i18n.left-drop-zone': words.left,
  };
  return (
    <div class="govuk-file-upload-wrapper" {...data}>
      {children}
    </div>
  );
}
