import { useState } from 'react'
import { asVolunteer } from '../../../shared/checkin/words'
import { serviceRefusals } from '../../../shared/service/words'
import { isBrowser } from '../../kernel/device'
import { locate } from '../../kernel/position'
import { MainButton, PlainButton, Quiet, Says, Sheet, TextField } from '../../kernel/ui'
import type { Way } from '../kept/sign'
import { useSigning } from '../kept/useSigning'
import { scanPaper } from './scan'
import { readSign } from './signText'
import type { Task } from './words'
import './checkin.scss'

const digits = 6

/** On the spot: by the code on the worker's screen, typed or scanned, or by where the phone is. */
export function SignSheet(props: {
  task: Pick<Task, 'communityId' | 'taskId' | 'title' | 'at'>
  /** The service that ends; without it one begins. */
  serviceId?: string
  onClose(): void
  onDone(says: string): void
}) {
  const { task, serviceId } = props
  const word = serviceId === undefined ? '签到' : '签退'
  const { sign, busy, says } = useSigning(task, serviceId)
  const [code, setCode] = useState('')
  const [told, tell] = useState<string>()
  const [looking, setLooking] = useState(false)
  const done = async (how: Way) => {
    tell(undefined)
    const became = await sign(how)
    if (became) props.onDone(became)
  }
  const type = () => {
    if (code.length !== digits) return tell(serviceRefusals.sign_code_missing.says)
    void done({ way: 'code', code })
  }
  const scan = async () => {
    const read = await scanPaper()
    if (read === undefined) return
    const found = readSign(read)
    if (found === undefined) return tell('这不是签到的码，请扫社区屏幕上的那个')
    if (found.taskId !== task.taskId) return tell('这是别的任务的码，请看清楚再扫')
    await done({ way: 'code', code: found.code })
  }
  const here = async () => {
    setLooking(true)
    const fix = await locate()
    setLooking(false)
    if (typeof fix === 'object') return done({ way: 'position', fix })
    tell(
      fix === 'denied'
        ? '没有允许看位置，请用签到码，或请社区代记'
        : serviceRefusals.sign_position_missing.says,
    )
  }
  const wrong = told ?? says
  return (
    <Sheet open title={`${word}：${task.title}`} onClose={props.onClose}>
      {isBrowser ? null : (
        <MainButton busy={busy} onTap={() => void scan()}>
          {`扫码${word}`}
        </MainButton>
      )}
      <TextField
        label="社区屏幕上的 6 位数字"
        type="number"
        max={digits}
        value={code}
        onInput={(typed) => {
          tell(undefined)
          setCode(typed.replace(/\D/g, '').slice(0, digits))
        }}
      />
      {wrong ? <Says tone="vermilion">{wrong}</Says> : null}
      {isBrowser ? (
        <MainButton busy={busy} onTap={type}>
          {word}
        </MainButton>
      ) : (
        <PlainButton busy={busy} onTap={type}>{`用数字${word}`}</PlainButton>
      )}
      {task.at === null ? null : (
        <PlainButton busy={looking} onTap={() => void here()}>
          {`我就在地点，用定位${word}`}
        </PlainButton>
      )}
      <Quiet>{`${asVolunteer}。没有手机，或签不上，请社区代记，一样算。`}</Quiet>
    </Sheet>
  )
}
