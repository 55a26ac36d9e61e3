import type { Me } from '../../kernel/session'
import type { Suggested } from './WherePick'

/** Homes of mine that lie in other communities than this one. */
export const homesElsewhere = (me: Me | undefined, communityId: string | undefined): Suggested[] =>
  (me?.roles ?? []).flatMap(({ scope, path, scopeName, communities }) => {
    const { homeId } = path
    if (scope !== 'home' || homeId === undefined || path.communityId === undefined) return []
    const community = communities.find((c) => c.communityId === path.communityId)
    if (community === undefined || community.communityId === communityId) return []
    return [{ communityId: community.communityId, community: community.name, homeId, home: scopeName }]
  })

/** My homes in this one. */
export const homesIn = (me: Me | undefined, communityId: string): { homeId: string; home: string }[] =>
  (me?.roles ?? []).flatMap(({ scope, path, scopeName }) =>
    scope === 'home' && path.communityId === communityId && path.homeId !== undefined
      ? [{ homeId: path.homeId, home: scopeName }]
      : [],
  )
