import { View } from '@tarojs/components'
import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import { numbers } from '../../../shared/patrol/states'
import { numberDefinitions, numberWords } from '../../../shared/patrol/words'
import { sayMonths } from '../../../shared/rates/words'
import { go } from '../../kernel/go'
import { useList } from '../../kernel/load'
import { Heading, ListFaces, Quiet, Row } from '../../kernel/ui'
import { sayDate } from '../../patrol/kept/words'
import type { Period } from '../parts/ratesOf'
import { Segments } from '../parts/Segments'
import { sayCount } from '../parts/says'
import type { NumberOf, Over } from './monthOf'

/** What stands behind one number, the latest first; each leads to its round or finding. */
export function Behind(props: { over: Over; period: Period; of: NumberOf }) {
  const { over, period, of } = props
  const [number, setNumber] = useState(of.number)
  const { planId, personId, day } = of
  const { communityId } = over
  const list = useList('patrol.list', {
    ...{ ...over, ...period, number },
    ...(planId && { planId }),
    ...(personId && { personId }),
    ...(day && { day }),
  })
  const today = dayOf(new Date())
  const total = list.first?.total
  return (
    <View className="d-detail">
      <View>
        <Heading>{of.name}</Heading>
        <Quiet>{day ? sayDate(day, today) : sayMonths(period.fromMonth, period.toMonth)}</Quiet>
      </View>
      <Segments
        label="看哪一项"
        options={numbers.map((value) => ({ value, label: numberWords[value] }))}
        value={number}
        onChange={(next) => setNumber(next)}
      />
      <Quiet>{numberDefinitions[number]}</Quiet>
      {total !== undefined && total > 0 ? <Quiet>{`共 ${sayCount(total)} 条`}</Quiet> : null}
      <ListFaces
        of={list}
        lines={6}
        empty={{ says: '没有这样的' }}
        keyOf={(l) => [l.kind, l.planId, l.day, l.roundId, l.findingId, l.title].join(' ')}
      >
        {(l) => {
          const opens =
            l.findingId !== null
              ? () => go('patrol/finding', { communityId, findingId: l.findingId ?? undefined })
              : l.roundId !== null
                ? () => go('patrol/walked', { communityId, roundId: l.roundId ?? undefined })
                : undefined
          return (
            <Row
              left={l.title}
              quiet={
                <>
                  <View>{[sayDate(l.day, today), l.plan, l.walker].filter(Boolean).join(' · ')}</View>
                  <View>{l.says}</View>
                </>
              }
              {...(opens && { label: `${l.title}，${l.says}，打开`, onTap: opens })}
            />
          )
        }}
      </ListFaces>
    </View>
  )
}
