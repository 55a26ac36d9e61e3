import { View } from '@tarojs/components'
import { useState } from 'react'
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
import { Card, Faces, Heading, PlainButton, Quiet, Row, Screen, Table, useWide } from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import {
  type Community,
  ofCommunities,
  ofUnits,
  sheetOf,
  type Totals,
  type UnitTotals,
} from './parts/totalsTable'
import { yearOf } from './parts/words'
import { YearPick } from './parts/YearPick'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

const views = [
  { value: 'communities', label: '按社区' },
  { value: 'units', label: '按单位' },
] as const
type Shown = (typeof views)[number]['value']

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

function Units({ items }: { items: readonly UnitTotals[] }) {
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
