import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Clock, type ClockUnit, defaultClocks, isClock, sayClock } from '../../../shared/whistle/clocks'
import { useAct } from '../../kernel/act'
import { Choice, MainButton, PlainButton, Quiet, Refused, TextField } from '../../kernel/ui'
import { type ClockLine, clockUnits, readClock, sayLine } from './clockWords'
import './desk.scss'

interface Typed {
  amount: string
  unit: ClockUnit
}
const typedFrom = (limit: { amount: number; unit: string }): Typed => ({
  amount: String(limit.amount),
  unit: isClock(limit) ? limit.unit : 'workingDays',
})

function OneClock(props: { what: string; value: Typed; onChange(value: Typed): void; error?: string }) {
  const { what, value, onChange } = props
  return (
    <>
      <TextField
        label={`多久要${what}`}
        type="number"
        max={4}
        value={value.amount}
        onInput={(amount) => onChange({ ...value, amount })}
        error={props.error}
      />
      <Choice
        label={`${what}，怎么算`}
        options={clockUnits}
        value={value.unit}
        onChange={(unit) => onChange({ ...value, unit })}
      />
    </>
  )
}

/** Sets the two limits of one category and urgency. */
export function ClockForm(props: {
  communityId: string
  line: ClockLine
  onSaved(says: string): void
  onClose(): void
}) {
  const { communityId, line } = props
  const set = useAct('whistle.setClock')
  const [response, setResponse] = useState(() => typedFrom(line.response))
  const [resolution, setResolution] = useState(() => typedFrom(line.resolution))
  const [tried, setTried] = useState(false)
  const read = {
    response: readClock(response.amount, response.unit),
    resolution: readClock(resolution.amount, resolution.unit),
  }
  const wrong = (clock: Clock | string) => (tried && typeof clock === 'string' ? clock : undefined)
  const usual = defaultClocks(line.category, line.urgency)

  const save = async () => {
    setTried(true)
    if (typeof read.response === 'string' || typeof read.resolution === 'string') return
    const { category, urgency } = line
    const answer = await set.run({
      communityId,
      category,
      urgency,
      response: read.response,
      resolution: read.resolution,
    })
    if (answer)
      props.onSaved(
        `${sayLine(line)}：${sayClock(read.response)}内到现场，${sayClock(read.resolution)}内办好`,
      )
  }
  return (
    <View className="d-detail">
      <Quiet>{`一般规定：${sayClock(usual.response)}内到现场，${sayClock(usual.resolution)}内办好`}</Quiet>
      <OneClock what="到现场" value={response} onChange={setResponse} error={wrong(read.response)} />
      <OneClock what="办好" value={resolution} onChange={setResolution} error={wrong(read.resolution)} />
      <Quiet>以后报来的事按这个算，已经在算的时限不变。</Quiet>
      <Refused by={set.refusal} />
      <View className="d-acts">
        <MainButton busy={set.busy} onTap={() => void save()}>
          就这样定
        </MainButton>
        <PlainButton onTap={props.onClose}>不改了</PlainButton>
      </View>
    </View>
  )
}
