import { NotYours } from '../desk/parts/NotYours'
import { go, useParams } from '../kernel/go'
import { useMe } from '../kernel/session'
import { Empty, Screen } from '../kernel/ui'
import { SlipDetail } from './parts/SlipDetail'

export default function OneSlip() {
  const { can } = useMe()
  const { unitId, slipId } = useParams<{ unitId: string; slipId: string }>()
  return (
    <Screen title="报到单">
      {!can('slip.get') ? (
        <NotYours what="看报到单" />
      ) : unitId === undefined || slipId === undefined ? (
        <Empty says="没有找到这张报到单" act="看报到单" onAct={() => go('checkin/unit')} />
      ) : (
        <SlipDetail key={slipId} unitId={unitId} slipId={slipId} />
      )}
    </Screen>
  )
}
