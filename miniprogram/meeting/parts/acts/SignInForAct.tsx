import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Input } from '../../../../shared/contract'
import type { PresentAs } from '../../../../shared/meeting/states'
import { presentAsWords } from '../../../../shared/meeting/words'
import { PickLine } from '../../../desk/parts/PickLine'
import { Segments } from '../../../desk/parts/Segments'
import { type Created, useCreate } from '../../../desk/parts/useCreate'
import { useLoad } from '../../../kernel/load'
import { Faces, MainButton, Quiet, Refused, Says, Sheet, Tap, TextField } from '../../../kernel/ui'
import { Picks } from '../../../whistle/parts/Picks'
import { type ActProps, keyOf } from './MeetingSheet'

const ofHome = ['owner', 'tenant', 'family'] as const satisfies readonly PresentAs[]
const ways = [
  { value: 'home', label: '一户人家' },
  { value: 'office', label: '委员、同志' },
  { value: 'guest', label: '来旁听的' },
] as const
type Way = (typeof ways)[number]['value']
type Who = Omit<Input<'meeting.signInFor'>, 'id' | 'communityId' | 'meetingId'>

const findFrom = 12

/** For whom it is: homes of the circle, each a key of its own, found by its number. */
function Homes({
  meeting,
  done,
  onPick,
}: {
  meeting: ActProps['meeting']
  done: readonly string[]
  onPick(home: { homeId: string; label: string }): void
}) {
  const homes = useLoad('meeting.homes', keyOf(meeting))
  const [find, setFind] = useState('')
  return (
    <Faces
      of={homes}
      lines={2}
      isEmpty={({ items }) => items.length === 0}
      empty={{ says: '这次会没有请住户', more: '来旁听的邻居，写个称呼就行。' }}
    >
      {({ items }) => {
        const shown = items.filter((h) => h.label.includes(find.trim()))
        return (
          <>
            {items.length > findFrom ? (
              <TextField label="找门牌号" value={find} onInput={setFind} max={20} placeholder="比如 501" />
            ) : null}
            <View className="m-ticks" ariaLabel="选一户">
              {shown.slice(0, 120).map((h) => {
                const isHere = h.present || done.includes(h.homeId)
                return (
                  <Tap
                    key={h.homeId}
                    className={`w-pick${isHere ? ' is-on' : ''}`}
                    disabled={isHere}
                    label={isHere ? `${h.label}，已经签到` : `${h.label}，代签`}
                    onTap={() => onPick(h)}
                  >
                    {isHere ? `✓ ${h.label}` : h.label}
                  </Tap>
                )
              })}
            </View>
            {shown.length === 0 ? <Quiet>没有这个门牌号。</Quiet> : null}
          </>
        )
      }}
    </Faces>
  )
}

/** The recorder writes down those who have no phone; also without signal, one after the other. */
export function SignInForAct({ meeting, onClose, onDone }: ActProps) {
  const { create, busy, refusal } = useCreate('meeting.signInFor')
  const { communityId, compoundId } = meeting
  const people = useLoad('meeting.people', { communityId, ...(compoundId && { compoundId }) })
  const [way, setWay] = useState<Way>('home')
  const [as, setAs] = useState<(typeof ofHome)[number]>('owner')
  const [personId, setPerson] = useState<string>()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState<readonly string[]>([])
  const [note, setNote] = useState<string>()

  const sign = async (who: Who, called: string): Promise<Created | undefined> => {
    setNote(undefined)
    const made = await create({ ...keyOf(meeting), ...who }, `代签到：${called}（${meeting.title}）`)
    if (made) setNote(made.queued ? `${called} 记下了，有信号时自动传上去` : `${called} 签到了`)
    return made
  }
  const signHome = async (home: { homeId: string; label: string }) => {
    if (busy) return
    if (await sign({ homeId: home.homeId, as }, home.label)) setDone((was) => [...was, home.homeId])
  }
  const signOther = async () => {
    setTried(true)
    const said = name.trim()
    const person = people.data?.items.find((p) => p.personId === personId)
    const made =
      way === 'guest'
        ? said !== '' && (await sign({ name: said, as: 'guest' }, said))
        : person && (await sign({ personId: person.personId, as: 'member' }, person.name || person.office))
    if (!made) return
    setTried(false)
    setName('')
    setPerson(undefined)
  }
  const leave = () => (note === undefined ? onClose() : onDone('签到记好了'))
  return (
    <Sheet open title="代邻居签到" onClose={leave}>
      <Segments label="谁来了" options={ways} value={way} onChange={(next) => setWay(next)} />
      {note ? <Says tone="pine">{note}</Says> : null}
      <Refused by={refusal} />
      {way === 'home' ? (
        <>
          <Picks
            label="来的是"
            options={ofHome.map((value) => ({ value, label: presentAsWords[value] }))}
            value={as}
            onChange={(next) => setAs(next)}
          />
          <Homes meeting={meeting} done={done} onPick={(home) => void signHome(home)} />
        </>
      ) : null}
      {way === 'office' ? (
        <Faces of={people} lines={1}>
          {({ items }) => (
            <PickLine
              label="是哪一位"
              options={items.map((p) => ({ value: p.personId, label: p.name || p.office, hint: p.office }))}
              value={personId}
              without="选一位"
              error={tried && personId === undefined ? '请选一位' : undefined}
              onChange={setPerson}
            />
          )}
        </Faces>
      ) : null}
      {way === 'guest' ? (
        <TextField
          label="怎么称呼"
          value={name}
          onInput={setName}
          max={30}
          error={tried && name.trim() === '' ? '请写来的人是谁' : undefined}
        />
      ) : null}
      {way === 'home' ? null : (
        <MainButton busy={busy} onTap={() => void signOther()}>
          签到
        </MainButton>
      )}
    </Sheet>
  )
}
