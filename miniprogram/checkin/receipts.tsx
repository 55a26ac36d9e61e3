import { View } from '@tarojs/components'
import { useState } from 'react'
import { checkinStateWords } from '../../shared/checkin/words'
import type { Output } from '../../shared/contract'
import { sayNumber } from '../../shared/slip/number'
import { NotYours } from '../desk/parts/NotYours'
import { Segments } from '../desk/parts/Segments'
import { sayAt, sayWaiting } from '../desk/parts/says'
import { useAct } from '../kernel/act'
import { go } from '../kernel/go'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  Chip,
  Faces,
  Heading,
  LinkWord,
  ListFaces,
  MainButton,
  Quiet,
  Refused,
  Row,
  Says,
  Screen,
} from '../kernel/ui'
import { type UnitHere, UnitPick, useUnit } from './parts/unit'
import '../desk/parts/desk.scss'

type Receipt = Output<'slip.receipts'>['items'][number]
const views = [
  { value: 'waiting', label: '等你确认' },
  { value: 'all', label: '全部' },
] as const
type Shown = (typeof views)[number]['value']

function One({ of, now, busy, onConfirm }: { of: Receipt; now: Date; busy: boolean; onConfirm(): void }) {
  const waits = of.state === 'accepted'
  const key = { communityId: of.communityId, checkinId: of.checkinId }
  return (
    <Card>
      <View className="d-headline">
        <Heading>{of.name}</Heading>
        {waits ? (
          <Chip tone="vermilion">{sayWaiting(of.acceptedAt, now)}</Chip>
        ) : (
          <Chip tone={of.state === 'confirmed' ? 'pine' : 'quiet'}>{checkinStateWords[of.state]}</Chip>
        )}
      </View>
      <Row
        left={of.community}
        quiet={`${sayAt(of.acceptedAt, now)}受理`}
        right={sayNumber(of.receiptNumber)}
      />
      {waits ? (
        <MainButton busy={busy} label={`确认${of.name}的回执`} onTap={onConfirm}>
          收到了，确认
        </MainButton>
      ) : null}
      <LinkWord label={`看${of.name}的回执`} onTap={() => go('checkin/receipt', key)}>
        看回执
      </LinkWord>
    </Card>
  )
}

function Receipts({ unitId, here }: { unitId: string; here: UnitHere }) {
  const [view, setView] = useState<Shown>('waiting')
  const [note, setNote] = useState<string>()
  const list = useList('slip.receipts', { unitId, ...(view === 'waiting' && { only: view }) })
  const { run, busy, refusal } = useAct('slip.confirm')
  const now = new Date()
  const confirm = async ({ communityId, checkinId, name }: Receipt) => {
    if (!(await run({ communityId, checkinId }))) return
    setNote(`确认了：${name}报到成功`)
    list.reload()
  }
  return (
    <>
      <UnitPick here={here} />
      <Segments
        label="看哪些"
        options={views}
        value={view}
        onChange={(next) => {
          setView(next)
          setNote(undefined)
        }}
      />
      {note ? <Says tone="pine">{note}</Says> : null}
      <Refused by={refusal} />
      <ListFaces
        of={list}
        keyOf={(r) => r.checkinId}
        lines={3}
        empty={
          view === 'waiting'
            ? { says: '没有等你确认的回执', more: '社区受理以后，回执会送到这里。' }
            : { says: '还没有回执' }
        }
      >
        {(r) => <One of={r} now={now} busy={busy} onConfirm={() => void confirm(r)} />}
      </ListFaces>
      <Quiet>单位只看得到姓名、社区和日期，看不到住址和特长。</Quiet>
    </>
  )
}

/** Receipts from communities: confirmed by the unit, and the circle is closed. */
export default function ReceiptsPage() {
  const { can } = useMe()
  const here = useUnit()
  return (
    <Screen title="报到回执">
      {!can('slip.receipts') ? (
        <NotYours what="确认回执" />
      ) : here.unit ? (
        <Receipts key={here.unit.unitId} unitId={here.unit.unitId} here={here} />
      ) : (
        <Faces of={here.list} isEmpty={() => true} empty={{ says: '还没有请你当联络员的单位' }}>
          {() => null}
        </Faces>
      )}
    </Screen>
  )
}
