import type { Definition, Role } from './definition.js';
import type { Category } from './form.js';
import { type Share, type Step, signers } from './step.js';

/** Who verifies for the State of origin whose national somebody is: consulate, foreign ministry, civil registry. */
const VERIFYING: readonly string[] = ['CON', 'MFA', 'CIV'];
/** Its other authorities that learn who is sent back: migration, which receives people, and police or prosecution. */
const RECEIVING = 'MIG';
const PROSECUTING = 'PROS';
/** Tell nobody who somebody is: the journey of a list already released, and figures. */
const NAMELESS: readonly Category[] = ['D10', 'D13'];

/** The fact by which a definition that moves somebody says that the person is still in the sending State. */
export const HERE = 'inSendingState';

/** An institution of the State of origin. Care and services of that State are, too. */
export function isOfOrigin({ side }: Pick<Role, 'side'>): boolean {
  return side === 'receiving';
}

/** Whoever is told only the parts of identity of `IDENTITY_PARTS`, whatever categories a share names. */
export function isToldIdentityOnly({ kind, side }: Pick<Role, 'kind' | 'side'>): boolean {
  return side === 'receiving' && VERIFYING.includes(kind);
}

/** An authority of origin: consulate, ministry, registry, migration, police. */
export function isOriginAuthority({ kind, side }: Pick<Role, 'kind' | 'side'>): boolean {
  return (
    side === 'receiving' && (VERIFYING.includes(kind) || [RECEIVING, PROSECUTING].includes(kind))
  );
}

/** An authority of origin that neither receives people nor cares for them. */
export function receivesNobody({ kind, side }: Pick<Role, 'kind' | 'side'>): boolean {
  return isOriginAuthority({ kind, side }) && kind !== RECEIVING;
}

/**
 * Whether a share tells an authority of origin who somebody is, for the first time: institutions of that State alone
 * sign the step otherwise. Such a share leaves by two people.
 */
export function isReleaseToOrigin(
  step: Step,
  share: Share,
  roleOf: (id: string) => Pick<Role, 'kind' | 'side'> | undefined,
): boolean {
  const to = roleOf(share.to);
  if (!to || !isOriginAuthority(to)) return false;
  const told = isToldIdentityOnly(to) ? identityIn(share.categories) : share.categories;
  if (told.every((category) => NAMELESS.includes(category))) return false;
  return signers(step).some((id) => roleOf(id)?.side !== 'receiving');
}

/**
 * The categories a share really carries: to whoever is told identity only, that and nothing else. An operation is no person's
 * run: its dates and places tell who is on no list, so it is not held back; what a packet may hold is narrow there too.
 */
export function toldTo(
  { roles, operation }: Pick<Definition, 'roles' | 'operation'>,
  share: Share,
): readonly Category[] {
  const to = roles.find(({ id }) => id === share.to);
  return to && !operation && isToldIdentityOnly(to)
    ? identityIn(share.categories)
    : share.categories;
}

function identityIn(categories: readonly Category[]): readonly Category[] {
  return categories.filter((category) => category === 'D1');
}

/** The outcomes that release a share. */
export function releasing(step: Step, share: Share): readonly Step['outcomes'][number][] {
  return step.outcomes.filter((outcome) =>
    share.on ? share.on.includes(outcome.id) : !outcome.keepsOpen,
  );
}
