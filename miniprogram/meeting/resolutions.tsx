import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import {
  type PartyKind,
  partyKinds,
  type ResolutionTab,
  resolutionTabs,
} from '../../shared/resolution/states'
import { partyKindWords, tabWords } from '../../shared/resolution/words'
import { useCommunity } from '../desk/parts/community'
import { Keys } from '../desk/parts/Keys'
import { NotYours } from '../desk/parts/NotYours'
import { PickLine } from '../desk/parts/PickLine'
import { CommunityPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { lineId, useWalk } from '../desk/parts/useWalk'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { Card, Chip, ListFaces, Quiet, Screen, Split, Tap, useWide } from '../kernel/ui'
import { beside, sayDayShort } from '../whistle/parts/words'
import { type Resolution, sayStand, toneOfResolution } from './parts/Decided'
import { useCompound } from './parts/scope'
import { PledgeBar } from './resolved/PledgeBar'
import { ResolutionDetail } from './resolved/ResolutionDetail'
import '../desk/parts/desk.scss'
import '../desk/parts/whistles.scss'
import './parts/meeting.scss'

const empties: Record<ResolutionTab, { says: string; more: string }> = {
  open: { says: '没有正在办的', more: '会上定了谁来办、什么时候办好，就列在这里。' },
  overdue: { says: '没有超期的', more: '过了日子还没办好的，会列在这里。' },
  done: { says: '还没有办好的', more: '办好的会留在这里，做了什么、有照片的都能看。' },
  all: { says: '还没有定下来的事', more: '会上定了谁来办、什么时候办好，就列在这里。' },
}
const everybody = 'everybody'
const parties = [
  { value: everybody, label: '全部' },
  ...partyKinds.map((value) => ({ value, label: `${partyKindWords[value]}办的` })),
] as const
const keyWords = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
] as const

function Line(props: { resolution: Resolution; now: Date; isOpen: boolean; isAt: boolean; onOpen(): void }) {
  const { resolution, now } = props
  const { pledge } = resolution
  const stand = sayStand(resolution, now)
  return (
    <View
      className={`d-line${props.isOpen ? ' is-on' : ''}${props.isAt ? ' is-at' : ''}`}
      id={lineId(resolution.resolutionId)}
    >
      <Tap
        className="d-line-open"
        label={`${resolution.words}，${stand}，${resolution.says}，打开`}
        onTap={props.onOpen}
      >
        <View className="d-line-words">
          <View className="d-line-title">{resolution.words}</View>
          <View>{resolution.says}</View>
          <Quiet>{beside(resolution.meeting, `${sayDayShort(resolution.decidedOn, now)}定的`)}</Quiet>
        </View>
        <View className="d-line-due">
          <Chip tone={toneOfResolution(resolution)}>{stand}</Chip>
        </View>
      </Tap>
      {pledge ? (
        <View className="m-line-tail">
          <PledgeBar pledge={pledge} over={resolution.state !== 'open'} />
        </View>
      ) : null}
    </View>
  )
}

/** What meetings decided: by who does it, the next due first. */
export default function Resolutions() {
  const wide = useWide()
  const here = useCommunity('resolution.list')
  const { communityId } = here
  const compoundId = useCompound(communityId)
  const asked = useParams<{ tab: ResolutionTab; resolutionId: string; compound: string }>()
  const [tab, setTab] = useState<ResolutionTab>(() => resolutionTabs.find((t) => t === asked.tab) ?? 'open')
  const [party, setParty] = useState<PartyKind | typeof everybody>(everybody)
  const [openId, setOpenId] = useState(asked.resolutionId)
  const list = useList(
    'resolution.list',
    communityId
      ? { communityId, ...(compoundId && { compoundId }), tab, ...(party !== everybody && { party }) }
      : null,
  )
  const counts = useRef(list.first?.counts)
  counts.current = list.first?.counts ?? counts.current
  const open = (r: Resolution) => {
    if (wide) setOpenId(r.resolutionId)
    else go('meeting/resolution', { communityId: r.communityId, resolutionId: r.resolutionId })
  }
  const at = useWalk({ of: list, keyOf: (r) => r.resolutionId, onOpen: open, on: wide })
  if (communityId === undefined)
    return (
      <Screen title="定下来的事">
        <NotYours what="看定下来的事" />
      </Screen>
    )
  const now = new Date()
  const shownId = openId ?? list.items[0]?.resolutionId
  const lines = (
    <>
      <CommunityPick
        here={{
          ...here,
          pick: (id) => {
            setOpenId(undefined)
            counts.current = undefined
            here.pick(id)
          },
        }}
      />
      <Segments
        label="看哪些"
        options={resolutionTabs.map((value) => ({
          value,
          label: counts.current ? `${tabWords[value]} ${counts.current[value]}` : tabWords[value],
        }))}
        value={tab}
        onChange={(next) => {
          setTab(next)
          setOpenId(undefined)
        }}
      />
      <PickLine
        label="谁来办"
        options={parties}
        value={party}
        without="全部"
        onChange={(picked) => {
          setParty(picked)
          setOpenId(undefined)
        }}
      />
      {wide ? <Keys words={keyWords} /> : null}
      <ListFaces of={list} keyOf={(r) => r.resolutionId} empty={empties[tab]} lines={4}>
        {(r) => (
          <Line
            resolution={r}
            now={now}
            isOpen={wide && r.resolutionId === shownId}
            isAt={r.resolutionId === at}
            onOpen={() => open(r)}
          />
        )}
      </ListFaces>
    </>
  )
  const title = asked.compound === undefined ? '定下来的事' : `${asked.compound}定下来的事`
  if (!wide) return <Screen title={title}>{lines}</Screen>
  return (
    <Screen title={title} wide>
      <Split
        list={lines}
        detail={
          shownId ? (
            <ResolutionDetail
              key={shownId}
              communityId={communityId}
              resolutionId={shownId}
              onChanged={() => {
                // done with, it may leave the list; it stands until another is opened
                setOpenId(shownId)
                list.reload()
              }}
            />
          ) : (
            <Card>
              <Quiet>左边选一件，在这里看进展。</Quiet>
            </Card>
          )
        }
      />
    </Screen>
  )
}
