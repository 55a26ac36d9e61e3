import { View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, dayOf } from '../../../shared/kernel/time'
import { voluntary } from '../../../shared/pledge/words'
import { wordsAtMost } from '../../../shared/resolution/policy'
import { PickLine } from '../../desk/parts/PickLine'
import { newId } from '../../kernel/ids'
import { useLoad } from '../../kernel/load'
import { DayField, MainButton, PlainButton, Quiet, Says, TextField, Toggle } from '../../kernel/ui'
import { readYuan, typeYuan } from '../../kernel/yuan'
import type { Meeting } from '../parts/words'
import type { Decision } from './book'
import { partiesOf, partyKey } from './parties'
import './writing.scss'

const usualDays = 30
const votes = [
  { key: 'for', label: '赞成' },
  { key: 'against', label: '反对' },
  { key: 'abstained', label: '弃权' },
] as const
type Vote = (typeof votes)[number]['key']

const readCount = (text: string): number | undefined =>
  /^\d{1,5}$/.test(text.trim()) ? Number(text.trim()) : undefined

/** What is typed of the neighbours' own money. */
interface Call {
  target: string
  share: string
  until: string
}

/** One decision: what, who does it, by when; how many were for it, and whether neighbours pool money of their own will. */
export function DecisionForm(props: {
  meeting: Meeting
  decision: Decision | undefined
  onSave(decision: Decision): void
  onStrike(decision: Decision): void
}) {
  const { meeting, decision } = props
  const { communityId, compoundId } = meeting
  const people = useLoad('meeting.people', { communityId, ...(compoundId && { compoundId }) })
  const [words, setWords] = useState(decision?.words ?? '')
  const [party, setParty] = useState(decision?.party)
  const [dueOn, setDueOn] = useState(decision?.dueOn ?? addDays(dayOf(new Date()), usualDays))
  const [counts, setCounts] = useState<Partial<Record<Vote, string>>>(() =>
    Object.fromEntries(votes.map(({ key }) => [key, decision?.votes ? String(decision.votes[key]) : ''])),
  )
  const [whistle, setWhistle] = useState(decision?.whistle)
  const [call, setCall] = useState<Call | undefined>(
    decision?.pledge && {
      target: typeYuan(decision.pledge.targetFen),
      share: decision.pledge.shareFen ? typeYuan(decision.pledge.shareFen) : '',
      until: decision.pledge.until,
    },
  )
  const [tried, setTried] = useState(false)

  const parties = partiesOf(meeting, people.data?.organisations ?? [])
  const known = party && !parties.some((p) => partyKey(p) === partyKey(party)) ? [party, ...parties] : parties
  const whistles = meeting.items.flatMap((i) => i.whistles)
  const said = words.trim()
  const wantsVotes = votes.some(({ key }) => (counts[key] ?? '').trim() !== '')
  const counted = votes.map(({ key }) => readCount(counts[key] || '0'))
  const target = call && readYuan(call.target)
  const share = call && call.share.trim() !== '' ? readYuan(call.share) : null
  const wrongCall = call !== undefined && (target === undefined || share === undefined)
  const need = (missing: boolean, says: string) => (tried && missing ? says : undefined)

  const save = () => {
    setTried(true)
    if (said === '' || party === undefined || wrongCall || counted.includes(undefined)) return
    const [yes = 0, no = 0, none = 0] = counted as number[]
    const itemId =
      decision?.itemId ??
      meeting.items.find((i) => i.whistles.some((w) => w.whistleId === whistle?.whistleId))?.itemId
    props.onSave({
      resolutionId: decision?.resolutionId ?? newId(),
      revision: decision?.revision ?? 0,
      waits: true,
      words: said,
      party,
      dueOn,
      ...(itemId && { itemId }),
      ...(whistle && { whistle }),
      ...(wantsVotes && { votes: { for: yes, against: no, abstained: none } }),
      ...(call &&
        target !== undefined && {
          pledge: { targetFen: target, ...(share && { shareFen: share }), until: call.until },
        }),
    })
  }
  return (
    <>
      <TextField
        label="定了什么"
        value={words}
        onInput={setWords}
        long
        max={wordsAtMost}
        placeholder="比如 加装一单元楼梯扶手"
        error={need(said === '', '请写下定了什么')}
      />
      <PickLine
        label="谁来办"
        options={known.map((p) => ({ value: partyKey(p), label: p.name }))}
        value={party && partyKey(party)}
        without="选一方"
        error={need(party === undefined, '请选由谁来办')}
        onChange={(key) => setParty(known.find((p) => partyKey(p) === key))}
      />
      <DayField label="哪天前办好" value={dueOn} onChange={setDueOn} />
      <View className="k-field">
        <View className="k-label">几户赞成（没有表决就不写）</View>
        <View className="mw-votes">
          {votes.map(({ key, label }, i) => (
            <TextField
              key={key}
              label={label}
              type="number"
              max={5}
              value={counts[key] ?? ''}
              onInput={(typed) => setCounts((was) => ({ ...was, [key]: typed }))}
              error={need(counted[i] === undefined, '请写数字')}
            />
          ))}
        </View>
      </View>
      {whistles.length > 0 ? (
        <PickLine
          label="为哪一件哨"
          options={[
            ...whistles.map((w) => ({ value: w.whistleId, label: w.title, hint: w.place })),
            { value: 'none', label: '不为哪一件' },
          ]}
          value={whistle?.whistleId ?? 'none'}
          without="不为哪一件"
          onChange={(id) => setWhistle(whistles.find((w) => w.whistleId === id))}
        />
      ) : null}
      <Toggle
        label="请邻居自愿凑钱"
        hint="凑给这一件事用"
        on={call !== undefined}
        onChange={(on) => setCall(on ? { target: '', share: '', until: dueOn } : undefined)}
      />
      {call ? (
        <>
          <TextField
            label="一共要多少元"
            type="digit"
            max={12}
            value={call.target}
            onInput={(typed) => setCall({ ...call, target: typed })}
            error={need(target === undefined, '请写多少元，比如 3600 或 3600.50')}
          />
          <TextField
            label="一份多少元（可以不写）"
            type="digit"
            max={12}
            value={call.share}
            onInput={(typed) => setCall({ ...call, share: typed })}
            error={need(share === undefined, '请写多少元，最多两位小数')}
          />
          <DayField
            label="认到哪天为止"
            value={call.until}
            onChange={(until) => setCall({ ...call, until })}
          />
          <Quiet>{voluntary}。</Quiet>
        </>
      ) : null}
      {decision?.refusal ? <Says tone="vermilion">{decision.refusal}</Says> : null}
      <MainButton onTap={save}>{decision ? '改好了' : '记下'}</MainButton>
      {decision ? (
        <PlainButton tone="vermilion" onTap={() => props.onStrike(decision)}>
          删掉这条
        </PlainButton>
      ) : null}
    </>
  )
}
