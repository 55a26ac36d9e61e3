import { View } from '@tarojs/components'
import { useState } from 'react'
import { type MoneyKind, moneyKinds } from '../../../shared/account/fields'
import { moneyWords } from '../../../shared/account/words'
import type { Input } from '../../../shared/contract'
import { PickLine } from '../../desk/parts/PickLine'
import { useList } from '../../kernel/load'
import { Choice, DayField, Quiet, TextField } from '../../kernel/ui'
import { readYuan } from '../../kernel/yuan'
import { sayDayShort } from '../../whistle/parts/words'
import type { Books } from './books'

const ways = moneyKinds.map((value) => ({ value, label: moneyWords[value] }))

/** Cash, transfer or WeChat. */
export const WayField = (props: {
  label?: string
  value: MoneyKind | undefined
  onChange(by: MoneyKind): void
  error?: string
}) => (
  <Choice
    label={props.label ?? '怎么付的'}
    options={ways}
    value={props.value}
    onChange={props.onChange}
    error={props.error}
  />
)

export const sumWrong = '请写多少元，要大于 0，最多两位小数'

/** A sum of yuan as it is typed; what is wrong is told once sending was tried. */
export const SumField = (props: {
  label: string
  value: string
  onInput(value: string): void
  tried: boolean
  hint?: string
  error?: string
}) => (
  <TextField
    label={props.label}
    type="digit"
    max={12}
    value={props.value}
    onInput={props.onInput}
    hint={props.hint}
    error={props.tried && readYuan(props.value) === undefined ? sumWrong : props.error}
  />
)

export type Decision = Input<'space.setGround'>['decision']
interface Typed {
  resolutionId?: string
  on?: string
  named: string
}
export const noDecision: Typed = { named: '' }

/** A resolution kept here, or an older decision with its name and day; undefined while neither is whole. */
export function readDecision({ resolutionId, on, named }: Typed): Decision | undefined {
  if (resolutionId !== undefined) return { resolutionId }
  return on !== undefined && named.trim() !== '' ? { older: { on, named: named.trim() } } : undefined
}

/** Which published resolution of the compound it rests on. */
export function ResolutionPick(props: {
  books: Books
  label: string
  value: string | undefined
  onChange(resolutionId: string): void
  error?: string
}) {
  const list = useList('resolution.list', { ...props.books, tab: 'all' })
  const now = new Date()
  return (
    <View className="y-stack">
      <PickLine
        label={props.label}
        options={list.items
          .filter((r) => r.published)
          .map((r) => ({
            value: r.resolutionId,
            label: r.words,
            hint: `${r.meeting}，${sayDayShort(r.decidedOn, now)}`,
          }))}
        value={props.value}
        without="选一条公布了的决议"
        error={props.error}
        onChange={props.onChange}
      />
      {list.error ? <Quiet>{list.error.message}</Quiet> : null}
    </View>
  )
}

/** What a rule of money rests on. */
export function DecisionField(props: {
  books: Books
  value: Typed
  onChange(value: Typed): void
  tried: boolean
}) {
  const { books, value, onChange, tried } = props
  const [isOlder, setOlder] = useState(value.named !== '')
  const missing = tried && readDecision(value) === undefined
  return (
    <>
      <Choice
        label="依据"
        options={[
          { value: 'kept', label: '这里公布过的决议' },
          { value: 'older', label: '以前的决定', hint: '开业主大会定的，写名称和日期' },
        ]}
        value={isOlder ? 'older' : 'kept'}
        onChange={(next) => {
          setOlder(next === 'older')
          onChange(noDecision)
        }}
      />
      {isOlder ? (
        <>
          <TextField
            label="哪次会定的"
            value={value.named}
            max={60}
            placeholder="比如 2019年业主大会"
            onInput={(named) => onChange({ ...value, named })}
            error={missing && value.named.trim() === '' ? '请写明是哪次会定的' : undefined}
          />
          <DayField
            label="哪一天定的"
            value={value.on}
            onChange={(on) => onChange({ ...value, on })}
            error={missing && value.on === undefined ? '请选日期' : undefined}
          />
        </>
      ) : (
        <ResolutionPick
          books={books}
          label="哪条决议"
          value={value.resolutionId}
          error={missing ? '请选一条决议，或写明以前的决定' : undefined}
          onChange={(resolutionId) => onChange({ named: '', resolutionId })}
        />
      )}
    </>
  )
}
