import type { CasesAsked } from '../../../api/runs/list-cases.js';
import { runPrefixOf } from '../../../api/views/case-key.js';
import { CASE_STATES, type CaseState } from '../../../db/queries/list-cases.js';

export const PAGE_SIZE = 25;

/** What the address of a list asks for, as it was written there. */
export interface ListAddress {
  readonly lado: 'lead' | 'party';
  readonly estado: CaseState | 'ended' | '';
  readonly protocolo: string;
  /** `protocol/stage`. */
  readonly etapa: string;
  readonly espera: string;
  readonly buscar: string;
  readonly ensayos: boolean;
  readonly pagina: number;
}

/** Reads an address; what is not understood counts as not asked. */
export function readAddress(query: URLSearchParams): ListAddress {
  const text = (name: string) => (query.get(name) ?? '').slice(0, 200);
  const state = text('estado');
  const page = Number(text('pagina'));
  return {
    lado: text('lado') === 'party' ? 'party' : 'lead',
    estado: state === 'ended' ? state : (CASE_STATES.find((one) => one === state) ?? ''),
    protocolo: text('protocolo'),
    etapa: text('etapa'),
    espera: text('espera'),
    buscar: text('buscar').trim(),
    ensayos: text('ensayos') === '1',
    pagina: Number.isInteger(page) && page > 1 && page <= 10_000 ? page : 1,
  };
}

/** The same address with some of it changed, for links. */
export function queryOf(
  address: ListAddress,
  change: Partial<ListAddress>,
): Record<string, string | undefined> {
  const { lado, ensayos, pagina, ...rest } = { ...address, ...change };
  return {
    ...(lado === 'party' ? { lado } : {}),
    ...rest,
    ...(ensayos ? { ensayos: '1' } : {}),
    ...(pagina > 1 ? { pagina: String(pagina) } : {}),
  };
}

/** The question to the database; `steps` are those of the stage asked for. */
export function questionOf(address: ListAddress, steps: readonly string[]): CasesAsked {
  const { lado, estado, protocolo, etapa, espera, buscar, ensayos, pagina } = address;
  const wanted = protocolo || protocolOf(etapa);
  // What is no key at all finds nothing: a search must not look as if it had found everything.
  const prefix = buscar === '' ? undefined : (runPrefixOf(buscar) ?? '-');
  return {
    side: lado,
    rehearsals: ensayos,
    ended: estado === 'ended',
    offset: (pagina - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
    ...(estado === '' || estado === 'ended' ? {} : { state: estado }),
    ...(wanted === '' ? {} : { protocol: wanted }),
    ...(etapa === '' ? {} : { steps }),
    ...(espera === '' ? {} : { waitsFor: espera }),
    ...(prefix === undefined ? {} : { prefix }),
  };
}

/** The protocol of `protocol/stage`. */
export function protocolOf(stage: string): string {
  return stage.split('/')[0] ?? '';
}
