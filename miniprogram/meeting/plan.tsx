import { View } from '@tarojs/components'
import { useState } from 'react'
import { meetingKinds } from '../../shared/meeting/states'
import { kindWords } from '../../shared/meeting/words'
import { useCommunity } from '../desk/parts/community'
import { NotYours } from '../desk/parts/NotYours'
import { PickLine } from '../desk/parts/PickLine'
import { CommunityPick } from '../desk/parts/PlacePick'
import { fieldSays } from '../desk/parts/saidIn'
import type { Tree } from '../desk/parts/treeOf'
import { useCreate } from '../desk/parts/useCreate'
import { goInstead, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Faces, MainButton, Quiet, Refused, Screen, TextField } from '../kernel/ui'
import { MomentField } from '../whistle/parts/MomentField'
import { PersonPick } from './parts/PersonPick'
import { useCompound } from './parts/scope'
import { CirclePick } from './planning/CirclePick'
import type { Circle } from './planning/circle'
import { begunBy, eveningFrom } from './planning/defaults'
import { PlanSeriesDay } from './planning/PlanSeriesDay'
import { readMinutes } from './planning/readMinutes'
import '../desk/parts/desk.scss'

const whole = 'whole'
/** One meeting by itself: what, when, where, who comes, who leads and who writes. */
function Form({ tree, asked }: { tree: Tree; asked: string | undefined }) {
  const { me, can } = useMe()
  const { communityId } = tree
  const [begun] = useState(() => begunBy(me, tree, asked))
  const plan = useCreate('meeting.plan')
  const [compoundId, setCompound] = useState(begun.compoundId)
  const [kind, setKind] = useState(begun.kind)
  const [title, setTitle] = useState(begun.title)
  const [startsAt, setStartsAt] = useState(() => eveningFrom(new Date()))
  const [minutes, setMinutes] = useState('60')
  const [spot, setSpot] = useState('')
  const [circle, setCircle] = useState<Circle>(begun.circle)
  const [chairId, setChair] = useState<string>()
  const [recorderId, setRecorder] = useState<string>()
  const [tried, setTried] = useState(false)
  const people = useLoad('meeting.people', { communityId, ...(compoundId && { compoundId }) })
  const long = readMinutes(minutes)
  const past = Date.parse(startsAt) <= Date.now()
  const isOne = chairId !== undefined && chairId === recorderId
  const need = (missing: boolean, says: string) => (tried && missing ? says : undefined)
  const save = async () => {
    setTried(true)
    if (title.trim() === '' || spot.trim() === '' || !long || past || isOne || circle.length === 0) return
    const made = await plan.create({
      communityId,
      ...(compoundId && { compoundId }),
      kind,
      title: title.trim(),
      startsAt,
      minutes: long,
      spot: spot.trim(),
      circle: [...circle],
      ...(chairId && { chairId }),
      ...(recorderId && { recorderId }),
    })
    if (made) goInstead('meeting/agenda', { communityId, meetingId: made.id, planned: 'now' })
  }
  return (
    <Screen
      title="排一次会议"
      foot={
        <>
          <Refused by={plan.refusal} />
          <MainButton busy={plan.busy} onTap={() => void save()}>
            排好，去写议题
          </MainButton>
        </>
      }
    >
      <View className="d-detail">
        <PickLine
          label="哪个小区"
          options={[
            ...tree.compounds.map((c) => ({ value: c.compoundId, label: c.name })),
            ...(can('meeting.setTerms', { communityId }) ? [{ value: whole, label: '整个社区' }] : []),
          ]}
          value={compoundId ?? whole}
          without="选小区"
          onChange={(picked) => {
            setCompound(picked === whole ? undefined : picked)
            setCircle([])
          }}
        />
        <PickLine
          label="是什么会"
          options={meetingKinds.map((value) => ({ value, label: kindWords[value] }))}
          value={kind}
          without="选一种"
          onChange={(picked) => {
            setKind(picked)
            if (title.trim() === '' || title === kindWords[kind]) setTitle(kindWords[picked])
          }}
        />
        <TextField
          label="叫什么会"
          value={title}
          onInput={setTitle}
          max={40}
          placeholder="比如 9栋楼宇会：扶手加装"
          error={need(title.trim() === '', '请写会议的名字') ?? fieldSays(plan.refusal, 'title')}
        />
        <MomentField
          label="哪一天"
          value={startsAt}
          onChange={setStartsAt}
          error={need(past, '会议时间要在现在以后')}
        />
        <TextField
          label="大约多少分钟"
          type="number"
          value={minutes}
          onInput={setMinutes}
          max={3}
          error={need(!long, '请写分钟数，至少 10 分钟') ?? fieldSays(plan.refusal, 'minutes')}
        />
        <TextField
          label="在哪里"
          value={spot}
          onInput={setSpot}
          max={60}
          placeholder="比如 9栋门口"
          error={need(spot.trim() === '', '请写在哪里开') ?? fieldSays(plan.refusal, 'spot')}
        />
        <Faces of={people} lines={2}>
          {(data) => (
            <>
              <CirclePick
                key={compoundId}
                tree={tree}
                compoundId={compoundId}
                people={data}
                value={circle}
                onChange={setCircle}
                error={need(circle.length === 0, '请选谁来参加')}
              />
              <PersonPick label="谁主持" people={data.items} value={chairId} onChange={setChair} />
              <PersonPick
                label="谁记录"
                people={data.items}
                value={recorderId}
                error={need(isOne, '主持人和记录人要是两个人，签字才算数')}
                onChange={setRecorder}
              />
            </>
          )}
        </Faces>
        <Quiet>主持人和记录人可以晚些再定，开会前定下来就行。</Quiet>
      </View>
    </Screen>
  )
}

export default function Plan() {
  const here = useCommunity('meeting.plan')
  const { communityId } = here
  const compoundId = useCompound(communityId)
  const { seriesId, seriesDay } = useParams<{ seriesId: string; seriesDay: string }>()
  const tree = useLoad('place.tree', communityId ? { communityId } : null)
  if (communityId === undefined)
    return (
      <Screen title="排一次会议">
        <NotYours what="排会议" />
      </Screen>
    )
  if (seriesId !== undefined && seriesDay !== undefined)
    return <PlanSeriesDay communityId={communityId} seriesId={seriesId} seriesDay={seriesDay} />
  if (tree.data === undefined)
    return (
      <Screen title="排一次会议">
        <CommunityPick here={here} />
        <Faces of={tree} lines={5}>
          {() => null}
        </Faces>
      </Screen>
    )
  return <Form key={communityId} tree={tree.data} asked={compoundId} />
}
