import { useParams } from '../kernel/go'
import { Empty, Screen } from '../kernel/ui'
import { WalkedDetail } from './parts/WalkedDetail'

export default function WalkedPage() {
  const { communityId, roundId } = useParams<{ communityId: string; roundId: string }>()
  return (
    <Screen title="一次巡查">
      {communityId && roundId ? (
        <WalkedDetail communityId={communityId} roundId={roundId} />
      ) : (
        <Empty says="没有找到这一次巡查" more="请回到名单里再打开。" />
      )}
    </Screen>
  )
}
