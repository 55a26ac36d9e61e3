import { View } from '@tarojs/components'
import { useState } from 'react'
import { recordStates, type ServiceRecordState } from '../../shared/serviceRecord/states'
import { recordStateWords } from '../../shared/serviceRecord/words'
import { useCommunity } from '../desk/parts/community'
import { Keys } from '../desk/parts/Keys'
import { NotYours } from '../desk/parts/NotYours'
import { CommunityPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { sayCount } from '../desk/parts/says'
import { useWalk } from '../desk/parts/useWalk'
import { useAct } from '../kernel/act'
import { useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { useRested } from '../kernel/rested'
import {
  Card,
  ListFaces,
  PlainButton,
  Quiet,
  Refused,
  Says,
  Screen,
  Split,
  TextField,
  useWide,
} from '../kernel/ui'
import { isEarlyAsked, RecordDetail } from './parts/RecordDetail'
import { RecordLine } from './parts/RecordLine'
import { recordYear } from './parts/words'
import { YearPick } from './parts/YearPick'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

const tabs = recordStates.map((value) => ({ value, label: recordStateWords[value] }))
const empties: Record<ServiceRecordState, { says: string; more?: string }> = {
  drawn: { says: '没有要写评价的', more: '点“算一遍这一年”，每位党员出一份。' },
  shown: { says: '没有等本人看的' },
  sent: { says: '这一年还没有送出去的' },
}
const keyWords = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
] as const

/** The year's record of every member: drawn, written, shown to them, sent to the unit. */
export default function Records() {
  const wide = useWide()
  const here = useCommunity('serviceRecord.list')
  const { communityId } = here
  const asked = useParams<{ serviceRecordId: string }>().serviceRecordId
  const draw = useAct('serviceRecord.draw')
  const showAll = useAct('serviceRecord.showAll')
  const sendAll = useAct('serviceRecord.sendAll')
  const [year, setYear] = useState(() => recordYear(new Date()))
  const [typed, setTyped] = useState('')
  const find = useRested(typed.trim())
  const [state, setState] = useState<ServiceRecordState>('drawn')
  const [openId, setOpenId] = useState(asked)
  const [note, setNote] = useState<string>()
  const list = useList(
    'serviceRecord.list',
    communityId ? { communityId, year, state, ...(find && { find }) } : null,
  )
  const at = useWalk({
    of: list,
    keyOf: (r) => r.serviceRecordId,
    onOpen: (r) => setOpenId(r.serviceRecordId),
    on: wide,
  })
  if (communityId === undefined)
    return (
      <Screen title="年度记录">
        <NotYours what="写年度记录" />
      </Screen>
    )
  const open = list.items.find((r) => r.serviceRecordId === openId) ?? (wide ? list.items[0] : undefined)
  const done = (says: string) => {
    setNote(says)
    list.reload()
  }
  const drawIt = async () => {
    const drawn = await draw.run({ communityId, year })
    if (drawn)
      done(
        `${year} 年出了 ${sayCount(drawn.drawn)} 份${drawn.sent > 0 ? `，送出去的 ${sayCount(drawn.sent)} 份不动` : ''}`,
      )
  }
  const sure = isEarlyAsked(showAll.refusal)
  const showThem = async () => {
    const all = await showAll.run({ communityId, year, ...(sure && { sure: true }) })
    if (all) done(`给 ${sayCount(all.shown)} 位本人看了`)
  }
  const sendThem = async () => {
    const all = await sendAll.run({ communityId, year })
    if (all) done(`${sayCount(all.sent)} 份送给单位、存了档，以后不能再改`)
  }
  const detail = open && <RecordDetail key={open.serviceRecordId} record={open} onDone={done} />
  const lines = (
    <>
      <CommunityPick here={here} />
      <YearPick
        value={year}
        onChange={(next) => {
          setYear(next)
          setOpenId(undefined)
        }}
      />
      <View className="d-acts is-small">
        <PlainButton busy={draw.busy} onTap={() => void drawIt()}>
          算一遍这一年
        </PlainButton>
      </View>
      <Refused by={draw.refusal} />
      {note ? <Says tone="pine">{note}</Says> : null}
      <Segments
        label="看哪些"
        options={tabs}
        value={state}
        onChange={(next) => {
          setState(next)
          setOpenId(undefined)
        }}
      />
      <TextField label="找人" value={typed} onInput={setTyped} max={30} placeholder="姓名里的字" />
      {state === 'drawn' && list.items.some((r) => r.remark !== null) ? (
        <PlainButton busy={showAll.busy} onTap={() => void showThem()}>
          {sure ? '现在就都给本人看' : '写好评价的，都给本人看'}
        </PlainButton>
      ) : null}
      {state === 'shown' && list.items.length > 0 ? (
        <PlainButton busy={sendAll.busy} onTap={() => void sendThem()}>
          本人看过的，都送出去
        </PlainButton>
      ) : null}
      <Refused by={showAll.refusal ?? sendAll.refusal} />
      {wide ? <Keys words={keyWords} /> : null}
      <ListFaces
        of={list}
        keyOf={(r) => r.serviceRecordId}
        lines={4}
        empty={find ? { says: `没有找到“${find}”` } : empties[state]}
      >
        {(r) => (
          <RecordLine
            record={r}
            isOpen={wide && r.serviceRecordId === open?.serviceRecordId}
            isAt={r.serviceRecordId === at}
            onOpen={() => setOpenId(r.serviceRecordId)}
          />
        )}
      </ListFaces>
    </>
  )
  if (wide)
    return (
      <Screen title="年度记录" wide>
        <Split
          list={lines}
          detail={
            detail ?? (
              <Card>
                <Quiet>左边选一位，在这里写评价、给本人看、送单位。</Quiet>
              </Card>
            )
          }
        />
      </Screen>
    )
  if (detail)
    return (
      <Screen title="年度记录">
        <View className="d-acts is-small">
          <PlainButton onTap={() => setOpenId(undefined)}>回到列表</PlainButton>
        </View>
        {note ? <Says tone="pine">{note}</Says> : null}
        {detail}
      </Screen>
    )
  return <Screen title="年度记录">{lines}</Screen>
}
