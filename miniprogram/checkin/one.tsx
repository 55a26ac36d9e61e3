import { useEffect } from 'react'
import { go, goInstead, useParams } from '../kernel/go'
import { useMe } from '../kernel/session'
import { Empty, Screen, Skeleton } from '../kernel/ui'
import { CheckinDetail } from './parts/CheckinDetail'

/** Where a message about a check-in leads: the worker to it, the liaison to the receipt, the member to their own page. */
export default function OneCheckin() {
  const { communityId, checkinId } = useParams<{ communityId: string; checkinId: string }>()
  const { me, can } = useMe()
  const works = communityId !== undefined && can('checkin.list', { communityId })
  const elsewhere = me === undefined || works ? undefined : can('slip.receipts') ? 'receipts' : 'mine'
  useEffect(() => {
    if (elsewhere === 'receipts') goInstead('checkin/receipts')
    if (elsewhere === 'mine') goInstead('checkin/mine')
  }, [elsewhere])
  return (
    <Screen title="党员报到">
      {communityId === undefined || checkinId === undefined ? (
        <Empty
          says="没有找到这张报到单"
          more="链接可能不完整，到列表里看看。"
          act="看报到单"
          onAct={() => go('checkin/desk')}
        />
      ) : works ? (
        <CheckinDetail key={checkinId} communityId={communityId} checkinId={checkinId} />
      ) : (
        <Skeleton />
      )}
    </Screen>
  )
}
