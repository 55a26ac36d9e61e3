import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { useAgain } from '../kernel/again'
import { noteServerTime, serverTime } from '../kernel/clockOff'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Empty, Faces, Quiet, Says, Screen } from '../kernel/ui'
import { MinuteCode, useWakefulScreen } from '../meeting/parts/MinuteCode'
import { signText } from './parts/signText'
import { sayTaskWhen } from './parts/words'
import '../meeting/parts/meeting.scss'

const lookEveryMs = 10_000

function Door({ communityId, taskId }: { communityId: string; taskId: string }) {
  const task = useLoad('task.get', { communityId, taskId })
  useAgain(lookEveryMs, task.reload)
  const { data } = task
  useEffect(() => {
    if (data?.code) noteServerTime(taskId, data.code.now, new Date())
  }, [data, taskId])
  const [clock] = useState(() => () => serverTime(taskId, new Date()))
  return (
    <Faces of={task} lines={2}>
      {(t) => (
        <>
          <View className="m-title" ariaRole="heading">
            {t.title}
          </View>
          <Quiet>{sayTaskWhen(t, new Date())}</Quiet>
          {t.code === null ? (
            <Says tone="sun">
              {t.state === 'open'
                ? '现在还没有签到码。到了时候再打开，有信号时打开一次，之后没有信号也行。'
                : '这个任务结束了，来的人都签退了。'}
            </Says>
          ) : (
            <MinuteCode secret={t.code.secret} clock={clock} link={(code) => ['', signText(taskId, code)]} />
          )}
          <Card>
            <View className="m-big">{`${t.taken} 人认领`}</View>
            <Quiet>来的人打开小程序首页，点这个任务签到；走的时候再签一次。没有手机的，请你代记。</Quiet>
          </Card>
        </>
      )}
    </Faces>
  )
}

/** On the worker's or the post's screen: the code of this minute, to sign in and out by. */
export default function DoorPage() {
  const { communityId, taskId } = useParams<{ communityId: string; taskId: string }>()
  useWakefulScreen()
  return (
    <Screen title="签到码" wide>
      {communityId === undefined || taskId === undefined ? (
        <Empty says="没有找到这个任务" act="看任务" onAct={() => go('checkin/posts')} />
      ) : (
        <Door communityId={communityId} taskId={taskId} />
      )}
    </Screen>
  )
}
