import type { Database } from '../db/client.js';
import { type InstitutionName, listInstitutionNames } from '../db/queries/institution-names.js';
import { type Institution, listInstitutions } from '../db/queries/institutions.js';
import type { Binding } from '../protocols/core/state.js';
import { type Sited, sitsAbroad } from '../protocols/language/corridor.js';

/** The institutions, held in memory and read again when one is not known. */
export interface Directory {
  find(id: string): Institution | undefined;
  /** What an institution is called, or was called on a local date: ids stay while bodies are renamed. */
  findName(id: string, on?: string): Pick<Institution, 'nameEs' | 'nameEn'> | undefined;
  /** The mailbox for notices at a level, if the institution has one. */
  findMailbox(id: string, level: string): string | undefined;
  reload(): Promise<void>;
  /** Kinds of the active institutions, each once. */
  listKinds(): string[];
  /**
   * Active institutions of a kind in a country (ISO 3166-1 alpha-2), in order of their ids; of consulates and ministries those of
   * that State, wherever they sit.
   */
  findAll(kind: string, country: string): readonly Institution[];
}

export function createDirectory(db: Database): Directory {
  let known = new Map<string, Institution>();
  let names: readonly InstitutionName[] = [];
  const findName: Directory['findName'] = (id, on = new Date().toISOString().slice(0, 10)) => {
    const since = names.filter((name) => name.institutionId === id && name.since <= on).at(-1);
    return since ?? known.get(id);
  };
  return {
    find: (id) => known.get(id),
    findName,
    findMailbox(id, level) {
      const institution = known.get(id);
      if (!institution) return undefined;
      const mailbox = level === 'supervisor' ? institution.supervisorEmail : undefined;
      return mailbox ?? institution.email ?? undefined;
    },
    listKinds() {
      const active = [...known.values()].filter((institution) => institution.active);
      return [...new Set(active.map(({ kind }) => kind))].sort();
    },
    findAll: (kind, country) =>
      [...known.values()].filter(
        (row) =>
          row.active &&
          row.kind === kind &&
          (sitsAbroad(row) ? row.ofState : row.country) === country,
      ),
    async reload() {
      known = new Map((await listInstitutions(db)).map((row) => [row.id, row]));
      names = await listInstitutionNames(db);
    },
  };
}

/** Bindings with the State of each consulate and ministry as the directory has it now, whenever they were bound. */
export function withStates<B extends Binding>(
  directory: Pick<Directory, 'find'>,
  bindings: Readonly<Record<string, B>>,
): Record<string, B & Sited> {
  return Object.fromEntries(
    Object.entries(bindings).map(([role, binding]) => [
      role,
      { ...binding, ofState: directory.find(binding.institution)?.ofState },
    ]),
  );
}
