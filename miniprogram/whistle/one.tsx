import { go, useParams } from '../kernel/go'
import { Empty, Screen } from '../kernel/ui'
import { WhistleDetail } from './parts/WhistleDetail'

export default function One() {
  const { communityId, whistleId } = useParams<{ communityId: string; whistleId: string }>()
  return (
    <Screen title="这件事">
      {communityId === undefined || whistleId === undefined ? (
        <Empty
          says="没有找到这件事"
          more="链接可能不完整，到“我的哨”里看看。"
          act="看我的哨"
          onAct={() => go('whistle/mine')}
        />
      ) : (
        <WhistleDetail key={whistleId} communityId={communityId} whistleId={whistleId} />
      )}
    </Screen>
  )
}
