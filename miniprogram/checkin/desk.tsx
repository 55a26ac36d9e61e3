import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import type { CheckinState } from '../../shared/checkin/states'
import { useCommunity } from '../desk/parts/community'
import { Keys } from '../desk/parts/Keys'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { sayWaiting } from '../desk/parts/says'
import { useWalk } from '../desk/parts/useWalk'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { useRested } from '../kernel/rested'
import { Card, ListFaces, PlainButton, Quiet, Screen, Sheet, Split, TextField, useWide } from '../kernel/ui'
import { CheckinDetail } from './parts/CheckinDetail'
import { CheckinLine } from './parts/CheckinLine'
import type { Listed } from './parts/words'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

const views = ['presented', 'returned', 'accepted', 'confirmed', 'noOffice'] as const
type Shown = (typeof views)[number]
const viewWords: Record<Shown, string> = {
  presented: '等受理',
  returned: '退回的',
  accepted: '等单位确认',
  confirmed: '报到成功',
  noOffice: '无职党员',
}
const empties: Record<Shown, { says: string; more?: string }> = {
  presented: { says: '没有等受理的报到单', more: '党员交来报到单，会排在这里。' },
  returned: { says: '没有退回的' },
  accepted: { says: '没有等单位确认的' },
  confirmed: { says: '还没有报到成功的', more: '受理以后，单位确认了回执，就算成功。' },
  noOffice: { says: '还没有登记无职党员', more: '退休、没有单位的党员，由社区登记。' },
}
const keyWords = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
] as const
/** What is done beside the slips: on a phone they would push the list down, so they wait at the foot. */
const doors = [
  { page: 'checkin/register', name: '登记无职党员' },
  { page: 'checkin/services', name: '确认服务' },
  { page: 'checkin/posts', name: '设岗和任务' },
  { page: 'checkin/records', name: '年度记录' },
] as const
/** Whoever has no office has no unit to wait for; moving here they wait to be accepted like anybody. */
const filterOf = (view: Shown) =>
  view === 'noOffice'
    ? ({ kind: 'noOffice' } as const)
    : view === 'accepted'
      ? ({ kind: 'inService', state: view } as const)
      : { state: view }

/** Slips that members have brought, and whoever is checked in here. */
export default function CheckinDesk() {
  const wide = useWide()
  const here = useCommunity('checkin.list')
  const { communityId } = here
  const asked = useParams<{ view: Shown; checkinId: string }>()
  const [view, setView] = useState<Shown>(() => views.find((v) => v === asked.view) ?? 'presented')
  const [typed, setTyped] = useState('')
  const find = useRested(typed.trim())
  const [openId, setOpenId] = useState(asked.checkinId)
  const [more, setMore] = useState(false)
  const list = useList(
    'checkin.list',
    communityId ? { communityId, ...filterOf(view), ...(find && { find }) } : null,
  )
  const first = useRef(list.first)
  first.current = list.first ?? first.current
  const open = (c: Listed) => {
    if (wide) setOpenId(c.checkinId)
    else go('checkin/one', { communityId: c.communityId, checkinId: c.checkinId })
  }
  const at = useWalk({ of: list, keyOf: (c) => c.checkinId, onOpen: open, on: wide })
  if (communityId === undefined)
    return (
      <Screen title="党员报到">
        <NotYours what="看党员报到" />
      </Screen>
    )
  const now = new Date()
  const shownId = openId ?? list.items[0]?.checkinId
  const countOf = (v: Shown): number | undefined =>
    v === 'noOffice' ? first.current?.noOffice : first.current?.counts[v satisfies CheckinState]
  const doorButtons = doors.map(({ page, name }) => (
    <PlainButton
      key={page}
      onTap={() => {
        setMore(false)
        go(page, { communityId })
      }}
    >
      {name}
    </PlainButton>
  ))
  const lines = (
    <>
      <CommunityPick
        here={{
          ...here,
          pick: (id) => {
            setOpenId(undefined)
            first.current = undefined
            here.pick(id)
          },
        }}
      />
      {wide ? <View className="d-acts is-small">{doorButtons}</View> : null}
      <Segments
        label="看哪些"
        options={views.map((value) => {
          const count = countOf(value)
          return { value, label: count === undefined ? viewWords[value] : `${viewWords[value]} ${count}` }
        })}
        value={view}
        onChange={(next) => {
          setView(next)
          setOpenId(undefined)
        }}
      />
      <TextField label="找人" value={typed} onInput={setTyped} max={30} placeholder="姓名里的字" />
      {wide ? <Keys words={keyWords} /> : null}
      <ListFaces
        of={list}
        keyOf={(c) => c.checkinId}
        lines={4}
        empty={find ? { says: `没有找到“${find}”` } : empties[view]}
      >
        {(c) => (
          <CheckinLine
            of={c}
            waited={c.state === 'presented' ? sayWaiting(c.presentedAt, now) : undefined}
            isOpen={wide && c.checkinId === shownId}
            isAt={c.checkinId === at}
            onOpen={() => open(c)}
          />
        )}
      </ListFaces>
    </>
  )
  if (!wide)
    return (
      <Screen
        title="党员报到"
        foot={<PlainButton onTap={() => setMore(true)}>登记、服务、任务、记录</PlainButton>}
      >
        {lines}
        <Sheet open={more} title="还可以" onClose={() => setMore(false)}>
          {doorButtons}
        </Sheet>
      </Screen>
    )
  return (
    <Screen title="党员报到" wide>
      <Split
        list={lines}
        detail={
          shownId ? (
            <CheckinDetail
              key={shownId}
              communityId={communityId}
              checkinId={shownId}
              onChanged={() => {
                // what was settled leaves this list; it stays open beside it
                setOpenId(shownId)
                list.reload()
              }}
            />
          ) : (
            <Card>
              <Quiet>左边选一张报到单，在这里看。</Quiet>
            </Card>
          )
        }
      />
    </Screen>
  )
}
