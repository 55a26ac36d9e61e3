import { go, useParams } from '../kernel/go'
import { Empty, Screen } from '../kernel/ui'
import { MeetingDetail } from './parts/MeetingDetail'

export default function OneMeeting() {
  // the figures of the minute, where the code on the recorder's screen was scanned
  const { communityId, meetingId, code } = useParams<{
    communityId: string
    meetingId: string
    code: string
  }>()
  return (
    <Screen title="会议">
      {communityId === undefined || meetingId === undefined ? (
        <Empty
          says="没有找到这次会议"
          more="链接可能不完整，到会议列表里看看。"
          act="看会议"
          onAct={() => go('meeting/list')}
        />
      ) : (
        <MeetingDetail key={meetingId} communityId={communityId} meetingId={meetingId} scanned={code} />
      )}
    </Screen>
  )
}
