import { useParams } from '../kernel/go'
import { Empty, Screen } from '../kernel/ui'
import { FindingDetail } from './parts/FindingDetail'

export default function FindingPage() {
  const { communityId, findingId } = useParams<{ communityId: string; findingId: string }>()
  return (
    <Screen title="巡查发现">
      {communityId && findingId ? (
        <FindingDetail communityId={communityId} findingId={findingId} />
      ) : (
        <Empty says="没有找到这个发现" more="请回到名单里再打开。" />
      )}
    </Screen>
  )
}
