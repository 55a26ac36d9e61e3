import { go, useParams } from '../kernel/go'
import { Empty, Screen } from '../kernel/ui'
import { IncidentDetail } from './parts/IncidentDetail'
import './parts/desk.scss'

/** One 一事一告, as a page of its own. */
export default function IncidentPage() {
  const { communityId, incidentId } = useParams<{ communityId: string; incidentId: string }>()
  return (
    <Screen title="一事一告">
      {communityId === undefined || incidentId === undefined ? (
        <Empty says="没有找到" act="看全部" onAct={() => go('desk/incidents')} />
      ) : (
        <IncidentDetail communityId={communityId} incidentId={incidentId} />
      )}
    </Screen>
  )
}
