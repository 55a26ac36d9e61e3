import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { sayDay } from '../../shared/kernel/time'
import type { Preset } from '../../shared/meeting/presets'
import { kindWords, sayMark } from '../../shared/meeting/words'
import { useCommunity } from '../desk/parts/community'
import { NotYours } from '../desk/parts/NotYours'
import { PickLine } from '../desk/parts/PickLine'
import { CommunityPick } from '../desk/parts/PlacePick'
import { useAct } from '../kernel/act'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import {
  Card,
  Chip,
  Faces,
  Heading,
  MainButton,
  PlainButton,
  Quiet,
  Refused,
  Row,
  Says,
  Screen,
  Sheet,
} from '../kernel/ui'
import { beside } from '../whistle/parts/words'
import { useCompound } from './parts/scope'
import { sayDate } from './parts/words'
import { PresetPick, SeriesForm } from './planning/SeriesForm'
import '../desk/parts/desk.scss'

type Series = Output<'series.list'>['items'][number]
const shownDates = 4

function OneSeries({
  series,
  communityId,
  mayPlan,
  onEnd,
}: {
  series: Series
  communityId: string
  mayPlan: boolean
  onEnd(): void
}) {
  const now = new Date()
  const { next, seriesId, compoundId } = series
  return (
    <Card>
      <View className="d-headline">
        <View className="d-grow">
          <Heading>{series.title}</Heading>
          <Quiet>{beside(series.compound, kindWords[series.kind], series.spot)}</Quiet>
        </View>
        <Chip tone={series.to === null ? 'pine' : 'quiet'}>{series.to === null ? '在开' : '停了'}</Chip>
      </View>
      <View>{`${series.says}，大约 ${series.minutes} 分钟`}</View>
      <Quiet>{`请：${series.circle.map((c) => c.name).join('、')}`}</Quiet>
      {series.to === null ? null : <Quiet>{`到 ${sayDay(series.to)} 为止`}</Quiet>}
      {next.slice(0, shownDates).map((n) => {
        const mark = sayMark(n.mark)
        const { meetingId } = n
        const open =
          meetingId !== null
            ? () => go('meeting/one', { communityId, meetingId })
            : mayPlan
              ? () =>
                  go('meeting/plan', {
                    communityId,
                    ...(compoundId && { compoundId }),
                    seriesId,
                    seriesDay: n.day,
                  })
              : undefined
        return (
          <Row
            key={n.day}
            left={sayDate(n.day, now)}
            quiet={meetingId === null ? (open ? '还没排，点开来排' : '还没排') : '已经排好'}
            chip={mark ? <Chip tone={n.mark.works ? 'quiet' : 'sun'}>{mark}</Chip> : undefined}
            {...(open && { onTap: open })}
          />
        )
      })}
      {series.mayEnd && series.to === null ? <PlainButton onTap={onEnd}>停掉这个例会…</PlainButton> : null}
    </Card>
  )
}

/** Rhythms of meetings: the next dates of each, with holidays marked. */
export default function SeriesPage() {
  const { can } = useMe()
  const here = useCommunity('series.list')
  const { communityId } = here
  const own = useCompound(communityId)
  const tree = useLoad('place.tree', communityId ? { communityId } : null)
  const list = useLoad('series.list', communityId ? { communityId, ...(own && { compoundId: own }) } : null)
  const end = useAct('series.end')
  const [preset, setPreset] = useState<Preset>()
  const [picked, pick] = useState<string>()
  const [ending, setEnding] = useState<Series>()
  const [note, setNote] = useState<string>()
  if (communityId === undefined)
    return (
      <Screen title="例会">
        <NotYours what="看例会" />
      </Screen>
    )
  const compounds = tree.data?.compounds ?? []
  const compoundId = picked ?? own ?? (compounds.length === 1 ? compounds[0]?.compoundId : undefined)
  const mayAdd = can('series.add', { communityId, ...(own && { compoundId: own }) })
  if (preset && compoundId && tree.data)
    return (
      <SeriesForm
        tree={tree.data}
        compoundId={compoundId}
        preset={preset}
        onAdded={() => {
          setPreset(undefined)
          setNote('例会设好了，前三周的都排上了')
          list.reload()
        }}
        onBack={() => setPreset(undefined)}
      />
    )
  const close = () => {
    end.clear()
    setEnding(undefined)
  }
  const stop = async (s: Series) => {
    if (!(await end.run({ communityId, seriesId: s.seriesId }))) return
    setEnding(undefined)
    setNote(`${s.title}停了，开过的都还留着`)
    list.reload()
  }
  return (
    <Screen title="例会">
      <CommunityPick here={here} />
      {note ? <Says tone="pine">{note}</Says> : null}
      <Faces
        of={list}
        lines={3}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          says: '还没有例会',
          more: mayAdd ? '从下面选一个现成的，改改时间地点就行。' : '定了例会，日子会写在这里。',
        }}
      >
        {({ items }) =>
          items.map((s) => (
            <OneSeries
              key={s.seriesId}
              series={s}
              communityId={communityId}
              mayPlan={can('meeting.plan', { communityId, ...(own && { compoundId: own }) })}
              onEnd={() => setEnding(s)}
            />
          ))
        }
      </Faces>
      {mayAdd && compounds.length > 1 && own === undefined ? (
        <PickLine
          label="给哪个小区设例会"
          options={compounds.map((c) => ({ value: c.compoundId, label: c.name }))}
          value={compoundId}
          without="选小区"
          onChange={pick}
        />
      ) : null}
      {mayAdd && compoundId ? <PresetPick onPick={setPreset} /> : null}
      <PlainButton onTap={() => go('meeting/terms', { communityId })}>通知要提前几天</PlainButton>
      <Sheet open={ending !== undefined} title="停掉例会" onClose={close}>
        {ending ? (
          <>
            <Says tone="sun">
              {`${ending.title}以后不再开。还没发通知的会撤掉，发过通知的照开，开过的都留着。`}
            </Says>
            <Refused by={end.refusal} />
            <MainButton busy={end.busy} onTap={() => void stop(ending)}>
              停掉
            </MainButton>
            <PlainButton onTap={close}>不停了</PlainButton>
          </>
        ) : null}
      </Sheet>
    </Screen>
  )
}
