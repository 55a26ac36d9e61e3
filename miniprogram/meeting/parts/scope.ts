import { useParams } from '../../kernel/go'
import { useMe } from '../../kernel/session'

/** Which compound's meetings are looked at: as the page was opened, else one's own; none for who works for the community. */
export function useCompound(communityId: string | undefined): string | undefined {
  const asked = useParams<{ compoundId: string }>().compoundId
  const { me } = useMe()
  const here = me?.roles.filter((r) => r.communities.some((c) => c.communityId === communityId)) ?? []
  const isWide = here.some((r) => r.path.compoundId === undefined)
  return asked ?? (isWide ? undefined : here.find((r) => r.path.compoundId)?.path.compoundId)
}
