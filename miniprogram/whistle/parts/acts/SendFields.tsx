import { View } from '@tarojs/components'
import { useState } from 'react'
import { partyKindWords } from '../../../../shared/whistle/words'
import { Ticks } from '../../../desk/parts/Ticks'
import { Card, Choice, Faces, PlainButton, Quiet } from '../../../kernel/ui'
import { MomentField } from '../MomentField'
import { sayAt, type Whistle } from '../words'
import { type PartyHere, partyKey, type Sending } from './useSending'
import { WordsField } from './WordsField'

/** So many parties are shown at first; a community may know dozens. */
const shownAtFirst = 6
const hour = 3_600_000

const hintOf = (p: PartyHere): string | undefined =>
  p.usual ? '平时派给' : p.kind === 'organisation' ? undefined : partyKindWords[p.kind]

/** What the clock gives, with a way to set it otherwise. */
function Deadlines({
  whistle,
  sending,
  clockSays,
}: {
  whistle: Whistle
  sending: Sending
  clockSays?: string
}) {
  const [changing, setChanging] = useState(false)
  const now = new Date()
  const ahead = (due: string | null) => (due !== null && Date.parse(due) > now.getTime() ? due : undefined)
  const [responds, resolves] = [ahead(whistle.responseDueAt), ahead(whistle.resolutionDueAt)]
  const { respondBy, resolveBy } = sending.form
  const later = (hours: number) => new Date(now.getTime() + hours * hour).toISOString()
  if (changing)
    return (
      <>
        <MomentField
          label="最晚哪天到现场"
          value={respondBy ?? responds ?? later(2)}
          onChange={(at) => sending.change({ respondBy: at })}
        />
        <MomentField
          label="最晚哪天办好"
          value={resolveBy ?? resolves ?? later(24)}
          onChange={(at) => sending.change({ resolveBy: at })}
        />
        <PlainButton
          onTap={() => {
            setChanging(false)
            sending.change({ respondBy: undefined, resolveBy: undefined })
          }}
        >
          还是按时限
        </PlainButton>
      </>
    )
  const says = (due: string | undefined, does: string) =>
    due === undefined ? `${does}：从派单起按时限算` : `${does}：${sayAt(due, now)} 前`
  return (
    <Card>
      {clockSays === undefined ? (
        <View>
          <View>{says(responds, '到现场')}</View>
          <View>{says(resolves, '办好')}</View>
        </View>
      ) : (
        <View>{clockSays}</View>
      )}
      <PlainButton onTap={() => setChanging(true)}>改时限</PlainButton>
    </Card>
  )
}

/** Who leads, who helps, by when, and what to say to them. */
export function SendFields({
  whistle,
  sending,
  missing,
  clockSays,
}: {
  whistle: Whistle
  sending: Sending
  /** Tried without a lead. */
  missing: boolean
  /** What the clock will give once the kind is corrected. */
  clockSays?: string
}) {
  const { items, lead, co, form, change } = sending
  const [all, setAll] = useState(false)
  const shown = all ? items : items.slice(0, Math.max(shownAtFirst, items.filter((p) => p.usual).length))
  const optionOf = (p: PartyHere) => ({ value: partyKey(p), label: p.name, hint: hintOf(p) })
  return (
    <>
      <Faces
        of={sending.parties}
        lines={2}
        isEmpty={({ items: none }) => none.length === 0}
        empty={{ says: '还没有可以派的一方', more: '先在“单位”里把小区交给物业或部门，再来派单。' }}
      >
        {() => (
          <>
            <Choice
              label="派给谁牵头"
              options={shown.map(optionOf)}
              value={lead && partyKey(lead)}
              onChange={(key) => change({ lead: key, co: form.co.filter((k) => k !== key) })}
              error={missing && !lead ? '请选牵头的一方' : undefined}
            />
            {shown.length < items.length ? (
              <PlainButton onTap={() => setAll(true)}>看全部 {items.length} 方</PlainButton>
            ) : null}
            {lead && items.length > 1 ? (
              <Ticks
                label="谁来协助（可以不选）"
                options={shown.filter((p) => p !== lead).map(optionOf)}
                value={co.map(partyKey)}
                onChange={(keys) => change({ co: keys })}
                error={co.length > 5 ? '最多 5 个协办方' : undefined}
              />
            ) : null}
          </>
        )}
      </Faces>
      <Deadlines whistle={whistle} sending={sending} clockSays={clockSays} />
      <WordsField
        label="要交代的话（可以不写）"
        value={form.instruction}
        onInput={(instruction) => change({ instruction })}
        phrases={['请先打电话给居民，约好上门时间。', '请注意安全，先围起来。']}
        refusal={sending.refusal}
      />
      {whistle.provisional ? <Quiet>明年的放假安排还没公布，公布后时限会跟着调整。</Quiet> : null}
    </>
  )
}
