import { useState } from 'react'
import type { EndpointName } from '../../../shared/contract'
import { useParams } from '../../kernel/go'
import { useMe } from '../../kernel/session'
import type { Option } from './scopes'

/** The communities in which the reader may do this, to choose from. */
export function useCommunities(act: EndpointName): Option[] {
  const { communitiesFor } = useMe()
  return communitiesFor(act).map((c) => ({ value: c.communityId, label: c.name }))
}

export interface CommunityHere {
  communities: Option[]
  /** The one worked on now: picked, else named by the address, else the first. */
  communityId: string | undefined
  name: string
  pick(communityId: string): void
}

/** `within` leaves only some of them, for those who have chosen a subdistrict first. */
export function useCommunity(act: EndpointName, within?: readonly Option[]): CommunityHere {
  const mine = useCommunities(act)
  const communities = within ? mine.filter((c) => within.some((w) => w.value === c.value)) : mine
  const asked = useParams<{ communityId: string }>().communityId
  const [picked, pick] = useState<string>()
  const here = communities.find((c) => c.value === (picked ?? asked)) ?? communities[0]
  return { communities, communityId: here?.value, name: here?.label ?? '', pick }
}
