import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCommunity } from '../desk/parts/community'
import { Keys } from '../desk/parts/Keys'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { useWalk } from '../desk/parts/useWalk'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, ListFaces, PlainButton, Quiet, Screen, Split, useWide } from '../kernel/ui'
import { MeetingDetail } from './parts/MeetingDetail'
import { MeetingLine } from './parts/MeetingLine'
import { MinutesList } from './parts/MinutesList'
import { MonthOfMeetings } from './parts/MonthOfMeetings'
import { useCompound } from './parts/scope'
import '../desk/parts/desk.scss'
import './parts/meeting.scss'

const views = [
  { value: 'coming', label: '要开的' },
  { value: 'month', label: '日历' },
  { value: 'past', label: '开过的' },
  { value: 'minutes', label: '纪要' },
] as const
type Shown = (typeof views)[number]['value']

const empties = {
  coming: { says: '眼下没有要开的会', more: '排好的会议会写在这里，发了通知会告诉请来的人。' },
  past: { says: '还没有开过会', more: '开过的、没有开成的，都会留在这里。' },
} as const

const keyWords = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
] as const

/** The meetings of a compound or of the whole community: by date, those to come, those that were, and what was published. */
export default function Meetings() {
  const wide = useWide()
  const { can } = useMe()
  const here = useCommunity('meeting.list')
  const { communityId } = here
  const compoundId = useCompound(communityId)
  const asked = useParams<{ view: Shown; meetingId: string; compound: string }>()
  const [view, setView] = useState<Shown>(() => views.find((v) => v.value === asked.view)?.value ?? 'coming')
  const [openId, setOpenId] = useState(asked.meetingId)
  const show = view === 'past' ? 'past' : 'coming'
  const place = communityId && { communityId, ...(compoundId && { compoundId }) }
  const isList = view === 'coming' || view === 'past'
  const list = useList('meeting.list', place && isList ? { ...place, show } : null)
  const open = (meetingId: string) => {
    if (wide) setOpenId(meetingId)
    else if (communityId) go('meeting/one', { communityId, meetingId })
  }
  const at = useWalk({
    of: list,
    keyOf: (m) => m.meetingId,
    onOpen: (m) => open(m.meetingId),
    on: wide && isList,
  })
  if (!place || communityId === undefined)
    return (
      <Screen title="会议">
        <NotYours what="看会议" />
      </Screen>
    )
  const now = new Date()
  const mayPlan = can('meeting.plan', place)
  const shownId = openId ?? (isList ? list.items[0]?.meetingId : undefined)
  const lines = (
    <>
      <CommunityPick
        here={{
          ...here,
          pick: (id) => {
            setOpenId(undefined)
            here.pick(id)
          },
        }}
      />
      <Segments
        label="看哪些会"
        options={views}
        value={view}
        onChange={(next) => {
          setView(next)
          setOpenId(undefined)
        }}
      />
      {mayPlan ? (
        <View className="d-acts is-small">
          <PlainButton onTap={() => go('meeting/plan', place)}>排一次会议</PlainButton>
          <PlainButton onTap={() => go('meeting/series', place)}>例会</PlainButton>
          <PlainButton onTap={() => go('meeting/resolutions', place)}>定下来的事</PlainButton>
        </View>
      ) : null}
      {wide && isList ? <Keys words={keyWords} /> : null}
      {isList ? (
        <ListFaces
          of={list}
          keyOf={(m) => m.meetingId}
          lines={4}
          empty={{
            ...empties[show],
            ...(mayPlan &&
              show === 'coming' && { act: '排一次会议', onAct: () => go('meeting/plan', place) }),
          }}
        >
          {(m) => (
            <MeetingLine
              meeting={m}
              now={now}
              isOpen={wide && m.meetingId === shownId}
              isAt={m.meetingId === at}
              onOpen={() => open(m.meetingId)}
            />
          )}
        </ListFaces>
      ) : null}
      {view === 'month' ? <MonthOfMeetings {...place} mayPlan={mayPlan} onOpen={open} /> : null}
      {view === 'minutes' ? <MinutesList {...place} /> : null}
    </>
  )
  const title = asked.compound === undefined ? '会议' : `${asked.compound}的会议`
  if (!wide || view === 'minutes') return <Screen title={title}>{lines}</Screen>
  return (
    <Screen title={title} wide>
      <Split
        list={lines}
        detail={
          shownId ? (
            <MeetingDetail
              key={shownId}
              communityId={communityId}
              meetingId={shownId}
              onChanged={() => {
                // done with, it may leave the list; it stands until another is opened
                setOpenId(shownId)
                list.reload()
              }}
            />
          ) : (
            <Card>
              <Quiet>左边选一次会议，在这里看。</Quiet>
            </Card>
          )
        }
      />
    </Screen>
  )
}
