import { View } from '@tarojs/components'
import { sayMinutes } from '../../../shared/service/words'
import { remarkWords } from '../../../shared/serviceRecord/words'
import { Quiet, Row, Says } from '../../kernel/ui'
import type { ServiceRecord } from './words'
import './checkin.scss'

/** A year's service in figures, what the community says of it and what the member does. */
export function RecordFigures({ record }: { record: ServiceRecord }) {
  const lines: readonly (readonly [string, string])[] = [
    ['服务时长', sayMinutes(record.minutes)],
    ['做过的任务', `${record.tasks} 个`],
    ['包的户', `${record.homes} 户`],
    ['走访', `${record.visits} 次`],
    ['单位和社区共建的项目', `${record.projects} 个`],
  ]
  return (
    <>
      {lines.map(([name, figure]) => (
        <Row key={name} left={name} right={figure} />
      ))}
      {record.remark === null ? (
        <Quiet>社区还没有写评价。</Quiet>
      ) : (
        <Says tone="pine">
          <View>{`社区的评价：${remarkWords[record.remark]}`}</View>
          {record.words ? <View>{record.words}</View> : null}
        </Says>
      )}
      {record.comment === null ? null : <Says>{`本人的话：${record.comment}`}</Says>}
    </>
  )
}
