import { dayOf } from '../../shared/kernel/time'
import type { GrantedRole } from '../../shared/role/roles'
import { demoPhone } from './cast'
import { demoId, type Stage } from './stage'

/** Somebody is given a role by the number they bound, so many days ago. */
export const grant = (
  stage: Stage,
  by: string,
  whom: string,
  role: GrantedRole,
  scopeId: string,
  communityId: string | null,
  days: number,
) => {
  const at = stage.daysAgo(days)
  return stage.act(
    by,
    'role.grant',
    {
      id: demoId(`${whom} ${role}`),
      phone: demoPhone(whom),
      role,
      scopeId,
      communityId,
      from: dayOf(at),
      to: null,
    },
    at,
  )
}
