import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import { type Preset, presets } from '../../../shared/meeting/presets'
import { sayRule } from '../../../shared/meeting/rhythm'
import { meetingKinds } from '../../../shared/meeting/states'
import { kindWords } from '../../../shared/meeting/words'
import { PickLine } from '../../desk/parts/PickLine'
import { Segments } from '../../desk/parts/Segments'
import type { Tree } from '../../desk/parts/treeOf'
import { useCreate } from '../../desk/parts/useCreate'
import { useLoad } from '../../kernel/load'
import {
  Card,
  DayField,
  Faces,
  Heading,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Row,
  Screen,
  TextField,
} from '../../kernel/ui'
import { ClockField } from '../../whistle/parts/MomentField'
import { PersonPick } from '../parts/PersonPick'
import { CirclePick } from './CirclePick'
import { type Circle, circleOfPreset, type People } from './circle'
import { readMinutes } from './readMinutes'
import { isDate, type Rhythm, rhythmOf, ruleOf, weekdayNames, weekdays } from './rhythm'
import '../../desk/parts/desk.scss'

const own: Preset = {
  key: 'own',
  kind: 'committee',
  title: '',
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  at: '19:00',
  minutes: 60,
  circle: [],
}
const everies = [
  { value: 'week', label: '每周' },
  { value: 'month', label: '每月' },
] as const

/** The three that are ready, and one of one's own. */
export function PresetPick({ onPick }: { onPick(preset: Preset): void }) {
  return (
    <Card>
      <Heading>照现成的设一个</Heading>
      {presets.map((p) => (
        <Row
          key={p.key}
          left={p.title}
          quiet={`${sayRule(p.rule)} ${p.at}，${p.minutes} 分钟`}
          label={`照“${p.title}”设一个`}
          onTap={() => onPick(p)}
        />
      ))}
      <PlainButton onTap={() => onPick(own)}>自己设一个</PlainButton>
    </Card>
  )
}

function When({
  rhythm,
  onChange,
  error,
}: {
  rhythm: Rhythm
  onChange(rhythm: Rhythm): void
  error?: string
}) {
  return (
    <>
      <Segments
        label="多久一次"
        options={everies}
        value={rhythm.every}
        onChange={(every) => onChange({ ...rhythm, every })}
      />
      {rhythm.every === 'week' ? (
        <PickLine
          label="周几"
          options={weekdays.map((value) => ({ value, label: weekdayNames[value] }))}
          value={rhythm.weekday}
          without="选周几"
          onChange={(weekday) => onChange({ ...rhythm, weekday })}
        />
      ) : (
        <TextField
          label="每月几号"
          type="number"
          max={2}
          value={rhythm.date}
          onInput={(date) => onChange({ ...rhythm, date })}
          error={error}
        />
      )}
    </>
  )
}

function Form(props: {
  tree: Tree
  compoundId: string
  preset: Preset
  people: People
  onAdded(): void
  onBack(): void
}) {
  const { tree, compoundId, preset, people } = props
  const { communityId } = tree
  const add = useCreate('series.add')
  const [kind, setKind] = useState(preset.kind)
  const [title, setTitle] = useState(preset.title)
  const [rhythm, setRhythm] = useState(() => rhythmOf(preset.rule))
  const [at, setAt] = useState(preset.at)
  const [minutes, setMinutes] = useState(String(preset.minutes))
  const [spot, setSpot] = useState('')
  const [from, setFrom] = useState(() => dayOf(new Date()))
  const [circle, setCircle] = useState<Circle>(() => circleOfPreset(preset, communityId, compoundId, people))
  const [chairId, setChair] = useState<string>()
  const [recorderId, setRecorder] = useState<string>()
  const [tried, setTried] = useState(false)
  const long = readMinutes(minutes)
  const wrongDate = rhythm.every === 'month' && !isDate(rhythm.date)
  const isOne = chairId !== undefined && chairId === recorderId
  const need = (missing: boolean, says: string) => (tried && missing ? says : undefined)
  const save = async () => {
    setTried(true)
    if (title.trim() === '' || spot.trim() === '' || !long || wrongDate || isOne || circle.length === 0)
      return
    const made = await add.create({
      communityId,
      compoundId,
      kind,
      title: title.trim(),
      rule: ruleOf(rhythm),
      at,
      minutes: long,
      spot: spot.trim(),
      from,
      circle: [...circle],
      ...(chairId && { chairId }),
      ...(recorderId && { recorderId }),
    })
    if (made) props.onAdded()
  }
  return (
    <Screen
      title="设一个例会"
      foot={
        <>
          <Refused by={add.refusal} />
          <MainButton busy={add.busy} onTap={() => void save()}>
            就这样定
          </MainButton>
        </>
      }
    >
      <View className="d-detail">
        <PlainButton onTap={props.onBack}>换一个样子</PlainButton>
        <PickLine
          label="是什么会"
          options={meetingKinds.map((value) => ({ value, label: kindWords[value] }))}
          value={kind}
          without="选一种"
          onChange={(picked) => setKind(picked)}
        />
        <TextField
          label="叫什么会"
          value={title}
          onInput={setTitle}
          max={40}
          error={need(title.trim() === '', '请写会议的名字')}
        />
        <When rhythm={rhythm} onChange={setRhythm} error={need(wrongDate, '请写 1 到 31 号')} />
        <ClockField label="几点开" value={at} onChange={setAt} />
        <TextField
          label="大约多少分钟"
          type="number"
          value={minutes}
          onInput={setMinutes}
          max={3}
          error={need(!long, '请写分钟数，至少 10 分钟')}
        />
        <TextField
          label="在哪里"
          value={spot}
          onInput={setSpot}
          max={60}
          placeholder="比如 社区会议室"
          error={need(spot.trim() === '', '请写在哪里开')}
        />
        <DayField label="从哪天起" value={from} onChange={setFrom} />
        <CirclePick
          tree={tree}
          compoundId={compoundId}
          people={people}
          value={circle}
          onChange={setCircle}
          error={need(circle.length === 0, '请选谁来参加')}
        />
        <PersonPick label="谁主持" people={people.items} value={chairId} onChange={setChair} />
        <PersonPick
          label="谁记录"
          people={people.items}
          value={recorderId}
          error={need(isOne, '主持人和记录人要是两个人，签字才算数')}
          onChange={setRecorder}
        />
        <Quiet>每次开会前三周自动排好。碰上放假会标出来，可以改期。</Quiet>
      </View>
    </Screen>
  )
}

/** A new rhythm of meetings, begun from one that is ready. */
export function SeriesForm(props: {
  tree: Tree
  compoundId: string
  preset: Preset
  onAdded(): void
  onBack(): void
}) {
  const { communityId } = props.tree
  const people = useLoad('meeting.people', { communityId, compoundId: props.compoundId })
  if (people.data === undefined)
    return (
      <Screen title="设一个例会">
        <Faces of={people} lines={4}>
          {() => null}
        </Faces>
      </Screen>
    )
  return <Form {...props} people={people.data} />
}
