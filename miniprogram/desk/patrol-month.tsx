import { View } from '@tarojs/components'
import { useState } from 'react'
import { numbers } from '../../shared/patrol/states'
import { monthOf, sayMonths } from '../../shared/rates/words'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Faces, Heading, PlainButton, Quiet, Screen, Split, useWide } from '../kernel/ui'
import { MonthTurn } from '../whistle/parts/MonthTurn'
import { useCommunity } from './parts/community'
import { NotYours } from './parts/NotYours'
import { PickLine } from './parts/PickLine'
import { CommunityPick } from './parts/PlacePick'
import { RatesPeriod } from './parts/RatesPeriod'
import { type Period, type Preset, periodOf } from './parts/ratesOf'
import { Behind } from './patrol/Behind'
import { DayCalendar } from './patrol/DayCalendar'
import { ExportPatrols } from './patrol/ExportPatrols'
import type { NumberOf, Over } from './patrol/monthOf'
import { Groups, Totals } from './patrol/Numbers'
import './parts/desk.scss'

interface Asked extends Record<string, string | undefined> {
  communityId: string
  gridId: string
  fromMonth: string
  toMonth: string
  number: string
  planId: string
  personId: string
  day: string
  name: string
}

/** The list behind a number, as a page of its own. */
function BehindPage({ asked }: { asked: Partial<Asked> }) {
  const { communityId = '', gridId, fromMonth = '', toMonth = '', planId, personId, day } = asked
  const of: NumberOf = {
    number: numbers.find((n) => n === asked.number) ?? 'due',
    name: asked.name ?? '巡查',
    ...(planId && { planId }),
    ...(personId && { personId }),
    ...(day && { day }),
  }
  return (
    <Screen title="后面的明细">
      <Behind over={{ communityId, ...(gridId && { gridId }) }} period={{ fromMonth, toMonth }} of={of} />
    </Screen>
  )
}

function Month({ over, name }: { over: Over; name: string }) {
  const wide = useWide()
  const thisMonth = monthOf(new Date())
  const [preset, setPreset] = useState<Preset>('this')
  const [period, setPeriod] = useState<Period>(() => periodOf('this', thisMonth))
  const [shown, show] = useState(thisMonth)
  const [open, setOpen] = useState<NumberOf>()
  const told = useLoad('patrol.month', { ...over, ...period })
  const calendarMonth = shown < period.fromMonth || shown > period.toMonth ? period.toMonth : shown
  const look = (of: NumberOf) => {
    if (wide) setOpen(of)
    else go('desk/patrol-month', { ...over, ...period, ...of })
  }
  const page = (
    <>
      <RatesPeriod
        preset={preset}
        value={period}
        thisMonth={thisMonth}
        onChange={(next, months) => {
          setPreset(next)
          setPeriod(months)
          setOpen(undefined)
        }}
      />
      <Faces of={told} lines={4}>
        {(data) => (
          <View className="d-detail">
            <Totals counts={data.total} onOpen={(number) => look({ number, name })} />
            {period.fromMonth === period.toMonth ? null : (
              <MonthTurn
                month={calendarMonth}
                last={period.toMonth}
                onTurn={(month) => {
                  if (month >= period.fromMonth) show(month)
                }}
              />
            )}
            <DayCalendar
              month={calendarMonth}
              days={data.days}
              chosen={open?.day}
              onChoose={(day) => {
                const due = data.days.find((d) => d.day === day)?.counts.due ?? 0
                look({ number: due > 0 ? 'due' : 'rounds', name, day })
              }}
            />
            <Groups told={data} onOpen={look} />
            <ExportPatrols
              key={JSON.stringify([over, period])}
              of={{ ...over, ...period }}
              name={`${name}巡查 ${sayMonths(period.fromMonth, period.toMonth)}`}
            />
          </View>
        )}
      </Faces>
    </>
  )
  if (!wide) return page
  return (
    <Split
      list={page}
      detail={
        open ? (
          <Behind key={JSON.stringify([open, over, period])} over={over} period={period} of={open} />
        ) : (
          <Quiet>点一个数或一天，在这里看是哪些。</Quiet>
        )
      }
    />
  )
}

const all = 'all'

/** Plan against walked, of a community or of one grid. */
export default function PatrolMonth() {
  const asked = useParams<Asked>()
  const here = useCommunity('patrol.month')
  const { can } = useMe()
  const [gridId, setGrid] = useState(asked.gridId)
  const { communityId } = here
  const tree = useLoad(
    'place.tree',
    communityId && can('place.tree', { communityId }) ? { communityId } : null,
  )
  if (asked.number !== undefined && communityId !== undefined)
    return <BehindPage asked={{ ...asked, communityId }} />
  if (communityId === undefined)
    return (
      <Screen title="巡查走得怎样">
        <NotYours what="看巡查" />
      </Screen>
    )
  const grids = tree.data?.grids ?? []
  const grid = grids.find((g) => g.gridId === gridId)
  const over = { communityId, ...(grid && { gridId: grid.gridId }) }
  return (
    <Screen title="巡查走得怎样" wide>
      <View>
        <Heading>安排了几次，走了几次</Heading>
        <Quiet>每个数都能点开，看是哪些算出来的。</Quiet>
      </View>
      <CommunityPick here={here} />
      {grids.length > 1 ? (
        <PickLine
          label="哪个网格"
          options={[{ value: all, label: '全部' }, ...grids.map((g) => ({ value: g.gridId, label: g.name }))]}
          value={grid?.gridId ?? all}
          without="全部"
          onChange={(picked) => setGrid(picked === all ? undefined : picked)}
        />
      ) : null}
      <Month key={JSON.stringify(over)} over={over} name={grid?.name ?? here.name} />
      {can('patrol.plans', { communityId }) ? (
        <PlainButton onTap={() => go('desk/patrols', { communityId })}>看巡查安排</PlainButton>
      ) : null}
    </Screen>
  )
}
