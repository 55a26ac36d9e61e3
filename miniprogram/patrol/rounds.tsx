import { useCommunity } from '../desk/parts/community'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { ListFaces, Screen } from '../kernel/ui'
import { RoundCard } from './parts/RoundCard'

/** Rounds that were walked, the last first: one's own, one plan's, or all of a community. */
export default function RoundsPage() {
  const here = useCommunity('round.list')
  const { planId, mine } = useParams<{ planId: string; mine: string }>()
  const { communityId } = here
  const own = mine === 'yes'
  const list = useList(
    'round.list',
    communityId ? { communityId, ...(planId && { planId }), ...(own && { mine: 'yes' as const }) } : null,
  )
  const now = new Date()
  return (
    <Screen title={own ? '我走过的' : '走过的巡查'}>
      {communityId === undefined ? (
        <NotYours what="看巡查" />
      ) : (
        <>
          <CommunityPick here={here} />
          <ListFaces
            of={list}
            lines={4}
            keyOf={(r) => r.roundId}
            empty={{ says: '还没有走过', more: '走完一次传上来，就列在这里。' }}
          >
            {(r) => <RoundCard round={r} now={now} />}
          </ListFaces>
        </>
      )}
    </Screen>
  )
}
