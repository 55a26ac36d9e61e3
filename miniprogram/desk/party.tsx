import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayWhen } from '../../shared/kernel/time'
import { useAct } from '../kernel/act'
import { useList } from '../kernel/load'
import { Refusal } from '../kernel/refused'
import { useMe } from '../kernel/session'
import { PlainButton, Quiet, Refused, Says, Screen } from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import { sayJoined } from './parts/boardWords'
import { dueOf } from './parts/due'
import { NotYours } from './parts/NotYours'
import { Segments } from './parts/Segments'
import { sayCount } from './parts/says'
import { WhistleLine } from './parts/WhistleLine'
import { WhistlesBeside } from './parts/WhistlesBeside'
import './parts/desk.scss'

type OnDesk = Output<'whistle.desk'>['items'][number]
type Counts = Output<'whistle.desk'>['counts']
type Show = 'open' | 'done'

const shows: readonly { value: Show; label: string }[] = [
  { value: 'open', label: '在办' },
  { value: 'done', label: '办完' },
]
const empties: Record<Show, { says: string; more: string }> = {
  open: { says: '没有派给你们的事', more: '社区派单以后，会排在这里，同桌的人都看得到。' },
  done: { says: '还没有办完的事', more: '办结和居民评价过的，会列在这里。' },
}

/** 3 件要到现场 · 5 件在办 · 1 件超时. */
const sayCounts = ({ toRespond, underWay, overdue }: Counts): string =>
  beside(
    `${sayCount(toRespond)} 件要到现场`,
    `${sayCount(underWay)} 件在办`,
    overdue > 0 ? `${sayCount(overdue)} 件超时` : '没有超时的',
  )

const sayTaken = ({ takenBy, takenByMe }: OnDesk): string =>
  takenByMe ? '你接下了' : takenBy === null ? '还没有人接' : `${takenBy} 接下了`

const under = (w: OnDesk, now: Date): string[] => [
  beside(w.place, sayWhen(new Date(w.submittedAt), now), sayJoined(w.joined)),
  beside(w.desk, w.lead ? '牵头' : '协办', w.disputed && '已提出退单，等社区答复'),
]

/** What was sent to the desks at which the reader sits, in all communities. */
export default function Party() {
  const { me, can } = useMe()
  const allowed = can('whistle.desk')
  const [show, setShow] = useState<Show>('open')
  const list = useList('whistle.desk', allowed ? { show } : null)
  const take = useAct('whistle.take')
  const [taking, setTaking] = useState<string>()
  const [note, setNote] = useState<{ tone: 'pine' | 'sun'; says: string }>()
  const [turn, setTurn] = useState(0)

  if (!allowed)
    return (
      <Screen title="派给我们的事">
        <NotYours what="办派来的事" />
      </Screen>
    )

  const now = new Date()
  const mayTake = (w: OnDesk | undefined): w is OnDesk =>
    show === 'open' && w?.takenBy === null && !w.takenByMe
  const takeOne = async (w: OnDesk | undefined) => {
    if (!mayTake(w) || me === undefined) return
    const { communityId, whistleId, dispatchId } = w
    setTaking(dispatchId)
    setNote(undefined)
    const answer = await take.run({ communityId, whistleId, dispatchId, personId: me.personId }, (said) => {
      if (!(said instanceof Refusal)) return false
      setNote({ tone: 'sun', says: `${w.title}：${said.message}` })
      list.reload()
      return true
    })
    setTaking(undefined)
    if (!answer) return
    setNote({ tone: 'pine', says: `你接下了：${w.title}` })
    setTurn((n) => n + 1)
    list.reload()
  }
  const counts = list.first?.counts
  const head = (
    <>
      <Segments
        label="看哪些事"
        options={shows}
        value={show}
        onChange={(next) => {
          setShow(next)
          setNote(undefined)
          take.clear()
        }}
      />
      {counts && show === 'open' && <Quiet>{sayCounts(counts)}</Quiet>}
      {note && <Says tone={note.tone}>{note.says}</Says>}
      <Refused by={take.refusal} />
    </>
  )
  return (
    <Screen title="派给我们的事" wide>
      <WhistlesBeside<OnDesk>
        of={list}
        within={show}
        turn={turn}
        empty={empties[show]}
        keyOf={(w) => w.dispatchId}
        onChanged={list.reload}
        head={head}
        keys={{ t: ({ open }) => void takeOne(open) }}
        keyWords={[['t', '接下打开的']]}
        line={(w, marks) => (
          <WhistleLine id={w.dispatchId} title={w.title} under={under(w, now)} due={dueOf(w, now)} {...marks}>
            {show === 'open' && (
              <View className="d-line-acts">
                <Quiet>{sayTaken(w)}</Quiet>
                {mayTake(w) && (
                  <PlainButton
                    label={`接下 ${w.title}`}
                    busy={take.busy && taking === w.dispatchId}
                    onTap={() => void takeOne(w)}
                  >
                    接下
                  </PlainButton>
                )}
              </View>
            )}
          </WhistleLine>
        )}
      />
    </Screen>
  )
}
