import { View } from '@tarojs/components'
import { useState } from 'react'
import { groupings, noGroup, type Rate, rates, sides } from '../../shared/rates/definitions'
import { monthOf, sayMonths } from '../../shared/rates/words'
import { isBrowser } from '../kernel/device'
import { go, useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Faces, Heading, PlainButton, Quiet, Screen, Split, useWide } from '../kernel/ui'
import { useCommunity } from './parts/community'
import { saveCsv } from './parts/csv'
import { ExportRates } from './parts/ExportRates'
import { NotYours } from './parts/NotYours'
import { PickLine } from './parts/PickLine'
import { CommunityPick, SubdistrictPick } from './parts/PlacePick'
import { RateCards, SurveyCard } from './parts/RateCards'
import { groupsTable, RateGroups } from './parts/RateGroups'
import { RateList } from './parts/RateList'
import { RatesPeriod } from './parts/RatesPeriod'
import { groupingsOf, type NumberOf, type Over, type Period, type Preset, periodOf } from './parts/ratesOf'
import { Segments } from './parts/Segments'
import { Subdistricts } from './parts/Subdistricts'
import { useSubdistrict } from './parts/subdistrict'
import './parts/desk.scss'

interface Asked extends Record<string, string | undefined> {
  communityId: string
  subdistrictId: string
  compoundId: string
  fromMonth: string
  toMonth: string
  by: string
  rate: string
  side: string
  group: string
  name: string
}

const oneOf = <V extends string>(values: readonly V[], value: string | undefined): V | undefined =>
  values.find((v) => v === value)

/** The list behind a number, as a page of its own. */
function NumberPage({ asked }: { asked: Partial<Asked> }) {
  const { communityId, subdistrictId, compoundId, fromMonth = '', toMonth = '', group } = asked
  const over: Over =
    subdistrictId === undefined
      ? { communityId: communityId ?? '', ...(compoundId && { compoundId }) }
      : { subdistrictId }
  const number: NumberOf = {
    rate: oneOf(rates, asked.rate) ?? 'response',
    side: oneOf(sides, asked.side) ?? 'all',
    name: asked.name ?? '三率',
    ...(group && { group }),
  }
  return (
    <Screen title="后面的哨">
      <RateList
        over={over}
        period={{ fromMonth, toMonth }}
        by={oneOf(groupings, asked.by) ?? 'month'}
        number={number}
      />
    </Screen>
  )
}

/** Numbers of one place: three sentences, the groups they are made of, and a spreadsheet of it all. */
function Numbers(props: { over: Over; name: string; onEnter?(communityId: string): void }) {
  const { over, name } = props
  const wide = useWide()
  const thisMonth = monthOf(new Date())
  const [preset, setPreset] = useState<Preset>('quarter')
  const [period, setPeriod] = useState<Period>(() => periodOf('quarter', thisMonth))
  const choices = groupingsOf(over)
  const [by, setBy] = useState(choices[0] ?? 'month')
  const [open, setOpen] = useState<NumberOf>()
  const asked = { ...period, by }
  const inCommunity = useLoad('rates.get', over.subdistrictId === undefined ? { ...over, ...asked } : null)
  const inSubdistrict = useLoad(
    'rates.subdistrict',
    over.subdistrictId === undefined ? null : { subdistrictId: over.subdistrictId, ...asked },
  )
  const told = over.subdistrictId === undefined ? inCommunity : inSubdistrict
  const called = `${name}三率 ${sayMonths(period.fromMonth, period.toMonth)}`

  const look = (rate: Rate, group?: { group: string; name: string }) => {
    const number: NumberOf = {
      rate,
      side: 'all',
      name: group?.name ?? name,
      ...(group && { group: group.group }),
    }
    if (wide) setOpen(number)
    else go('desk/rates', { ...over, ...asked, ...number })
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
            <RateCards told={data} onOpen={(rate) => look(rate)} />
            <SurveyCard survey={data.survey} />
            <RateGroups
              told={data}
              by={by}
              groupings={choices}
              onBy={(next) => {
                setBy(next)
                setOpen(undefined)
              }}
              onOpen={(group, rate) => look(rate, group)}
              selected={open?.group}
              {...(props.onEnter &&
                by === 'community' && {
                  onEnter: ({ group }) => group !== noGroup && props.onEnter?.(group),
                })}
            />
            {over.subdistrictId === undefined ? (
              <ExportRates key={JSON.stringify(asked)} of={{ ...over, ...asked }} name={called} />
            ) : (
              isBrowser && (
                <PlainButton onTap={() => saveCsv(called, groupsTable(data, by))}>
                  导出表格（Excel 能打开）
                </PlainButton>
              )
            )}
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
          <RateList key={JSON.stringify([open, asked])} over={over} period={period} by={by} number={open} />
        ) : (
          <Quiet>点一个数，在这里看是哪些哨。</Quiet>
        )
      }
    />
  )
}

/** A community's numbers, of one of its compounds or of all. */
function InCommunity() {
  const here = useCommunity('rates.get')
  const { can } = useMe()
  const { communityId } = here
  const asked = useParams<Asked>().compoundId
  const [compoundId, setCompoundId] = useState(asked)
  const mayAll = communityId !== undefined && can('whistle.board', { communityId })
  const tree = useLoad('place.tree', mayAll ? { communityId } : null)
  if (communityId === undefined) return <NotYours what="看三率" />
  const compounds = tree.data?.compounds ?? []
  const compound = compounds.find((c) => c.compoundId === compoundId)
  const over = { communityId, ...(compound && { compoundId: compound.compoundId }) }
  const all = 'all'
  return (
    <>
      <CommunityPick
        here={{
          ...here,
          pick: (id) => {
            setCompoundId(undefined)
            here.pick(id)
          },
        }}
      />
      {compounds.length > 1 && (
        <PickLine
          label="哪个小区"
          options={[
            { value: all, label: '全部小区' },
            ...compounds.map((c) => ({ value: c.compoundId, label: c.name })),
          ]}
          value={compound?.compoundId ?? all}
          without="全部小区"
          onChange={(picked) => setCompoundId(picked === all ? undefined : picked)}
        />
      )}
      <Numbers key={JSON.stringify(over)} over={over} name={compound?.name ?? here.name} />
    </>
  )
}

/** A subdistrict's numbers, community by community. */
function InSubdistrict({ onEnter }: { onEnter(communityId: string): void }) {
  const here = useSubdistrict('rates.subdistrict')
  const { subdistrictId } = here
  if (here.chooses && subdistrictId === undefined) return <Subdistricts here={here} onOpen={here.pick} />
  if (subdistrictId === undefined) return <NotYours what="看街道的三率" />
  return (
    <>
      <SubdistrictPick here={here} />
      <Numbers key={subdistrictId} over={{ subdistrictId }} name={here.name} onEnter={onEnter} />
    </>
  )
}

const views = [
  { value: 'subdistrict', label: '整个街道' },
  { value: 'community', label: '一个社区' },
] as const

/** 三率: how many were met in time, solved and satisfied, and which they are. */
export default function Rates() {
  const { can } = useMe()
  const asked = useParams<Asked>()
  const officer = can('rates.subdistrict')
  const [view, setView] = useState<(typeof views)[number]['value']>(
    officer && asked.communityId === undefined ? 'subdistrict' : 'community',
  )
  if (asked.rate !== undefined && (can('rates.get') || officer)) return <NumberPage asked={asked} />
  return (
    <Screen title="三率" wide>
      <View>
        <Heading>办得怎么样</Heading>
        <Quiet>每个数都能点开，看是哪些哨算出来的。</Quiet>
      </View>
      {officer && <Segments label="看哪里" options={views} value={view} onChange={(next) => setView(next)} />}
      {officer && view === 'subdistrict' ? (
        <InSubdistrict onEnter={(communityId) => go('desk/rates', { communityId })} />
      ) : (
        <InCommunity />
      )}
    </Screen>
  )
}
