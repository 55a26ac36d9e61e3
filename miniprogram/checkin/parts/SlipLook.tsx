import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { isNumber, readNumber, readSlipLink } from '../../../shared/slip/number'
import { fieldSays } from '../../desk/parts/saidIn'
import { useAct } from '../../kernel/act'
import { Refusal } from '../../kernel/api'
import { isBrowser } from '../../kernel/device'
import { go } from '../../kernel/go'
import { Card, MainButton, PlainButton, Quiet, Refused, Says, TextField } from '../../kernel/ui'
import { scanPaper } from './scan'
import './checkin.scss'

export type Looked = Output<'checkin.look'> & { number: string; name: string }

const digits = 12

/** The slip in the hand: its number, judged before anybody is asked, and the name on it. */
export function SlipLook(props: { number?: string; onLooked(looked: Looked): void }) {
  const { run, busy, refusal, clear } = useAct('checkin.look')
  const [typed, setTyped] = useState(props.number ?? '')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [said, say] = useState<string>()
  const number = readNumber(typed)
  const wrong =
    number.length === 0
      ? '请填单子上的 12 位号码'
      : !/^\d+$/.test(number)
        ? '号码都是数字，请对照单子再看一遍'
        : number.length !== digits
          ? `号码是 ${digits} 位，现在有 ${number.length} 位`
          : isNumber(number)
            ? undefined
            : '号码有一位不对，请对照单子再看一遍'
  // told as soon as all of it is there, not only when the button is pressed
  const isWhole = number.length >= digits
  const look = async () => {
    setTried(true)
    if (wrong !== undefined || name.trim() === '') return
    const answer = await run({ number, name })
    if (answer) props.onLooked({ ...answer, number, name: name.trim() })
  }
  const scan = async () => {
    const read = await scanPaper()
    if (read === undefined) return
    const found = readSlipLink(read)
    if (found === undefined) return say('这不是报到单上的码，请扫单子右下角的那个')
    say(undefined)
    setTyped(found)
  }
  return (
    <>
      <Card className="p-number-field">
        <Quiet>报到单由单位发给你，纸上有 12 位号码。</Quiet>
        {isBrowser ? null : <PlainButton onTap={() => void scan()}>扫单子上的二维码</PlainButton>}
        {said ? <Says tone="vermilion">{said}</Says> : null}
        <TextField
          label="报到单号码"
          type="number"
          max={20}
          value={typed}
          placeholder="12 位数字"
          onInput={(value) => {
            clear()
            setTyped(value)
          }}
          error={tried || isWhole ? (wrong ?? fieldSays(refusal, 'number')) : undefined}
        />
      </Card>
      <TextField
        label="你的姓名，和单子上写的一样"
        max={30}
        value={name}
        onInput={(value) => {
          clear()
          setName(value)
        }}
        error={tried && name.trim() === '' ? '请填姓名' : undefined}
      />
      <Refused by={refusal} />
      {refusal instanceof Refusal && refusal.code === 'phone_unbound' ? (
        <PlainButton onTap={() => go('me/index')}>去绑定手机号</PlainButton>
      ) : null}
      <MainButton busy={busy} onTap={() => void look()}>
        下一步
      </MainButton>
    </>
  )
}
