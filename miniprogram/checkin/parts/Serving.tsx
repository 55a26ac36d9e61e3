import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { asVolunteer } from '../../../shared/checkin/words'
import { Card, Chip, Heading, MainButton, Quiet } from '../../kernel/ui'
import { sayWaited } from '../../kernel/waited'
import { sayClock } from '../../meeting/parts/words'
import { SignSheet } from './SignSheet'
import type { Now } from './useNow'

const lookEveryMs = 30_000

/** While somebody serves: since when, and the way out. */
export function Serving(props: {
  here: Now
  at: { lat: number; lng: number } | null
  onDone(says: string): void
}) {
  const { here } = props
  const [open, setOpen] = useState(false)
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const turn = setInterval(() => setNow(new Date()), lookEveryMs)
    return () => clearInterval(turn)
  }, [])
  return (
    <Card>
      <Heading>{`正在服务：${here.title}`}</Heading>
      <View className="w-chips">
        <Chip tone={here.kept ? 'sun' : 'pine'}>
          {`${sayClock(new Date(here.inAt))} 签到，已服务 ${sayWaited(here.inAt, now)}`}
        </Chip>
      </View>
      {here.kept ? <Quiet>签到存在这台手机里，连上信号自动发出。</Quiet> : null}
      <MainButton onTap={() => setOpen(true)}>签退</MainButton>
      <Quiet>{`走之前签退，社区才知道你服务了多久。${asVolunteer}。`}</Quiet>
      {open && here.taskId !== null ? (
        <SignSheet
          task={{ communityId: here.communityId, taskId: here.taskId, title: here.title, at: props.at }}
          serviceId={here.serviceId}
          onClose={() => setOpen(false)}
          onDone={(says) => {
            setOpen(false)
            props.onDone(says)
          }}
        />
      ) : null}
    </Card>
  )
}
