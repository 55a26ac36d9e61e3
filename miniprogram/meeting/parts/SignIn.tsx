import Taro from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { readSignInLink } from '../../../shared/meeting/signInLink'
import { useCreate } from '../../desk/parts/useCreate'
import { isBrowser } from '../../kernel/device'
import { goInstead } from '../../kernel/go'
import { Offline } from '../../kernel/refused'
import { Card, Heading, MainButton, PlainButton, Quiet, Refused, Says, TextField } from '../../kernel/ui'
import type { Meeting } from './words'
import './meeting.scss'

const digits = 6

/** What the camera found on the recorder's screen; undefined when the person thought better of it. */
async function scanScreen(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'], onlyFromCamera: true })).result
  } catch {
    return undefined
  }
}

/** Scanned from the recorder's screen, or typed; it holds for a minute, so nothing of it can wait for a signal. */
export function SignIn({
  meeting,
  scanned,
  onDone,
}: {
  meeting: Meeting
  scanned?: string | undefined
  onDone(): void
}) {
  const { communityId, meetingId } = meeting
  const { create, busy, refusal } = useCreate('meeting.signIn')
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const [said, say] = useState<string>()
  const isWhole = typed.length === digits
  const sign = async (code: string) => {
    say(undefined)
    if (await create({ communityId, meetingId, code })) onDone()
  }
  const signTyped = () => {
    setTried(true)
    if (isWhole) void sign(typed)
  }
  const scan = async () => {
    const result = await scanScreen()
    if (result === undefined) return
    const link = readSignInLink(result)
    if (!link) say('这不是签到的码，请对准记录人的屏幕再扫一次')
    else if (link.meetingId === meetingId) void sign(link.code)
    else goInstead('meeting/one', { ...link })
  }

  // whoever came by the code itself has nothing more to tap
  const latest = useRef(sign)
  latest.current = sign
  useEffect(() => {
    if (scanned !== undefined && /^\d{6}$/.test(scanned)) void latest.current(scanned)
  }, [scanned])

  return (
    <Card className="m-code-field">
      <Heading>签到</Heading>
      {isBrowser ? null : (
        <MainButton busy={busy} onTap={() => void scan()}>
          扫屏幕上的码
        </MainButton>
      )}
      <TextField
        label="门口屏幕上的 6 位数字"
        type="number"
        max={digits}
        value={typed}
        onInput={(now) => {
          setTried(false)
          setTyped(now.replace(/\D/g, '').slice(0, digits))
        }}
        error={tried && !isWhole ? '签到码是 6 位数字，请看记录人的屏幕' : undefined}
      />
      {said ? <Says tone="vermilion">{said}</Says> : null}
      {refusal instanceof Offline ? (
        <Says tone="vermilion">现在没有信号，请找记录人代你签到。</Says>
      ) : (
        <Refused by={refusal} />
      )}
      {isBrowser ? (
        <MainButton busy={busy} onTap={signTyped}>
          签到
        </MainButton>
      ) : (
        <PlainButton busy={busy} onTap={signTyped}>
          签到
        </PlainButton>
      )}
      <Quiet>没有手机，或看不清，请记录人代签，一样算数。</Quiet>
    </Card>
  )
}
