import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayMinutes } from '../../shared/service/words'
import { sayRecordState } from '../../shared/serviceRecord/words'
import { Segments } from '../desk/parts/Segments'
import { useParams } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { Card, Chip, Faces, Heading, ListFaces, MainButton, Quiet, Says, Screen } from '../kernel/ui'
import { ReadRecord } from './parts/ReadRecord'
import { RecordFigures } from './parts/RecordFigures'
import { ServiceRow } from './parts/ServiceRow'
import { type ServiceRecord, yearOf } from './parts/words'
import { YearPick } from './parts/YearPick'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

const views = [
  { value: 'services', label: '每一次服务' },
  { value: 'records', label: '年度记录' },
] as const
type Shown = (typeof views)[number]['value']

function Services() {
  const now = new Date()
  const [year, setYear] = useState(() => yearOf(now))
  const list = useList('service.mine', { year })
  const sum = list.first
  return (
    <>
      <YearPick value={year} onChange={setYear} />
      {sum && list.items.length > 0 ? (
        <Card>
          <View className="p-figures">
            <View className="p-figure-pair">
              <View className="p-figure">{sayMinutes(sum.minutes)}</View>
              <Quiet>算数的时长</Quiet>
            </View>
            <View className="p-figure-pair">
              <View className="p-figure">{`${sum.times} 次`}</View>
              <Quiet>确认过的服务</Quiet>
            </View>
          </View>
          {sum.waiting > 0 ? <Quiet>{`还有 ${sum.waiting} 次等社区确认，确认后再算进去。`}</Quiet> : null}
        </Card>
      ) : null}
      <ListFaces
        of={list}
        keyOf={(s) => s.serviceId}
        lines={3}
        empty={{ says: `${year} 年还没有服务`, more: '签到、签退以后，每一次都会记在这里。' }}
      >
        {(s) => <ServiceRow of={s} now={now} />}
      </ListFaces>
    </>
  )
}

function Records({ onRead }: { onRead(record: ServiceRecord): void }) {
  const mine = useLoad('serviceRecord.mine', {})
  return (
    <Faces
      of={mine}
      lines={2}
      isEmpty={(data) => data.items.length === 0}
      empty={{ says: '还没有年度记录', more: '社区一年写一份，先给你看，再送给单位。' }}
    >
      {({ items }) => (
        <>
          {items.map((r) => {
            const waits = r.acts.includes('read')
            return (
              <Card key={r.serviceRecordId}>
                <View className="d-headline">
                  <Heading>{`${r.year} 年，${r.community}`}</Heading>
                  <Chip tone={waits ? 'vermilion' : r.state === 'sent' ? 'pine' : 'sun'}>
                    {waits
                      ? '请你看一看'
                      : r.state === 'shown'
                        ? '你看过了'
                        : sayRecordState(r.state, r.unit)}
                  </Chip>
                </View>
                <RecordFigures record={r} />
                {waits ? <MainButton onTap={() => onRead(r)}>我看过了</MainButton> : null}
                {r.state === 'sent' ? (
                  <Quiet>{`${r.unit === null ? '存档' : '送给单位'}以后，谁都不能再改。`}</Quiet>
                ) : null}
              </Card>
            )
          })}
        </>
      )}
    </Faces>
  )
}

/** My hours, each service of them, and what the community writes of a year. */
export default function MyService() {
  const asked = useParams<{ view: Shown }>().view
  const [view, setView] = useState<Shown>(() => views.find((v) => v.value === asked)?.value ?? 'services')
  const [reading, read] = useState<ServiceRecord>()
  const [note, setNote] = useState<string>()
  const [turn, setTurn] = useState(0)
  return (
    <Screen title="我的服务">
      <Segments label="看什么" options={views} value={view} onChange={(next) => setView(next)} />
      {note ? <Says tone="pine">{note}</Says> : null}
      {view === 'services' ? <Services /> : <Records key={turn} onRead={read} />}
      {reading ? (
        <ReadRecord
          record={reading}
          onClose={() => read(undefined)}
          onDone={(says) => {
            read(undefined)
            setNote(says)
            setTurn((was) => was + 1)
          }}
        />
      ) : null}
    </Screen>
  )
}
