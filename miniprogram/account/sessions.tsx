import { useState } from 'react'
import { dayOf, sayDay, sayWhen } from '../../shared/kernel/time'
import { useAct } from '../kernel/act'
import { startOver } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { signOut } from '../kernel/session'
import { Card, Chip, Faces, PlainButton, Quiet, Refused, Row, Screen } from '../kernel/ui'

export default function Sessions() {
  const sessions = useLoad('session.list', {})
  const end = useAct('session.end')
  const [ending, setEnding] = useState<string>()
  const now = new Date()
  const finish = async (sessionId: string, current: boolean) => {
    setEnding(sessionId)
    const answer = await end.run({ sessionId })
    if (!answer) return
    if (current) {
      signOut()
      startOver('start/index')
    } else sessions.reload()
  }
  return (
    <Screen title="登录设备">
      <Quiet>不认识的、不用的，点“退出这台”，那台设备就要重新登录。</Quiet>
      <Faces of={sessions}>
        {(data) => (
          <>
            {data.items.map((s) => (
              <Card key={s.sessionId}>
                <Row
                  left={s.device}
                  quiet={`${sayWhen(new Date(s.openedAt), now)} 登录，到${sayDay(dayOf(new Date(s.expiresAt)))}要重新登录`}
                  chip={s.current ? <Chip tone="pine">这一台</Chip> : undefined}
                />
                <PlainButton
                  tone="vermilion"
                  busy={end.busy && ending === s.sessionId}
                  onTap={() => finish(s.sessionId, s.current)}
                  label={s.current ? '退出这一台，并回到登录页' : `退出${s.device}`}
                >
                  退出这台
                </PlainButton>
                {ending === s.sessionId ? <Refused by={end.refusal} /> : null}
              </Card>
            ))}
          </>
        )}
      </Faces>
    </Screen>
  )
}
