import { useEffect, useState } from 'react'
import type { Output } from '../../shared/contract'
import { codeLength, isNumber, readCode, readNumber, readReceiptLink } from '../../shared/slip/number'
import { useAct } from '../kernel/act'
import { isBrowser } from '../kernel/device'
import { useParams } from '../kernel/go'
import { Card, Heading, MainButton, PlainButton, Quiet, Refused, Says, Screen, TextField } from '../kernel/ui'
import { scanPaper } from './parts/scan'
import './parts/checkin.scss'

const digits = 12

function Verdict({ of }: { of: Output<'slip.verify'> }) {
  if (!of.genuine)
    return (
      <Card>
        <Heading>没有这张回执</Heading>
        <Says tone="vermilion">号码和校验码对不上，请对照纸上再看一遍；还是不对，就不是真的。</Says>
      </Card>
    )
  return (
    <Card>
      <Heading>{of.current ? '是真的，现在有效' : '是真的，但已经不在用了'}</Heading>
      {of.current ? (
        <Says tone="pine">这张回执是社区开的，现在还在用。</Says>
      ) : (
        <Says tone="sun">本人转到了别的社区，或者报到已经结束。</Says>
      )}
      <Quiet>这里只说真假，不显示是谁的。</Quiet>
    </Card>
  )
}

/** Anybody who holds number and code learns whether a receipt is genuine and current, and nothing else. */
export default function Verify() {
  const { code } = useParams<{ code: string }>()
  const linked = code === undefined ? undefined : readReceiptLink(code)
  const { run, busy, refusal } = useAct('slip.verify')
  const [typed, setTyped] = useState(linked?.receiptNumber ?? '')
  const [letters, setLetters] = useState(linked?.checkCode ?? '')
  const [verdict, setVerdict] = useState<Output<'slip.verify'>>()
  const [tried, setTried] = useState(false)
  const [said, say] = useState<string>()
  const receiptNumber = readNumber(typed)
  const checkCode = readCode(letters)
  const wrongNumber =
    receiptNumber.length !== digits
      ? `号码是 ${digits} 位数字`
      : isNumber(receiptNumber)
        ? undefined
        : '号码有一位不对，请对照回执再看一遍'
  const wrongCode = checkCode.length === codeLength ? undefined : `校验码是 ${codeLength} 位字母和数字`
  const ask = async (of: { receiptNumber: string; checkCode: string }) => {
    setVerdict(undefined)
    const answer = await run(of)
    if (answer) setVerdict(answer)
  }
  const check = () => {
    setTried(true)
    if (wrongNumber === undefined && wrongCode === undefined) void ask({ receiptNumber, checkCode })
  }
  const linkedText = linked && `${linked.receiptNumber} ${linked.checkCode}`
  // a scanned link is asked about at once
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each link
  useEffect(() => {
    if (linked) void ask(linked)
  }, [linkedText])
  const scan = async () => {
    const read = await scanPaper()
    const found = read === undefined ? undefined : readReceiptLink(read)
    if (read === undefined) return
    if (found === undefined) return say('这不是回执上的码')
    say(undefined)
    setTyped(found.receiptNumber)
    setLetters(found.checkCode)
    await ask(found)
  }
  const change = (set: (value: string) => void) => (value: string) => {
    setVerdict(undefined)
    set(value)
  }
  return (
    <Screen title="核验回执" forAnyone>
      {verdict ? <Verdict of={verdict} /> : null}
      <Card className="p-number-field">
        <Quiet>填上回执的号码和校验码，就知道是不是真的。不用登录。</Quiet>
        {isBrowser ? null : <PlainButton onTap={() => void scan()}>扫回执上的二维码</PlainButton>}
        {said ? <Says tone="vermilion">{said}</Says> : null}
        <TextField
          label="回执号码"
          type="number"
          max={20}
          value={typed}
          placeholder="12 位数字"
          onInput={change(setTyped)}
          error={tried || receiptNumber.length >= digits ? wrongNumber : undefined}
        />
        <TextField
          label="校验码"
          max={14}
          value={letters}
          placeholder="10 位字母和数字"
          onInput={change(setLetters)}
          error={tried ? wrongCode : undefined}
        />
        <Refused by={refusal} />
        <MainButton busy={busy} onTap={check}>
          核验
        </MainButton>
      </Card>
    </Screen>
  )
}
