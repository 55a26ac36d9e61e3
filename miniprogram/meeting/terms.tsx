import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { type Terms, termsWithin, terms as usual } from '../../shared/meeting/limits'
import { useCommunity } from '../desk/parts/community'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { fieldSays } from '../desk/parts/saidIn'
import { useAct } from '../kernel/act'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Faces, MainButton, Quiet, Refused, Row, Says, Screen, TextField } from '../kernel/ui'
import '../desk/parts/desk.scss'

type Told = Output<'meeting.terms'>
const names = {
  noticeDays: { label: '提前几天发通知', unit: '天' },
  ownersNoticeDays: { label: '有业主表决的事，提前几天发通知', unit: '天' },
  amendHours: { label: '到会的人有几小时核对纪要', unit: '小时' },
  objectDays: { label: '公布以后，几天里可以提异议', unit: '天' },
} as const satisfies Record<keyof Terms, { label: string; unit: string }>
const keys = Object.keys(names) as (keyof Terms)[]

/** What is typed, where it is a whole number that may be chosen. */
function readTerm(key: keyof Terms, text: string): number | undefined {
  const n = /^\d{1,3}$/.test(text.trim()) ? Number(text.trim()) : undefined
  const [least, most] = termsWithin[key]
  return n !== undefined && n >= least && n <= most ? n : undefined
}

function Form({ told, communityId, onSaved }: { told: Told; communityId: string; onSaved(): void }) {
  const set = useAct('meeting.setTerms')
  const [typed, setTyped] = useState(
    () => Object.fromEntries(keys.map((k) => [k, String(told[k])])) as Record<keyof Terms, string>,
  )
  const [tried, setTried] = useState(false)
  const read = Object.fromEntries(keys.map((k) => [k, readTerm(k, typed[k])])) as Partial<Terms>
  const save = async () => {
    setTried(true)
    const { noticeDays, ownersNoticeDays, amendHours, objectDays } = read
    if (
      noticeDays === undefined ||
      ownersNoticeDays === undefined ||
      amendHours === undefined ||
      objectDays === undefined
    )
      return
    if (await set.run({ communityId, noticeDays, ownersNoticeDays, amendHours, objectDays })) onSaved()
  }
  return (
    <View className="d-detail">
      {keys.map((k) => {
        const [least, most] = termsWithin[k]
        return (
          <TextField
            key={k}
            label={`${names[k].label}（${names[k].unit}）`}
            type="number"
            max={3}
            value={typed[k]}
            onInput={(value) => setTyped((was) => ({ ...was, [k]: value }))}
            hint={`一般是 ${usual[k]} ${names[k].unit}，可以定 ${least} 到 ${most}`}
            error={
              tried && read[k] === undefined ? `请写 ${least} 到 ${most} 的整数` : fieldSays(set.refusal, k)
            }
          />
        )
      })}
      <Refused by={set.refusal} />
      <MainButton busy={set.busy} onTap={() => void save()}>
        就这样定
      </MainButton>
    </View>
  )
}

/** How long before a meeting its notice goes out, and how long its minutes stay open to whom. */
export default function TermsPage() {
  const { can } = useMe()
  const here = useCommunity('meeting.terms')
  const { communityId } = here
  const told = useLoad('meeting.terms', communityId ? { communityId } : null)
  const [note, setNote] = useState<string>()
  if (communityId === undefined)
    return (
      <Screen title="会议的期限">
        <NotYours what="看会议的期限" />
      </Screen>
    )
  const maySet = can('meeting.setTerms', { communityId })
  return (
    <Screen title="会议的期限">
      <CommunityPick here={here} />
      {note ? <Says tone="pine">{note}</Says> : null}
      <Quiet>业主表决的事，法律规定至少提前 15 天通知，只能更长。</Quiet>
      <Faces of={told} lines={3}>
        {(data) =>
          maySet ? (
            <Form
              key={communityId}
              told={data}
              communityId={communityId}
              onSaved={() => {
                setNote('定好了，以后的会议按这个算')
                told.reload()
              }}
            />
          ) : (
            <Card>
              {keys.map((k) => (
                <Row key={k} left={names[k].label} right={`${data[k]} ${names[k].unit}`} />
              ))}
              <Quiet>由社区工作者来定。</Quiet>
            </Card>
          )
        }
      </Faces>
    </Screen>
  )
}
