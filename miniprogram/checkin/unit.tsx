import { View } from '@tarojs/components'
import { useState } from 'react'
import { type SlipStand, slipStands } from '../../shared/slip/states'
import { slipStandWords } from '../../shared/slip/words'
import { Keys } from '../desk/parts/Keys'
import { NotYours } from '../desk/parts/NotYours'
import { Segments } from '../desk/parts/Segments'
import { useWalk } from '../desk/parts/useWalk'
import { go, useParams } from '../kernel/go'
import { useList } from '../kernel/load'
import { useRested } from '../kernel/rested'
import { useMe } from '../kernel/session'
import {
  Card,
  Chip,
  Faces,
  ListFaces,
  PlainButton,
  Quiet,
  Row,
  Screen,
  Split,
  TextField,
  useWide,
} from '../kernel/ui'
import { IssueSlip } from './parts/IssueSlip'
import { SlipDetail } from './parts/SlipDetail'
import { SlipLine } from './parts/SlipLine'
import { type Unit, type UnitHere, UnitPick, useUnit } from './parts/unit'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

const all = 'all'
type Shown = SlipStand | typeof all
const keyWords = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
] as const

/** What waits for the unit's word, above the slips. */
const Waits = ({ unit }: { unit: Unit }) => (
  <Card>
    <Row
      left="等单位确认的回执"
      quiet="社区受理了，确认一下就报到成功"
      chip={
        unit.toConfirm > 0 ? (
          <Chip tone="vermilion">{`${unit.toConfirm} 人`}</Chip>
        ) : (
          <Chip tone="pine">都确认了</Chip>
        )
      }
      label={`等单位确认的回执 ${unit.toConfirm} 人，打开`}
      onTap={() => go('checkin/receipts', { unitId: unit.unitId })}
    />
    {unit.slow > 0 ? <Quiet>{`${unit.slow} 人拿到单子 15 天还没报到，提醒一声。`}</Quiet> : null}
  </Card>
)

function Slips({ unit, here }: { unit: Unit; here: UnitHere }) {
  const wide = useWide()
  const { unitId } = unit
  const asked = useParams<{ stand: SlipStand }>().stand
  const [view, setView] = useState<Shown>(() => slipStands.find((s) => s === asked) ?? all)
  const [typed, setTyped] = useState('')
  const find = useRested(typed.trim())
  const [openId, setOpenId] = useState<string>()
  const [issues, setIssues] = useState(false)
  const list = useList('slip.list', {
    unitId,
    ...(view !== all && { stand: view }),
    ...(find && { find }),
  })
  const open = (s: { slipId: string }) => {
    if (wide) setOpenId(s.slipId)
    else go('checkin/slip', { unitId, slipId: s.slipId })
  }
  const at = useWalk({ of: list, keyOf: (s) => s.slipId, onOpen: open, on: wide })
  const now = new Date()
  const total = slipStands.reduce((sum, s) => sum + (unit.stands[s] ?? 0), 0)
  const shownId = openId ?? list.items[0]?.slipId
  const changed = () => {
    if (wide) setOpenId(shownId)
    list.reload()
    here.list.reload()
  }
  const lines = (
    <>
      <UnitPick here={here} />
      <Waits unit={unit} />
      <View className="d-acts is-small">
        <PlainButton onTap={() => setIssues(true)}>开一张报到单</PlainButton>
        <PlainButton onTap={() => go('checkin/roster', { unitId })}>用名册开单</PlainButton>
        <PlainButton onTap={() => go('checkin/slips', { unitId, ...(view !== all && { stand: view }) })}>
          打印报到单
        </PlainButton>
        <PlainButton onTap={() => go('checkin/unit-records', { unitId })}>服务记录</PlainButton>
      </View>
      <Segments
        label="看哪些"
        options={[
          { value: all, label: `全部 ${total}` },
          ...slipStands
            .filter((s) => (unit.stands[s] ?? 0) > 0)
            .map((value) => ({ value, label: `${slipStandWords[value]} ${unit.stands[value]}` })),
        ]}
        value={view}
        onChange={(next) => {
          setView(next)
          setOpenId(undefined)
        }}
      />
      <TextField label="找人" value={typed} onInput={setTyped} max={30} placeholder="姓名，或单子号码" />
      {wide ? <Keys words={keyWords} /> : null}
      <ListFaces
        of={list}
        keyOf={(s) => s.slipId}
        lines={4}
        empty={
          find
            ? { says: `没有找到“${find}”` }
            : {
                says: '还没有报到单',
                more: '一张一张开，或用名册一次开好。',
                act: '用名册开单',
                onAct: () => go('checkin/roster', { unitId }),
              }
        }
      >
        {(s) => (
          <SlipLine
            of={s}
            now={now}
            isOpen={wide && s.slipId === shownId}
            isAt={s.slipId === at}
            onOpen={() => open(s)}
          />
        )}
      </ListFaces>
      {issues ? (
        <IssueSlip
          unitId={unitId}
          onClose={() => setIssues(false)}
          onDone={(slipId) => {
            setIssues(false)
            changed()
            open({ slipId })
          }}
        />
      ) : null}
    </>
  )
  if (!wide) return <Screen title={unit.name}>{lines}</Screen>
  return (
    <Screen title={unit.name} wide>
      <Split
        list={lines}
        detail={
          shownId ? (
            <SlipDetail key={shownId} unitId={unitId} slipId={shownId} onChanged={changed} />
          ) : (
            <Card>
              <Quiet>左边选一张，在这里看号码和二维码。</Quiet>
            </Card>
          )
        }
      />
    </Screen>
  )
}

/** A unit's slips: how they stand, one more or a whole roster of them, and what waits for its word. */
export default function UnitDesk() {
  const { can } = useMe()
  const here = useUnit()
  if (!can('slip.units'))
    return (
      <Screen title="报到单">
        <NotYours what="开报到单" />
      </Screen>
    )
  if (here.unit) return <Slips key={here.unit.unitId} unit={here.unit} here={here} />
  return (
    <Screen title="报到单">
      <Faces
        of={here.list}
        isEmpty={() => true}
        empty={{ says: '还没有请你当联络员的单位', more: '由街道授予联络员的身份。' }}
      >
        {() => null}
      </Faces>
    </Screen>
  )
}
