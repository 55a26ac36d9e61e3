import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayMinutes } from '../../shared/service/words'
import { remarkWords } from '../../shared/serviceRecord/words'
import { ListTable } from '../desk/parts/ListTable'
import { NotYours } from '../desk/parts/NotYours'
import { call } from '../kernel/api'
import { done, useDoing } from '../kernel/doing'
import { keepDocument } from '../kernel/keep'
import { useList } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  Chip,
  type Column,
  Faces,
  Heading,
  ListFaces,
  PlainButton,
  Quiet,
  Says,
  Screen,
  Sheet,
  useWide,
} from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import { RecordFigures } from './parts/RecordFigures'
import { type UnitHere, UnitPick, useUnit } from './parts/unit'
import { type ServiceRecord, yearOf } from './parts/words'
import { YearPick } from './parts/YearPick'
import '../desk/parts/desk.scss'

const columns: readonly Column<ServiceRecord>[] = [
  { key: 'name', title: '姓名', render: (r) => r.name, sort: (r) => r.name },
  { key: 'community', title: '社区', render: (r) => r.community, sort: (r) => r.community },
  { key: 'minutes', title: '时长', render: (r) => sayMinutes(r.minutes), sort: (r) => r.minutes },
  { key: 'tasks', title: '任务', render: (r) => r.tasks, sort: (r) => r.tasks },
  { key: 'homes', title: '包户', render: (r) => r.homes, sort: (r) => r.homes },
  { key: 'visits', title: '走访', render: (r) => r.visits, sort: (r) => r.visits },
  { key: 'projects', title: '项目', render: (r) => r.projects, sort: (r) => r.projects },
  { key: 'remark', title: '评价', render: (r) => (r.remark ? remarkWords[r.remark] : '') },
]

function Records({ unitId, here }: { unitId: string; here: UnitHere }) {
  const wide = useWide()
  const [year, setYear] = useState(() => yearOf(new Date()))
  const list = useList('serviceRecord.unit', { unitId, year })
  const [open, setOpen] = useState<ServiceRecord>()
  const { busy, told, run } = useDoing()
  const empty = { says: `${year} 年还没有社区送来记录`, more: '社区写好、本人看过，才会送来。' }
  const save = () =>
    run('save', async () => done(keepDocument(await call('serviceRecord.export', { unitId, year }), 'xlsx')))
  return (
    <>
      <UnitPick here={here} />
      <YearPick value={year} onChange={setYear} />
      {list.items.length > 0 ? (
        <View className="d-acts is-small">
          <PlainButton busy={busy !== undefined} onTap={() => void save()}>
            导出表格（Excel）
          </PlainButton>
        </View>
      ) : null}
      {told ? <Says tone={told.tone}>{told.says}</Says> : null}
      {wide ? (
        <ListTable
          of={list}
          empty={empty}
          columns={columns}
          rowKey={(r) => r.serviceRecordId}
          onOpen={setOpen}
          find={(r) => `${r.name} ${r.community}`}
          label="服务记录"
        />
      ) : (
        <ListFaces of={list} keyOf={(r) => r.serviceRecordId} lines={4} empty={empty}>
          {(r) => (
            <Card
              onTap={() => setOpen(r)}
              label={`${r.name}，${r.community}，${sayMinutes(r.minutes)}，打开`}
            >
              <View className="d-headline">
                <Heading>{r.name}</Heading>
                {r.remark ? <Chip tone="pine">{remarkWords[r.remark]}</Chip> : null}
              </View>
              <Quiet>{beside(r.community, `服务 ${sayMinutes(r.minutes)}`, `包 ${r.homes} 户`)}</Quiet>
            </Card>
          )}
        </ListFaces>
      )}
      <Sheet
        open={open !== undefined}
        title={open ? `${open.name}，${open.year} 年` : ''}
        onClose={() => setOpen(undefined)}
      >
        {open ? (
          <>
            <Quiet>{open.community}</Quiet>
            <RecordFigures record={open} />
            <Quiet>社区送来以后，谁都不能再改。</Quiet>
          </>
        ) : null}
      </Sheet>
    </>
  )
}

/** What communities have sent of a year's service, to read and to keep as a spreadsheet. */
export default function UnitRecords() {
  const { can } = useMe()
  const here = useUnit()
  return (
    <Screen title="服务记录" wide>
      {!can('serviceRecord.unit') ? (
        <NotYours what="看服务记录" />
      ) : here.unit ? (
        <Records key={here.unit.unitId} unitId={here.unit.unitId} here={here} />
      ) : (
        <Faces of={here.list} isEmpty={() => true} empty={{ says: '还没有请你当联络员的单位' }}>
          {() => null}
        </Faces>
      )}
    </Screen>
  )
}
