import { go, useParams } from '../kernel/go'
import { Empty, Screen } from '../kernel/ui'
import { ResolutionDetail } from './resolved/ResolutionDetail'

export default function OneResolution() {
  const { communityId, resolutionId } = useParams<{ communityId: string; resolutionId: string }>()
  return (
    <Screen title="定下来的事">
      {communityId === undefined || resolutionId === undefined ? (
        <Empty says="没有找到这件事" act="看定下来的事" onAct={() => go('meeting/resolutions')} />
      ) : (
        <ResolutionDetail key={resolutionId} communityId={communityId} resolutionId={resolutionId} />
      )}
    </Screen>
  )
}
