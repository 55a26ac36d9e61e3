import { View } from '@tarojs/components'
import { useState } from 'react'
import { type MoneyKind, moneyKinds } from '../../../shared/account/fields'
import { moneyWords } from '../../../shared/account/words'
import { sayYuan } from '../../../shared/kernel/money'
import { readPlate, sayPlate } from '../../../shared/lease/plate'
import { Tags } from '../../desk/parts/Tags'
import { useLoad } from '../../kernel/load'
import { useMake } from '../../kernel/make'
import { Card, Empty, Heading, MainButton, Quiet, Refused, TextField } from '../../kernel/ui'
import { type Books, BooksFaces } from '../parts/books'
import { today } from '../parts/sums'
import { PlateField } from '../renting/PlateSheet'
import './ways.scss'

const daysAtMost = 90
const readDays = (text: string): number | undefined => {
  const n = /^\d{1,2}$/.test(text.trim()) ? Number(text.trim()) : 0
  return n >= 1 && n <= daysAtMost ? n : undefined
}

function Form({ books, dayFen, onAgain }: { books: Books; dayFen: number; onAgain(): void }) {
  const { make, busy, refusal, outcome, answer } = useMake('receipt.visitor')
  const [plate, setPlate] = useState('')
  const [typed, setTyped] = useState('1')
  const [by, setBy] = useState<MoneyKind>()
  const [tried, setTried] = useState(false)
  const days = readDays(typed)
  const fen = (days ?? 0) * dayFen
  const take = (way: MoneyKind) => {
    setTried(true)
    if (readPlate(plate) === undefined || days === undefined) return
    setBy(way)
    void make({ ...books, plate, days, by: way, on: today() }, `临时停车 ${plate} ${sayYuan(fen)}`)
  }
  if (outcome)
    return (
      <>
        <Card>
          <Heading>{outcome === 'made' ? '收好了' : '先存在手机里'}</Heading>
          <View className="y-big">{sayYuan(answer?.fen ?? fen)}</View>
          <View>{`${sayPlate(readPlate(plate) ?? plate)}，停 ${days} 天${by ? `，${moneyWords[by]}` : ''}`}</View>
          {answer ? (
            <Quiet>{`第 ${answer.number} 号账`}</Quiet>
          ) : (
            <Quiet>没有信号，有信号时自动记上，不会记两次。</Quiet>
          )}
        </Card>
        <MainButton onTap={onAgain}>再收一笔</MainButton>
      </>
    )
  return (
    <>
      <PlateField value={plate} onInput={setPlate} tried={tried} />
      <TextField
        label="停几天"
        type="number"
        value={typed}
        onInput={setTyped}
        max={2}
        hint={`每天 ${sayYuan(dayFen)}`}
        error={tried && days === undefined ? '请写 1 到 90 天' : undefined}
      />
      <Tags
        label="几天"
        words={['1 天', '3 天', '7 天']}
        onPick={(word) => setTyped(word.split(' ')[0] ?? '1')}
      />
      <View className="y-big">{sayYuan(fen)}</View>
      <Refused by={refusal} />
      <View className="y-ways">
        {moneyKinds.map((way) => (
          <MainButton
            key={way}
            busy={busy && by === way}
            disabled={busy}
            label={`${moneyWords[way]}收 ${sayYuan(fen)}`}
            onTap={() => take(way)}
          >
            {moneyWords[way]}
          </MainButton>
        ))}
      </View>
    </>
  )
}

/** A visitor pays by the day, at once. */
export function Visitor({ books }: { books: Books }) {
  const spaces = useLoad('space.list', { ...books, kind: 'parking' })
  const [turn, setTurn] = useState(0)
  return (
    <BooksFaces of={spaces} books={books} lines={2}>
      {({ visitors }) =>
        visitors === null ? (
          <Empty says="还没有定临时停车的价" more="在停车位里定好每天多少元，就能收了。" />
        ) : (
          <Form key={turn} books={books} dayFen={visitors.fen} onAgain={() => setTurn(turn + 1)} />
        )
      }
    </BooksFaces>
  )
}
