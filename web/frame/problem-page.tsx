import type { FastifyReply, FastifyRequest } from 'fastify';
import { detailOf, type ProblemError, statusOf } from '../../api/errors.js';
import type { Language } from '../../api/language.js';
import { problemFrom } from '../../api/plugins/errors.js';
import type { WebContext } from '../context.js';
import { readerOf } from './open-routes.js';
import { sendPage } from './send.js';

const WORDS = {
  es: {
    heading: 'No se pudo hacer',
    missing: 'No hay nada en esta dirección, o no es para su institución',
    trouble: 'El servicio tiene un problema',
    next: 'Vuelva atrás o empiece desde el inicio.',
    home: 'Ir al inicio',
    code: 'Si pide ayuda, diga esta referencia',
  },
  en: {
    heading: 'It could not be done',
    missing: 'There is nothing at this address, or it is not for your institution',
    trouble: 'There is a problem with the service',
    next: 'Go back or begin from the start page.',
    home: 'Go to the start page',
    code: 'When asking for help, say this reference',
  },
} as const;

/** Shows an error as a page: what happened, what to do, and a reference for whoever helps. */
export async function answerProblem(
  context: WebContext,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const problem = problemFrom(error, request);
  const status = statusOf(problem.code);
  if (status === 429) reply.header('retry-after', String(problem.options.params?.seconds ?? 60));
  if (status === 503) reply.header('retry-after', '5');
  const { language, viewer } = await readerOf(context, request);
  const { title, content } = problemPage(problem, language, request.id);
  return sendPage(reply, status, { language, title, url: '/', viewer, children: content });
}

function problemPage(problem: ProblemError, language: Language, id: string) {
  const words = WORDS[language];
  const status = statusOf(problem.code);
  const title = status === 404 ? words.missing : status >= 500 ? words.trouble : words.heading;
  const content = (
    <>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{detailOf(problem, language)}</p>
      <p class="govuk-body">{words.next}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          {words.home}
        </a>
      </p>
      <p class="govuk-body-s rt-quiet">{`${words.code}: ${id}`}</p>
    </>
  );
  return { title, content };
}
