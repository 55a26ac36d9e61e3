import { View } from '@tarojs/components'
import { useState } from 'react'
import { signInHead, signInTail } from '../../shared/meeting/signInLink'
import { useAgain } from '../kernel/again'
import { serverTime } from '../kernel/clockOff'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Empty, Faces, Quiet, Says, Screen } from '../kernel/ui'
import { MinuteCode, useWakefulScreen } from './parts/MinuteCode'
import { useMeeting } from './parts/useMeeting'
import { type Meeting, sayHere } from './parts/words'
import './parts/meeting.scss'

const presenceMs = 5000

/** Long before it there is none yet. */
export function Code({ meeting, clock }: { meeting: Meeting; clock(): Date }) {
  const { signIn, communityId, meetingId } = meeting
  return signIn === null ? (
    <Says tone="sun">
      开始前一小时起才有签到码，到时候再打开。请在有信号的地方打开一次，之后没有信号也行。
    </Says>
  ) : (
    <MinuteCode
      secret={signIn.secret}
      clock={clock}
      link={(code) => [signInHead(signIn.host), signInTail({ communityId, meetingId, code })]}
    />
  )
}

function Door({ communityId, meetingId }: { communityId: string; meetingId: string }) {
  const meeting = useMeeting(communityId, meetingId)
  const presence = useLoad('meeting.presence', { communityId, meetingId })
  useAgain(presenceMs, presence.reload)
  const [clock] = useState(() => () => serverTime(meetingId, new Date()))
  return (
    <Faces of={meeting} lines={2}>
      {(data) => (
        <>
          <View className="m-title" ariaRole="heading">
            {data.title}
          </View>
          <Code meeting={data} clock={clock} />
          <Card>
            <View className="m-big">{sayHere(presence.data ?? data.presence)}</View>
            <Quiet>
              扫了就签到；扫不了的，打开小程序首页，点这次会议，输入数字。没有手机的，请记录人代签。
            </Quiet>
          </Card>
        </>
      )}
    </Faces>
  )
}

export default function DoorPage() {
  const { communityId, meetingId } = useParams<{ communityId: string; meetingId: string }>()
  useWakefulScreen()
  return (
    <Screen title="签到码" wide>
      {communityId === undefined || meetingId === undefined ? (
        <Empty says="没有找到这次会议" act="看会议" onAct={() => go('meeting/list')} />
      ) : (
        <Door communityId={communityId} meetingId={meetingId} />
      )}
    </Screen>
  )
}
