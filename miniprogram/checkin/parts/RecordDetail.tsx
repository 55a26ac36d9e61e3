import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDay } from '../../../shared/kernel/time'
import { type Remark, remarks } from '../../../shared/serviceRecord/states'
import { remarkWords, sayRecordState } from '../../../shared/serviceRecord/words'
import { sayAt } from '../../desk/parts/says'
import { useAct } from '../../kernel/act'
import { Refusal, type Said } from '../../kernel/refused'
import { Card, Chip, Choice, Heading, Quiet, Refused, TextField } from '../../kernel/ui'
import { ActFoot, type FootAct } from '../../meeting/parts/ActFoot'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { RecordFigures } from './RecordFigures'
import type { ServiceRecord } from './words'
import '../../desk/parts/desk.scss'
import '../../meeting/parts/meeting.scss'

function RemarkSheet(props: { record: ServiceRecord; onClose(): void; onDone(says: string): void }) {
  const { record } = props
  const { run, busy, refusal } = useAct('serviceRecord.remark')
  const [remark, setRemark] = useState<Remark | undefined>(record.remark ?? undefined)
  const [words, setWords] = useState(record.words ?? '')
  const [tried, setTried] = useState(false)
  const { communityId, serviceRecordId } = record
  const save = async () => {
    setTried(true)
    if (remark === undefined) return
    if (await run({ communityId, serviceRecordId, remark, ...(words.trim() && { words }) }))
      props.onDone('评价写好了')
  }
  return (
    <ActSheet
      title={`给${record.name}写评价`}
      act="写好了"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Choice
        label="怎么样"
        options={remarks.map((value) => ({ value, label: remarkWords[value] }))}
        value={remark}
        onChange={setRemark}
        error={tried && remark === undefined ? '请选一个' : undefined}
      />
      <TextField
        label="再写一句（可以不写）"
        long
        max={200}
        value={words}
        onInput={setWords}
        hint={record.unit === null ? '先给本人看，再由社区存档' : '先给本人看，再送给单位'}
      />
    </ActSheet>
  )
}

/** The year is not over, and the worker was asked whether it has to be now. */
export const isEarlyAsked = (refusal: Said | undefined): boolean =>
  refusal instanceof Refusal && refusal.code === 'year_not_over'

/** One member's year: a remark, shown to them first, then sent to the unit, or kept where there is none, and frozen. */
export function RecordDetail(props: { record: ServiceRecord; onDone(says: string): void }) {
  const { record } = props
  const show = useAct('serviceRecord.show')
  const send = useAct('serviceRecord.send')
  const [writes, setWrites] = useState(false)
  const { communityId, serviceRecordId } = record
  const key = { communityId, serviceRecordId }
  const may = (act: ServiceRecord['acts'][number]) => record.acts.includes(act)
  const now = new Date()
  const sure = isEarlyAsked(show.refusal)
  const showIt = async () => {
    if (await show.run({ ...key, ...(sure && { sure: true }) }))
      props.onDone(`给${record.name}看了，看过就能${record.unit === null ? '存档' : '送单位'}`)
  }
  const sendIt = async () => {
    if (await send.run(key))
      props.onDone(`${record.unit === null ? '存档' : `送给${record.unit}`}了，以后不能再改`)
  }
  const showAct: FootAct = {
    word: sure ? '现在就给本人看' : '给本人看',
    onTap: () => void showIt(),
    busy: show.busy,
  }
  const sendAct: FootAct = {
    word: record.unit === null ? '社区存档' : '送给单位',
    onTap: () => void sendIt(),
    busy: send.busy,
  }
  const remarkAct: FootAct = {
    word: record.remark === null ? '写评价' : '改评价',
    onTap: () => setWrites(true),
  }
  const acts = [
    may('send') && sendAct,
    may('show') && record.remark !== null && showAct,
    may('remark') && remarkAct,
  ].filter((act): act is FootAct => Boolean(act))
  const [main, ...others] = acts
  return (
    <View className="m-page">
      <Card>
        <View className="d-headline">
          <Heading>{record.name}</Heading>
          <Chip tone={record.state === 'sent' ? 'pine' : record.readAt !== null ? 'vermilion' : 'sun'}>
            {record.state === 'shown' && record.readAt !== null
              ? '本人看过了'
              : sayRecordState(record.state, record.unit)}
          </Chip>
        </View>
        <Quiet>{`${record.year} 年 · ${record.unit ?? '无职党员'}`}</Quiet>
        <RecordFigures record={record} />
        {record.shownAt === null ? null : <Quiet>{`${sayAt(record.shownAt, now)}给本人看`}</Quiet>}
        {record.readAt === null ? null : <Quiet>{`${sayAt(record.readAt, now)}本人看过`}</Quiet>}
        {record.state === 'shown' && record.readAt === null && record.sendableFrom !== null ? (
          <Quiet>{`本人还没看；${sayDay(record.sendableFrom)}起没看也能${record.unit === null ? '存档' : '送'}。`}</Quiet>
        ) : null}
        {record.sentAt === null ? null : (
          <Quiet>
            {`${sayAt(record.sentAt, now)}${record.unit === null ? '存档' : '送给单位'}，不能再改`}
          </Quiet>
        )}
      </Card>
      <Refused by={show.refusal ?? send.refusal} />
      <ActFoot main={main} others={others} />
      {writes ? (
        <RemarkSheet
          record={record}
          onClose={() => setWrites(false)}
          onDone={(says) => {
            setWrites(false)
            props.onDone(says)
          }}
        />
      ) : null}
    </View>
  )
}
