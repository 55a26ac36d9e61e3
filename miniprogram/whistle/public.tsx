import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../shared/kernel/time'
import { Segments } from '../desk/parts/Segments'
import { go, useParams } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { Empty, Faces, Heading, LinkWord, ListFaces, Quiet, Screen } from '../kernel/ui'
import { Calendar } from './parts/Calendar'
import { MonthTurn } from './parts/MonthTurn'
import { PublicCard } from './parts/PublicCard'
import { sayDayShort } from './parts/words'
import './parts/public.scss'

const views = [
  { value: 'open', label: '在办' },
  { value: 'done', label: '办完' },
] as const
type Show = (typeof views)[number]['value']

const emptyWords: Record<Show, { says: string; more: string }> = {
  open: { says: '现在没有在办的事', more: '邻居吹了哨，办到哪一步，都会写在这里。' },
  done: { says: '还没有办完的事', more: '办完的事会留在这里，谁都能看到是怎么办的。' },
}

/** The compound's whistles of one day, or those under way, or those that are done; no persons anywhere. */
function Whistles({ communityId, compoundId }: { communityId: string; compoundId: string }) {
  const now = new Date()
  const today = dayOf(now)
  const [month, setMonth] = useState(today.slice(0, 7))
  const [day, setDay] = useState<string>()
  const [show, setShow] = useState<Show>('open')
  const days = useLoad('whistle.days', { communityId, compoundId, month })
  const list = useList('whistle.public', {
    communityId,
    compoundId,
    ...(day === undefined ? { show } : { day }),
  })
  return (
    <>
      <MonthTurn
        month={month}
        last={today.slice(0, 7)}
        onTurn={(next) => {
          setMonth(next)
          setDay(undefined)
        }}
      />
      <Faces of={days} lines={3}>
        {(data) => (
          <>
            <Calendar month={data.month} days={data.days} today={today} chosen={day} onChoose={setDay} />
            <Quiet>
              {data.submitted === 0
                ? '这个月还没有人吹哨。'
                : `这个月 ${data.submitted} 件，办完 ${data.done} 件。点一天，看那天的事。`}
            </Quiet>
          </>
        )}
      </Faces>
      {day === undefined ? (
        <Segments label="看哪些" options={views} value={show} onChange={(next) => setShow(next)} />
      ) : (
        <View className="p-day">
          <Heading>{sayDayShort(day, now)}的事</Heading>
          <LinkWord onTap={() => setDay(undefined)}>看全部</LinkWord>
        </View>
      )}
      <ListFaces
        of={list}
        keyOf={(w) => w.whistleId}
        empty={day === undefined ? emptyWords[show] : { says: '这一天没有人吹哨' }}
      >
        {(w) => <PublicCard whistle={w} now={now} />}
      </ListFaces>
    </>
  )
}

export default function PublicWhistles() {
  const { communityId, compoundId, compound } = useParams<{
    communityId: string
    compoundId: string
    compound: string
  }>()
  if (communityId === undefined || compoundId === undefined)
    return (
      <Screen title="小区里的哨">
        <Empty says="没有找到这个小区" act="去“公开”里选" onAct={() => go('open/index')} />
      </Screen>
    )
  return (
    <Screen title={compound === undefined ? '小区里的哨' : `${compound}的哨`}>
      <Quiet>写的是什么事、在哪里、办到哪一步。谁吹的哨、谁家的事，不会写在这里。</Quiet>
      <Whistles communityId={communityId} compoundId={compoundId} />
    </Screen>
  )
}
