import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Piece } from '../../../shared/account/money'
import { Card, Heading, Quiet, Row } from '../../kernel/ui'
import { figures, sayIn, sayOut } from './sums'
import './money.scss'

export type Way = 'in' | 'out'
const words = {
  in: { title: '从哪来', none: '这段时间没有收入。' },
  out: { title: '到哪去', none: '这段时间没有支出。' },
}
const shades = 5
export const shadeOf = (way: Way, i: number): string => `y-${way}-${Math.min(i, shades - 1)}`

/** One bar of all pieces, as wide as each is large; the rows under it say the same in words. */
export const PieceBar = ({
  way,
  pieces,
}: {
  way: Way
  pieces: readonly Pick<Piece, 'accountId' | 'fen'>[]
}) => (
  <View className="y-bar">
    {pieces.map((p, i) => (
      <View key={p.accountId} className={`y-piece ${shadeOf(way, i)}`} style={{ flexGrow: String(p.fen) }} />
    ))}
  </View>
)

/** Where money came from or went to: its sum, one bar, and every piece of it, which opens. */
export function Pieces(props: {
  way: Way
  fen: number
  pieces: readonly Piece[]
  title?: string
  onOpen?(piece: Piece): void
  /** What stands under a piece: its vouchers, its questions. */
  under?(piece: Piece): ReactNode
}) {
  const { way, fen, onOpen, under } = props
  const pieces = [...props.pieces].sort((a, b) => b.fen - a.fen)
  return (
    <Card>
      <View className="y-headline">
        <Heading>{props.title ?? words[way].title}</Heading>
        <View className={`y-sum y-sum-${way}`}>{way === 'in' ? sayIn(fen) : sayOut(fen)}</View>
      </View>
      {pieces.length === 0 ? <Quiet>{words[way].none}</Quiet> : <PieceBar way={way} pieces={pieces} />}
      <View>
        {pieces.map((p, i) => (
          <View className="y-line" key={p.accountId}>
            <Row
              left={
                <View className="y-named">
                  <View className={`y-swatch ${shadeOf(way, i)}`} />
                  <View className="k-row-words">{p.name}</View>
                </View>
              }
              right={<View className="y-amount">{figures(p.fen)}</View>}
              {...(onOpen && {
                onTap: () => onOpen(p),
                label: `${p.name}，${way === 'in' ? '收' : '支'} ${figures(p.fen)} 元，看每一笔`,
              })}
            />
            {under?.(p)}
          </View>
        ))}
      </View>
    </Card>
  )
}
