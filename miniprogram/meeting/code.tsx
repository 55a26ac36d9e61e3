import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { codeAt, codeSeconds } from '../../shared/kernel/minuteCode'
import { useAgain } from '../kernel/again'
import { isBrowser } from '../kernel/device'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Empty, Faces, Quiet, Says, Screen } from '../kernel/ui'
import { serverTime, useMeeting } from './parts/useMeeting'
import { type Meeting, sayHere } from './parts/words'
import './parts/meeting.scss'

const presenceMs = 5000

/** The phone at the door must not fall asleep. */
function useWakefulScreen(): void {
  useEffect(() => {
    if (isBrowser) return
    const keep = (keepScreenOn: boolean) => {
      // a phone that does not let itself be kept awake is touched now and then
      Taro.setKeepScreenOn({ keepScreenOn }).catch(() => {})
    }
    keep(true)
    return () => keep(false)
  }, [])
}

/** The code of this minute by the server's clock, made on the phone: it changes without signal too. */
export function Code({ meeting, clock }: { meeting: Meeting; clock(): Date }) {
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const turn = setInterval(() => setNow(clock()), 1000)
    return () => clearInterval(turn)
  }, [clock])
  const { signIn } = meeting
  if (signIn === null)
    return (
      <Says tone="sun">
        开始前一小时起才有签到码，到时候再打开。请在有信号的地方打开一次，之后没有信号也行。
      </Says>
    )
  const { code, secondsLeft } = codeAt(signIn.secret, now)
  return (
    <Card className="m-code-card">
      <Quiet>请在手机上输入这 6 位数字</Quiet>
      <View className="m-code" ariaLabel={`签到码 ${[...code].join(' ')}`} ariaRole="text">
        <View>{code.slice(0, 3)}</View>
        <View>{code.slice(3)}</View>
      </View>
      <View className="m-code-left">
        <View className="m-code-part" style={{ width: `${(secondsLeft / codeSeconds) * 100}%` }} />
      </View>
      <View>{`${secondsLeft} 秒后换，刚才的那个还能用一分钟`}</View>
    </Card>
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
            <Quiet>打开小程序首页，点这次会议，就能签到。没有手机的，请记录人代签。</Quiet>
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
