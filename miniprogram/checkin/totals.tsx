import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayMinutes } from '../../shared/service/words'
import { saveCsv } from '../desk/parts/csv'
import { NotYours } from '../desk/parts/NotYours'
import { SubdistrictPick } from '../desk/parts/PlacePick'
import { Segments } from '../desk/parts/Segments'
import { sayCount } from '../desk/parts/says'
import { useSubdistrict } from '../desk/parts/subdistrict'
import { isBrowser } from '../kernel/device'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  type Column,
  Faces,
  Heading,
  PlainButton,
  Quiet,
  Row,
  Screen,
  Table,
  useWide,
} from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import { yearOf } from './parts/words'
import { YearPick } from './parts/YearPick'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

type Totals = Output<'checkin.totals'>
type Community = Totals['communities'][number]
type Unit = Totals['units'][number]

const views = [
  { value: 'communities', label: '按社区' },
  { value: 'units', label: '按单位' },
] as const
type Shown = (typeof views)[number]['value']

const ofCommunities: readonly Column<Community>[] = [
  { key: 'name', title: '社区', render: (c) => c.name, sort: (c) => c.name },
  { key: 'members', title: '在职党员', render: (c) => sayCount(c.members), sort: (c) => c.members },
  { key: 'noOffice', title: '无职党员', render: (c) => sayCount(c.noOffice), sort: (c) => c.noOffice },
  { key: 'waiting', title: '等受理', render: (c) => sayCount(c.waiting), sort: (c) => c.waiting },
  { key: 'minutes', title: '服务时长', render: (c) => sayMinutes(c.minutes), sort: (c) => c.minutes },
  {
    key: 'cared',
    title: '有人包的户',
    render: (c) => `${sayCount(c.homes)} 户中 ${sayCount(c.cared)} 户`,
    sort: (c) => c.cared,
  },
  {
    key: 'projects',
    title: '共建项目',
    render: (c) => `${c.projects} 个，做完 ${c.projectsDone} 个`,
    sort: (c) => c.projects,
  },
]
const ofUnits: readonly Column<Unit>[] = [
  { key: 'name', title: '单位', render: (u) => u.name, sort: (u) => u.name },
  { key: 'slips', title: '开了报到单', render: (u) => sayCount(u.slips), sort: (u) => u.slips },
  { key: 'members', title: '社区受理', render: (u) => sayCount(u.members), sort: (u) => u.members },
  { key: 'confirmed', title: '单位确认', render: (u) => sayCount(u.confirmed), sort: (u) => u.confirmed },
  { key: 'minutes', title: '服务时长', render: (u) => sayMinutes(u.minutes), sort: (u) => u.minutes },
  {
    key: 'projects',
    title: '共建项目',
    render: (u) => `${u.projects} 个，做完 ${u.projectsDone} 个`,
    sort: (u) => u.projects,
  },
]

const sum = <T,>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0)

/** Totals alone: nobody is named here. */
function Whole({ totals }: { totals: Totals }) {
  const { communities, units } = totals
  const homes = sum(communities, (c) => c.homes)
  return (
    <Card>
      <View className="p-figures">
        <View className="p-figure-pair">
          <View className="p-figure">{sayCount(sum(communities, (c) => c.members + c.noOffice))}</View>
          <Quiet>名党员报到</Quiet>
        </View>
        <View className="p-figure-pair">
          <View className="p-figure">{sayMinutes(sum(communities, (c) => c.minutes))}</View>
          <Quiet>服务时长</Quiet>
        </View>
        <View className="p-figure-pair">
          <View className="p-figure">{`${sayCount(sum(communities, (c) => c.cared))} / ${sayCount(homes)}`}</View>
          <Quiet>户有人包</Quiet>
        </View>
      </View>
      <Quiet>{`${communities.length} 个社区，${units.length} 个单位。只有总数，不列姓名。`}</Quiet>
    </Card>
  )
}

function Communities({ items }: { items: readonly Community[] }) {
  return (
    <>
      {items.map((c) => (
        <Card key={c.communityId}>
          <Heading>{c.name}</Heading>
          <Row
            left="在职党员"
            quiet={c.waiting > 0 ? `还有 ${c.waiting} 人等受理` : undefined}
            right={`${sayCount(c.members)} 人`}
          />
          <Row left="无职党员" right={`${sayCount(c.noOffice)} 人`} />
          <Row left="服务时长" right={sayMinutes(c.minutes)} />
          <Row left="包户" right={`${sayCount(c.homes)} 户中 ${sayCount(c.cared)} 户有人包`} />
          <Row left="共建项目" right={`${c.projects} 个，做完 ${c.projectsDone} 个`} />
        </Card>
      ))}
    </>
  )
}

function Units({ items }: { items: readonly Unit[] }) {
  return (
    <>
      {items.map((u) => (
        <Card key={u.unitId}>
          <Heading>{u.name}</Heading>
          <Row left={`开了 ${sayCount(u.slips)} 张报到单`} right={`受理 ${sayCount(u.members)} 人`} />
          <Quiet>{beside(`单位确认 ${sayCount(u.confirmed)} 人`, `服务 ${sayMinutes(u.minutes)}`)}</Quiet>
          <Quiet>{`共建项目 ${u.projects} 个，做完 ${u.projectsDone} 个`}</Quiet>
        </Card>
      ))}
    </>
  )
}

const sheetOf = (totals: Totals, view: Shown): string[][] =>
  view === 'communities'
    ? [
        ['社区', '在职党员', '无职党员', '等受理', '服务分钟', '户', '有人包', '项目', '做完'],
        ...totals.communities.map((c) =>
          [
            c.name,
            c.members,
            c.noOffice,
            c.waiting,
            c.minutes,
            c.homes,
            c.cared,
            c.projects,
            c.projectsDone,
          ].map(String),
        ),
      ]
    : [
        ['单位', '报到单', '受理', '确认', '服务分钟', '项目', '做完'],
        ...totals.units.map((u) =>
          [u.name, u.slips, u.members, u.confirmed, u.minutes, u.projects, u.projectsDone].map(String),
        ),
      ]

function Of({ subdistrictId }: { subdistrictId: string }) {
  const wide = useWide()
  const [year, setYear] = useState(() => yearOf(new Date()))
  const [view, setView] = useState<Shown>('communities')
  const totals = useLoad('checkin.totals', { subdistrictId, year })
  return (
    <>
      <YearPick value={year} onChange={setYear} />
      <Segments label="怎么看" options={views} value={view} onChange={(next) => setView(next)} />
      <Faces
        of={totals}
        lines={4}
        isEmpty={(data) => data.communities.length === 0}
        empty={{ says: '还没有登记社区' }}
      >
        {(data) => (
          <>
            <Whole totals={data} />
            {view === 'communities' && wide ? (
              <Table
                columns={ofCommunities}
                rows={data.communities}
                rowKey={(c) => c.communityId}
                find={(c) => c.name}
                label="各社区"
              />
            ) : null}
            {view === 'units' && wide ? (
              <Table
                columns={ofUnits}
                rows={data.units}
                rowKey={(u) => u.unitId}
                find={(u) => u.name}
                label="各单位"
              />
            ) : null}
            {view === 'communities' && !wide ? <Communities items={data.communities} /> : null}
            {view === 'units' && !wide ? <Units items={data.units} /> : null}
            {view === 'units' && data.units.length === 0 ? <Quiet>还没有单位开报到单。</Quiet> : null}
            {isBrowser ? (
              <PlainButton onTap={() => saveCsv(`党员报到 ${year}`, sheetOf(data, view))}>
                导出表格（Excel 能打开）
              </PlainButton>
            ) : null}
          </>
        )}
      </Faces>
    </>
  )
}

/** What a subdistrict's communities and units have done in a year, as totals. */
export default function TotalsPage() {
  const { can } = useMe()
  const here = useSubdistrict('checkin.totals')
  return (
    <Screen title="党员报到总数" wide>
      {!can('checkin.totals') ? (
        <NotYours what="看报到总数" />
      ) : (
        <>
          <SubdistrictPick here={here} />
          {here.subdistrictId ? <Of key={here.subdistrictId} subdistrictId={here.subdistrictId} /> : null}
          {here.chooses && here.subdistrictId === undefined ? (
            <Faces
              of={here.list}
              lines={2}
              isEmpty={(d) => d.items.length === 0}
              empty={{ says: '区里还没有登记街道' }}
            >
              {() => (
                <Card>
                  <Heading>看哪个街道</Heading>
                  {here.options.map((s) => (
                    <Row key={s.value} left={s.label} onTap={() => here.pick(s.value)} />
                  ))}
                </Card>
              )}
            </Faces>
          ) : null}
        </>
      )}
    </Screen>
  )
}
