import type { EvidenceRequest } from '../../db/queries/evidence-requests.js';
import { RECORD } from './words.js';

/** How a file is verified elsewhere, with its name in the commands, and the checkpoint to keep for the next time. */
export function HowToVerify(props: {
  readonly language: 'es' | 'en';
  readonly request: EvidenceRequest;
}) {
  const { language, request } = props;
  const words = RECORD[language];
  const name = `retorno-${request.id.slice(0, 8)}.jsonl`;
  const [digest, first, second, own] = words.steps;
  const key = language === 'es' ? 'registro.pub' : 'log.pub';
  const kept = language === 'es' ? 'guardado.txt' : 'kept.txt';
  return (
    <>
      <h2 class="govuk-heading-m">{words.verify}</h2>
      <p class="govuk-body">{words.verifyAbout}</p>
      <ol class="govuk-list govuk-list--number">
        <li>
          {digest} <Command text={`sha256sum ${name}`} />
        </li>
        <li>
          {first} <Command text={`retorno verify ${name} --key ${key}`} />
        </li>
        <li>
          {second} <Command text={`verifier -key "$(cat ${key})" ${name}`} />
        </li>
        <li>
          {own} <Command text={`retorno verify ${name} --key ${key} --checkpoint ${kept}`} />
        </li>
      </ol>
      <h2 class="govuk-heading-m">{words.keep}</h2>
      <p class="govuk-body">{words.keepAbout}</p>
      <pre class="rt-command">{request.checkpoint}</pre>
    </>
  );
}

function Command({ text }: { text: string }) {
  return <code class="rt-command">{text}</code>;
}
