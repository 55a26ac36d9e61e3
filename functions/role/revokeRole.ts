import { dayOf } from '../../shared/kernel/time'
import { grantsOver } from '../../shared/role/policy'
import { roles } from '../../shared/role/roles'
import { note } from '../kernel/record'
import { Refused } from '../kernel/refused'
import { write } from '../kernel/verb'
import * as queries from './queries'

export const revokeRole = write('role.revoke', {
  load: async ({ tx, input }) => (await queries.grantForUpdate(tx, [input.grantId]))[0],
  place: (grant) => (grant.community_id === null ? {} : { communityId: grant.community_id }),
  async act(act) {
    const { tx, input, now, loaded: grant, caller } = act
    const [scope] = await queries.scopeOf(tx, [grant.scope, grant.scope_id, grant.community_id])
    const place = scope?.path ?? { communityId: grant.community_id ?? undefined }
    if (!grantsOver(caller, grant.role, place))
      throw new Refused('role_upwards', { role: roles[grant.role].name })
    const { from_day: from, to_day: to } = grant
    // one that was taken back before it began ends on the eve of its first day
    if (to !== null && (to < dayOf(now) || to < from)) throw new Refused('role_ended')
    const [ended] = await queries.endGrant(tx, [input.grantId, dayOf(now)])
    await note(act, {
      ...(grant.community_id !== null && { communityId: grant.community_id }),
      action: 'role.revoked',
      subjectKind: 'grant',
      subjectId: input.grantId,
      aboutId: grant.person_id,
      before: { role: grant.role, scopeId: grant.scope_id, to: grant.to_day },
      after: { to: ended!.to_day },
    })
    return { to: ended!.to_day }
  },
})
