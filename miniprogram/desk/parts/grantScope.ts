import type { Output } from '../../../shared/contract'
import { type GrantedRole, roles } from '../../../shared/role/roles'

type Held = Output<'me.get'>['roles'][number]

/** The one place above communities over which a role can be given: the granter's own subdistrict or district. */
export function scopeAbove(
  held: readonly Held[],
  granted: GrantedRole,
): { id: string; name: string } | undefined {
  const { scope } = roles[granted]
  if (scope !== 'subdistrict' && scope !== 'district') return undefined
  const key = scope === 'district' ? 'districtId' : 'subdistrictId'
  for (const h of held) {
    const id = h.path[key]
    if (h.scope === scope && id !== undefined) return { id, name: h.scopeName }
  }
  return undefined
}

/** The subdistrict whose organisations are to be chosen from. */
export const subdistrictOf = (held: readonly Held[]): string | undefined =>
  held.find((h) => h.scope === 'subdistrict')?.path.subdistrictId
