import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { type BoardTab, boardTabs } from '../../shared/whistle/states'
import { useAct } from '../kernel/act'
import { go, useParams } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { PlainButton, Refused, Says, Screen, useWide } from '../kernel/ui'
import { BoardNarrow, type Narrowed } from './parts/BoardNarrow'
import { boardEmpty, maySend, type OnBoard, tabsWith, underBoard } from './parts/boardWords'
import { useCommunity } from './parts/community'
import { dueOf } from './parts/due'
import { focusSoon } from './parts/focusSoon'
import { NotYours } from './parts/NotYours'
import { CommunityPick } from './parts/PlacePick'
import { Segments } from './parts/Segments'
import { SendFoot, SendSheet, Unsent } from './parts/SendChosen'
import { useChosen } from './parts/useChosen'
import { useFind } from './parts/useFind'
import { WhistleLine } from './parts/WhistleLine'
import { WhistlesBeside } from './parts/WhistlesBeside'
import './parts/desk.scss'

export default function Board() {
  const wide = useWide()
  const { can } = useMe()
  const here = useCommunity('whistle.board')
  const { communityId } = here
  const params = useParams<{ tab: BoardTab; whistleId: string }>()
  const [tab, setTab] = useState<BoardTab>(() => boardTabs.find((t) => t === params.tab) ?? 'toAccept')
  const [asked, setAsked] = useState(params.whistleId)
  const [narrowed, narrow] = useState<Narrowed>({ sort: 'due' })
  const { typed, type, find } = useFind()
  const tree = useLoad('place.tree', communityId ? { communityId } : null)
  const list = useList('whistle.board', communityId ? { communityId, tab, ...narrowed, find } : null)
  const accept = useAct('whistle.accept')
  const [note, setNote] = useState<string>()
  // the numbers stay while another tab is being read
  const counts = useRef(list.first?.counts)
  counts.current = list.first?.counts ?? counts.current
  const place = { communityId }
  const maySendHere = communityId !== undefined && can('whistle.dispatch', place)
  const mayAccept = communityId !== undefined && can('whistle.accept', place)
  const chosen = useChosen(communityId ?? '', list)

  if (communityId === undefined)
    return (
      <Screen title="要办的事">
        <NotYours what="看社区要办的事" />
      </Screen>
    )

  const now = new Date()
  const acceptOne = async (w: OnBoard | undefined) => {
    if (w?.state !== 'submitted' || chosen.settled.has(w.whistleId)) return
    const answer = await accept.run({ communityId, whistleId: w.whistleId })
    setNote(answer && `已受理：${w.title}。接下来派给负责的一方。`)
    if (answer) chosen.settle(w.whistleId)
    chosen.changedHere()
  }
  const leave = () => {
    setNote(undefined)
    setAsked(undefined)
    accept.clear()
  }
  const head = (
    <>
      <CommunityPick
        here={{
          ...here,
          pick: (id) => {
            narrow({ sort: narrowed.sort })
            chosen.drop()
            counts.current = undefined
            leave()
            here.pick(id)
          },
        }}
      />
      <Segments
        label="看哪些事"
        options={tabsWith(counts.current)}
        value={tab}
        onChange={(next) => {
          setTab(next)
          leave()
        }}
      />
      <BoardNarrow
        tree={tree.data}
        value={narrowed}
        onChange={narrow}
        typed={typed}
        onType={type}
        act={
          maySendHere && list.items.length > 1 && !chosen.choosing ? (
            <View className="d-acts is-small">
              <PlainButton onTap={() => chosen.choose()}>选几件一起派</PlainButton>
            </View>
          ) : undefined
        }
      />
      {note && <Says tone="pine">{note}</Says>}
      <Refused by={accept.refusal} />
      <Unsent chosen={chosen} />
    </>
  )
  const narrowedBy = find ?? (narrowed.compoundId || narrowed.category ? '' : undefined)
  const empty =
    narrowedBy === undefined
      ? boardEmpty[tab]
      : {
          says: narrowedBy === '' ? '按这样筛选，没有要看的事' : `没有找到“${narrowedBy}”`,
          more: '换几个字，或看全部小区、全部类别。',
          act: '不筛选了',
          onAct: () => {
            type('')
            narrow({ sort: narrowed.sort })
          },
        }
  const tail = (
    <View className="d-acts is-small">
      {can('whistle.intake', place) && (
        <PlainButton onTap={() => go('desk/intake', place)}>替居民登记</PlainButton>
      )}
      {can('media.check', place) && (
        <PlainButton onTap={() => go('desk/photos', place)}>审核照片</PlainButton>
      )}
      {can('whistle.clocks', place) && (
        <PlainButton onTap={() => go('desk/clocks', place)}>办理时限</PlainButton>
      )}
    </View>
  )
  return (
    <Screen title="要办的事" wide foot={chosen.choosing && <SendFoot chosen={chosen} />}>
      <WhistlesBeside<OnBoard>
        of={list}
        within={`${communityId} ${tab}`}
        asked={asked === undefined ? undefined : { communityId, whistleId: asked }}
        turn={chosen.turn}
        empty={empty}
        keyOf={(w) => w.whistleId}
        onChanged={chosen.changed}
        head={head}
        tail={tail}
        keysRest={chosen.isSending}
        keys={{
          '/': () => void focusSoon('.d-narrow-find input'),
          ...(mayAccept && { a: ({ open }) => void acceptOne(open) }),
          ...(maySendHere && {
            d: ({ open }) => chosen.sendThese(open),
            x: ({ open, stoodOn }) => chosen.turnOne(stoodOn ?? open),
          }),
        }}
        keyWords={[
          ...(mayAccept ? [['a', '受理打开的'] as const] : []),
          ...(maySendHere
            ? ([
                ['d', '派单'],
                ['x', '选上'],
              ] as const)
            : []),
          ['/', '查找'],
        ]}
        line={(w, marks) => (
          <WhistleLine
            id={w.whistleId}
            title={w.title}
            under={underBoard(w, now)}
            due={dueOf(w, now)}
            tick={
              (wide || chosen.choosing) && maySendHere && maySend(w.state)
                ? { on: chosen.has(w.whistleId), turn: () => chosen.turnOne(w) }
                : undefined
            }
            {...marks}
          />
        )}
      />
      <SendSheet chosen={chosen} />
    </Screen>
  )
}
