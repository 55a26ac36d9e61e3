import { useParams } from '../kernel/go'
import { Screen } from '../kernel/ui'
import { HomeDetail } from './parts/HomeDetail'
import { NotYours } from './parts/NotYours'

export default function OneHome() {
  const { communityId, homeId } = useParams<{ communityId: string; homeId: string }>()
  return (
    <Screen title="这一户">
      {communityId === undefined || homeId === undefined ? (
        <NotYours what="看这一户" />
      ) : (
        <HomeDetail communityId={communityId} homeId={homeId} />
      )}
    </Screen>
  )
}
