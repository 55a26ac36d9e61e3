import { roleGrant } from '../../db/schema'
import { grantsOver } from '../../shared/role/policy'
import { roles } from '../../shared/role/roles'
import { addOnce } from '../kernel/record'
import { indexOf } from '../kernel/secrets'
import { write } from '../kernel/verb'
import { personInReach, personOfPhone, scopeOf } from './queries'

export const grantRole = write('role.grant', {
  load: async ({ tx, input }) => {
    const [scopes, persons] = await Promise.all([
      scopeOf(tx, [roles[input.role].scope, input.scopeId, input.communityId]),
      input.phone !== undefined
        ? personOfPhone(tx, [indexOf('phone', input.phone)])
        : personInReach(tx, [input.personId ?? null]),
    ])
    return scopes[0] && { place: scopes[0].path, personId: persons[0]?.id ?? undefined }
  },
  // a role above the granter's communities is refused as such below, not as a place that is unknown
  place: ({ place }) => (place.communityId === undefined ? {} : place),
  refuse: ({ caller, input, loaded }) => {
    if (!grantsOver(caller, input.role, loaded.place))
      return ['role_upwards', { role: roles[input.role].name }]
    if (input.phone === undefined && input.personId === undefined) return 'person_missing'
    if (loaded.personId === undefined) return 'person_unknown'
    return input.to !== null && input.to < input.from ? 'days_reversed' : undefined
  },
  conflicts: { grant_once: 'role_held' },
  async change(act) {
    const { input, loaded, caller, now } = act
    const { scope } = roles[input.role]
    const below = ['community', 'grid', 'compound', 'building', 'entrance'].includes(scope)
    await addOnce(
      act,
      roleGrant,
      {
        id: input.id,
        personId: loaded.personId!,
        role: input.role,
        scope,
        ...(below && { communityId: input.communityId }),
        [`${scope}Id`]: input.scopeId,
        fromDay: input.from,
        toDay: input.to,
        grantedBy: caller.personId,
        grantedAt: now,
      },
      {
        ...(below && input.communityId !== null && { communityId: input.communityId }),
        action: 'role.granted',
        subjectKind: 'grant',
        subjectId: input.id,
        aboutId: loaded.personId!,
        after: { role: input.role, scopeId: input.scopeId, from: input.from, to: input.to },
      },
      ['grantedAt', 'grantedBy'],
    )
    return { id: input.id }
  },
})
