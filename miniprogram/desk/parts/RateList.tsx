import { View } from '@tarojs/components'
import { useState } from 'react'
import { type Grouping, rates, rateWords } from '../../../shared/rates/definitions'
import { sayMonths } from '../../../shared/rates/words'
import { stateWords } from '../../../shared/whistle/words'
import { go } from '../../kernel/go'
import { useList } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Chip, Heading, ListFaces, Quiet, Row } from '../../kernel/ui'
import { beside } from '../../whistle/parts/words'
import { type NumberOf, type Over, type Period, sayMet, sidesOf } from './ratesOf'
import { Segments } from './Segments'
import { sayCount } from './says'
import './rates.scss'

/** The whistles behind one number, those that met it and those that did not. */
export function RateList(props: { over: Over; period: Period; by: Grouping; number: NumberOf }) {
  const { over, period, by, number } = props
  const { can } = useMe()
  const [rate, setRate] = useState(number.rate)
  const [side, setSide] = useState(number.side)
  const asked = { ...period, by, rate, side, ...(number.group && { group: number.group }) }
  const inCommunity = useList('rates.list', over.subdistrictId === undefined ? { ...over, ...asked } : null)
  const inSubdistrict = useList(
    'rates.subdistrictList',
    over.subdistrictId === undefined ? null : { subdistrictId: over.subdistrictId, ...asked },
  )
  const list = over.subdistrictId === undefined ? inCommunity : inSubdistrict
  const total = list.first?.total
  return (
    <View className="d-detail">
      <View>
        <Heading>{number.name}</Heading>
        <Quiet>{sayMonths(period.fromMonth, period.toMonth)}</Quiet>
      </View>
      <Segments
        label="看哪一项"
        options={rates.map((value) => ({ value, label: rateWords[value] }))}
        value={rate}
        onChange={(next) => {
          setRate(next)
          setSide('all')
        }}
      />
      <Segments label="看哪些" options={sidesOf(rate)} value={side} onChange={(next) => setSide(next)} />
      {total !== undefined && total > 0 && <Quiet>{`共 ${sayCount(total)} 件`}</Quiet>}
      <ListFaces of={list} empty={{ says: '没有这样的哨' }} keyOf={(w) => `${w.whistleId} ${w.at}`} lines={6}>
        {(w) => {
          const { communityId, whistleId } = w
          const quiet = (
            <>
              <View>{beside(w.place, stateWords[w.state], w.party)}</View>
              <View>{w.says}</View>
            </>
          )
          const met = sayMet(rate, w.met)
          const chip = <Chip tone={w.met ? 'pine' : 'vermilion'}>{met}</Chip>
          // whoever sees the compound's numbers alone does not see whose whistles they are
          return can('whistle.board', { communityId }) ? (
            <Row
              left={w.title}
              quiet={quiet}
              chip={chip}
              label={[w.title, w.place, w.says, met, '打开'].join('，')}
              onTap={() => go('whistle/one', { communityId, whistleId })}
            />
          ) : (
            <Row left={w.title} quiet={quiet} chip={chip} />
          )
        }}
      </ListFaces>
    </View>
  )
}
