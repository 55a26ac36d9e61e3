import { useState } from 'react'
import { useCreate } from '../../desk/parts/useCreate'
import { Offline } from '../../kernel/refused'
import { Card, Heading, MainButton, Quiet, Refused, Says, TextField } from '../../kernel/ui'
import type { Meeting } from './words'
import './meeting.scss'

const digits = 6

/** Six figures from the recorder's screen; they hold for a minute, so nothing of it can wait for a signal. */
export function SignIn({ meeting, onDone }: { meeting: Meeting; onDone(): void }) {
  const { communityId, meetingId } = meeting
  const { create, busy, refusal } = useCreate('meeting.signIn')
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const isWhole = code.length === digits
  const sign = async () => {
    setTried(true)
    if (isWhole && (await create({ communityId, meetingId, code }))) onDone()
  }
  return (
    <Card className="m-code-field">
      <Heading>签到</Heading>
      <TextField
        label="门口屏幕上的 6 位数字"
        type="number"
        max={digits}
        value={code}
        onInput={(typed) => {
          setTried(false)
          setCode(typed.replace(/\D/g, '').slice(0, digits))
        }}
        error={tried && !isWhole ? '签到码是 6 位数字，请看记录人的屏幕' : undefined}
      />
      {refusal instanceof Offline ? (
        <Says tone="vermilion">现在没有信号，请找记录人代你签到。</Says>
      ) : (
        <Refused by={refusal} />
      )}
      <MainButton busy={busy} onTap={() => void sign()}>
        签到
      </MainButton>
      <Quiet>没有手机，或看不清，请记录人代签，一样算数。</Quiet>
    </Card>
  )
}
