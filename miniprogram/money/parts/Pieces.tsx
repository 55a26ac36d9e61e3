import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import type { Piece } from '../../../shared/account/money'
import { Card, Heading, Label, Quiet, Row } from '../../kernel/ui'
import { figures, sayBalance, sayIn, sayOut } from './sums'
import './money.scss'

export type Way = 'in' | 'out'
const words = {
  in: { title: '从哪来', none: '这段时间没有收入。' },
  out: { title: '到哪去', none: '这段时间没有支出。' },
}
/** What is no source or use of itself is called by what a neighbour sees of it. */
const plainly: Partial<Record<string, Record<Way, string>>> = {
  prepaid: { in: '预先交的', out: '退的预收款' },
  // of a statement of the first form, in which what was used stood here
  prepaidUsed: { in: '预先交的', out: '用掉以前预交的' },
  deposit: { in: '收的押金', out: '退的押金' },
  advance: { in: '物业垫的钱', out: '还物业垫资' },
  managerShare: { in: '要给物业、还没付的', out: '付给物业的分成' },
}
export const nameOf = ({ key, name }: Pick<Piece, 'key' | 'name'>, way: Way): string =>
  plainly[key]?.[way] ?? name
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
                  <View className="k-row-words">{nameOf(p, way)}</View>
                </View>
              }
              right={<View className="y-amount">{figures(p.fen)}</View>}
              {...(onOpen && {
                onTap: () => onOpen(p),
                label: `${nameOf(p, way)}，${way === 'in' ? '收' : '支'} ${figures(p.fen)} 元，看每一笔`,
              })}
            />
            {under?.(p)}
          </View>
        ))}
      </View>
    </Card>
  )
}

const turnedFrom = ({ kind, key, fen }: Piece): string => {
  if (kind === 'income') return fen > 0 ? '以前预交的，到期转成收入' : '收了又减免的，转回预收'
  return key === 'expense.manager' ? '按约定算给物业的' : '物业先垫的'
}

/** What is in the books without money that moved: in none of the sums above it. */
export function Turned(props: {
  pieces: readonly Piece[]
  onOpen?(piece: Piece): void
  under?(piece: Piece): ReactNode
}) {
  const { pieces, onOpen, under } = props
  if (pieces.length === 0) return null
  return (
    <Card>
      <Label>没有动钱的</Label>
      <Quiet>记在账上，钱没有进也没有出，没有算在上面的收和支里。</Quiet>
      {pieces.map((p) => (
        <View className="y-line" key={p.accountId}>
          <Row
            left={p.name}
            quiet={turnedFrom(p)}
            right={<View className="y-amount">{sayBalance(p.fen).replace(' 元', '')}</View>}
            {...(onOpen && {
              onTap: () => onOpen(p),
              label: `${p.name}，${turnedFrom(p)}，${sayBalance(p.fen)}，看每一笔`,
            })}
          />
          {under?.(p)}
        </View>
      ))}
    </Card>
  )
}
