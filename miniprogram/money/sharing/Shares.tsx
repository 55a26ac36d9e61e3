import { View } from '@tarojs/components'
import { methodWords, tableIsOurs } from '../../../shared/apportion/words'
import type { Output } from '../../../shared/contract'
import { sayArea } from '../../../shared/kernel/area'
import { sayYuan } from '../../../shared/kernel/money'
import { Card, type Column, Label, Quiet, Row, Says, Table, useWide } from '../../kernel/ui'
import { figures } from '../parts/sums'

export type Result = Output<'apportion.preview'>
type Share = Result['shares'][number]

export const sayCoefficient = (permille: number): string =>
  (permille / 1000).toFixed(permille % 10 === 0 ? 2 : 3)

const basisOf = (share: Share, method: Result['method']): string => {
  if (method === 'area') return `${sayArea(share.areaCentiares)} 平方米`
  if (method === 'equal') return '每户一样'
  return `${share.floor ?? '?'} 楼，系数 ${sayCoefficient(share.permille ?? 0)}`
}

const columnsOf = (method: Result['method']): readonly Column<Share>[] => [
  { key: 'label', title: '哪一户', render: (s) => s.label, sort: (s) => s.label },
  { key: 'basis', title: '怎么算的', render: (s) => basisOf(s, method) },
  { key: 'fen', title: '摊多少（元）', render: (s) => figures(s.fen), sort: (s) => s.fen },
]

/** Home by home, with what it is worked out from; together exactly the cost. */
export function Shares({ result }: { result: Result }) {
  const wide = useWide()
  const { shares, method, totalFen, table } = result
  const sum = shares.reduce((total, s) => total + s.fen, 0)
  return (
    <>
      <Card>
        <Quiet>{`${methodWords[method]}，${shares.length} 户`}</Quiet>
        <View className="y-big">{sayYuan(totalFen)}</View>
        <View>{`各家加起来 ${sayYuan(sum)}，${sum === totalFen ? '和总数一分不差' : '和总数对不上，请告诉社区'}`}</View>
      </Card>
      {method === 'floor' && table.length > 0 ? (
        <Card>
          <Label>楼层系数</Label>
          <Quiet>{`${tableIsOurs}。`}</Quiet>
          <View className="y-beside">
            {table.map((t) => (
              <View key={t.floor}>{`${t.floor} 楼 ${sayCoefficient(t.permille)}`}</View>
            ))}
          </View>
        </Card>
      ) : null}
      {wide ? (
        <Table
          columns={columnsOf(method)}
          rows={shares}
          rowKey={(s) => s.homeId}
          find={(s) => s.label}
          label="每家摊多少"
        />
      ) : (
        <Card>
          <Label>每家摊多少</Label>
          {shares.map((s) => (
            <Row
              key={s.homeId}
              left={s.label}
              quiet={basisOf(s, method)}
              right={<View className="y-amount">{figures(s.fen)}</View>}
            />
          ))}
        </Card>
      )}
      <Says>除不尽的零头，一分一分按谁的零头大先给谁，所以加起来正好。</Says>
    </>
  )
}
