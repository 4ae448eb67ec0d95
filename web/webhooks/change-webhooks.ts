import { detailOf, ProblemError } from '../../api/errors.js';
import { setCalls } from '../../api/webhooks/endpoints.js';
import { approveHost, askForHost, removeHost } from '../../api/webhooks/hosts.js';
import type { Answer, Visit } from '../frame/visit.js';
import { institutionOf } from '../people/institution-of.js';
import { done } from './frame.js';
import { webhooksPage } from './webhooks-page.js';

/** `POST /webhooks/servidores`: asks for a host. */
export async function askHost(visit: Visit): Promise<Answer> {
  const { context, form, access, language } = visit;
  const institution = await institutionOf(visit);
  try {
    const given = (form.get('servidor') ?? '').trim();
    await askForHost(context, { institution, by: access.account }, given);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return webhooksPage(visit, [{ text: detailOf(error, language), field: 'servidor' }]);
  }
  return done(visit, institution, 'pedido');
}

/** `POST /webhooks/servidores/:host/aprobar`. */
export async function approve(visit: Visit): Promise<Answer> {
  const institution = await institutionOf(visit);
  const act = { institution, by: visit.access.account };
  await approveHost(visit.context, act, visit.params.host ?? '');
  return done(visit, institution, 'aprobado');
}

/** `POST /webhooks/servidores/:host/quitar`. */
export async function remove(visit: Visit): Promise<Answer> {
  const institution = await institutionOf(visit);
  const act = { institution, by: visit.access.account };
  await removeHost(visit.context, act, visit.params.host ?? '');
  return done(visit, institution, 'quitado');
}

/** `POST /webhooks/:webhook/detener` and `…/reanudar`. */
export function letCalls(to: 'active' | 'stopped') {
  return async (visit: Visit): Promise<Answer> => {
    const institution = await institutionOf(visit);
    await setCalls(visit.context, { institution, id: visit.params.webhook ?? '' }, to);
    return done(visit, institution, to === 'active' ? 'reanudada' : 'detenida');
  };
}
