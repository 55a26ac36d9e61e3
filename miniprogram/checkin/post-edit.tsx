import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  type FreeTime,
  freeTimes,
  type Interest,
  interests,
  type Skill,
  skills,
} from '../../shared/checkin/states'
import { freeTimeWords, interestWords, skillWords } from '../../shared/checkin/words'
import { placesAtMost, type TakenBy, type TaskKind, takenBy } from '../../shared/task/states'
import { takenByWords, taskKindWords } from '../../shared/task/words'
import { useCommunity } from '../desk/parts/community'
import { NotYours } from '../desk/parts/NotYours'
import { PickLine } from '../desk/parts/PickLine'
import { CommunityPick } from '../desk/parts/PlacePick'
import { fieldSays } from '../desk/parts/saidIn'
import { useCreate } from '../desk/parts/useCreate'
import { goInstead } from '../kernel/go'
import { Choice, MainButton, Quiet, Refused, Screen, TextField } from '../kernel/ui'
import { MomentField } from '../whistle/parts/MomentField'
import { ManyPicks } from './parts/ManyPicks'
import { PointField } from './parts/PointField'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

const kindHints: Record<TaskKind, string> = {
  post: '长期的岗位，比如门岗、文明劝导',
  once: '定了日子的一次，比如周六清楼道',
  care: '长期照看几户人家',
}
const kinds = ['once', 'post', 'care'] as const
type About = Interest | 'none'
const abouts: readonly About[] = ['none', ...interests]
const hour = 3_600_000

/** The next whole hour, two days on. */
const soon = (hours: number): string =>
  new Date(Math.ceil(Date.now() / hour) * hour + 48 * hour + hours * hour).toISOString()

/** A post or a task: what, when, how many, and what they should know how to do. */
export default function PostEdit() {
  const here = useCommunity('task.add')
  const { communityId } = here
  const { create, busy, refusal } = useCreate('task.add')
  const [kind, setKind] = useState<TaskKind>('once')
  const [title, setTitle] = useState('')
  const [words, setWords] = useState('')
  const [about, setAbout] = useState<About>('none')
  const [wanted, setWanted] = useState<Skill[]>([])
  const [times, setTimes] = useState<FreeTime[]>([])
  const [places, setPlaces] = useState('5')
  const [by, setBy] = useState<TakenBy>('first')
  const [from, setFrom] = useState(() => soon(0))
  const [to, setTo] = useState(() => soon(2))
  const [place, setPlace] = useState('')
  const [at, setAt] = useState<{ lat: number; lng: number }>()
  const [tried, setTried] = useState(false)
  if (communityId === undefined)
    return (
      <Screen title="设岗、发任务">
        <NotYours what="设岗" />
      </Screen>
    )
  const count = /^\d{1,3}$/.test(places.trim()) ? Number(places) : 0
  const wrongCount = count >= 1 && count <= placesAtMost ? undefined : `请写 1 到 ${placesAtMost} 的整数`
  const wrongTime = kind === 'once' && to <= from ? '结束要晚于开始' : undefined
  const post = async () => {
    setTried(true)
    if (title.trim() === '' || wrongCount || wrongTime) return
    const made = await create({
      ...{ communityId, kind, title, skills: wanted, times, places: count, by },
      ...(words.trim() && { words }),
      ...(about !== 'none' && { about }),
      ...(kind === 'once' && { startsAt: from, endsAt: to }),
      ...(place.trim() && { place }),
      ...(at && { at }),
    })
    if (made) goInstead('checkin/task', { communityId, taskId: made.id })
  }
  return (
    <Screen title="设岗、发任务">
      <CommunityPick here={here} />
      <Choice
        label="哪一种"
        options={kinds.map((value) => ({ value, label: taskKindWords[value], hint: kindHints[value] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label="叫什么"
        max={40}
        value={title}
        onInput={setTitle}
        placeholder="比如 周六清楼道"
        error={tried && title.trim() === '' ? '请写一个名字' : fieldSays(refusal, 'title')}
      />
      {kind === 'once' ? (
        <View className="d-detail">
          <MomentField label="从什么时候" value={from} onChange={setFrom} />
          <MomentField label="到什么时候" value={to} onChange={setTo} error={tried ? wrongTime : undefined} />
        </View>
      ) : null}
      <TextField
        label="在哪里（可以不写）"
        max={60}
        value={place}
        onInput={setPlace}
        placeholder="比如 9栋门口集合"
      />
      <PointField value={at} onChange={setAt} />
      <TextField
        label="要几个人"
        type="number"
        max={3}
        value={places}
        onInput={setPlaces}
        error={tried ? wrongCount : undefined}
      />
      <Choice
        label="谁能来"
        options={takenBy.map((value) => ({ value, label: takenByWords[value] }))}
        value={by}
        onChange={setBy}
      />
      <PickLine<About>
        label="是哪一类事"
        options={abouts.map((value) => ({
          value,
          label: value === 'none' ? '不分类' : interestWords[value],
        }))}
        value={about}
        without="不分类"
        onChange={setAbout}
      />
      <ManyPicks
        label="最好会什么"
        hint="会的人排在前面，不选就是谁都行"
        options={skills}
        words={skillWords}
        value={wanted}
        onChange={setWanted}
      />
      <ManyPicks
        label="什么时候有空的人"
        options={freeTimes}
        words={freeTimeWords}
        value={times}
        onChange={setTimes}
      />
      <TextField label="说明（可以不写）" long max={500} value={words} onInput={setWords} />
      <Quiet>发出去以后，合适的党员会收到消息。</Quiet>
      <Refused by={refusal} />
      <MainButton busy={busy} onTap={() => void post()}>
        发出去
      </MainButton>
    </Screen>
  )
}
