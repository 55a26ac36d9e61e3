import { useState } from 'react'
import { sayWhen } from '../../shared/kernel/time'
import { useOnline } from '../kernel/network'
import { useQueue } from '../kernel/queue'
import { Card, Chip, Empty, MainButton, PlainButton, Quiet, Row, Says, Screen } from '../kernel/ui'

export default function QueuePage() {
  const { items, send, sendAgain, drop } = useQueue()
  const isOnline = useOnline()
  const [sending, setSending] = useState(false)
  const now = new Date()
  const sendAll = async () => {
    setSending(true)
    await send()
    setSending(false)
  }
  return (
    <Screen
      title="待传的内容"
      foot={
        items.some((w) => w.refusal === undefined) ? (
          <MainButton onTap={sendAll} busy={sending}>
            现在发
          </MainButton>
        ) : undefined
      }
    >
      {items.length === 0 ? (
        <Empty says="都发出去了" more="没有信号时填的东西，会先存在这台手机上，列在这里。" />
      ) : null}
      {items.length > 0 ? (
        <Quiet>
          {isOnline ? '按先后一条一条发，每条只发一次。' : '现在没有信号，连上后自动发，每条只发一次。'}
        </Quiet>
      ) : null}
      {items.map((w) => (
        <Card key={w.id}>
          <Row
            left={w.label}
            quiet={`${sayWhen(new Date(w.madeAt), now)} 填的`}
            chip={w.refusal ? <Chip tone="vermilion">没办成</Chip> : <Chip tone="sun">待传</Chip>}
          />
          {w.refusal ? (
            <>
              <Says tone="vermilion">{w.refusal}</Says>
              <PlainButton onTap={() => void sendAgain(w.id)}>再发一次</PlainButton>
            </>
          ) : null}
          <PlainButton tone="vermilion" onTap={() => drop(w.id)} label={`不要了，删掉${w.label}`}>
            不要了，删掉
          </PlainButton>
        </Card>
      ))}
    </Screen>
  )
}
