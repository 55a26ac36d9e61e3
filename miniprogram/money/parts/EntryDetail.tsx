import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Side } from '../../../shared/account/chart'
import { sayPeriod, sideWords } from '../../../shared/account/words'
import { monthOf } from '../../../shared/charge/rules'
import type { Output } from '../../../shared/contract'
import { needsVoucher } from '../../../shared/entry/kinds'
import { entryKindWords } from '../../../shared/entry/words'
import { sayYuan } from '../../../shared/kernel/money'
import { useCreate } from '../../desk/parts/useCreate'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Card, Chip, Faces, Label, PlainButton, Quiet, Row, Says } from '../../kernel/ui'
import { ActFoot } from '../../meeting/parts/ActFoot'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../whistle/parts/acts/WordsField'
import { sayAt, sayDayShort } from '../../whistle/parts/words'
import type { Books } from './books'
import { standOf } from './EntryLine'
import { figures } from './sums'
import { Vouchers } from './Vouchers'

type Entry = Output<'entry.get'>

/** A mistake stays; another entry takes it back, with a reason that every owner reads. */
function ReverseSheet(props: { books: Books; entry: Entry; onDone(says: string): void; onClose(): void }) {
  const { books, entry } = props
  const { create, busy, refusal } = useCreate('entry.reverse')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const reverse = async () => {
    setTried(true)
    if (reason.trim() === '') return
    if (await create({ ...books, entryId: entry.entryId, reason: reason.trim() }))
      props.onDone(`第 ${entry.number} 号冲正了，原来那一笔还在，旁边写着为什么`)
  }
  return (
    <ActSheet
      title="冲正这一笔"
      act={`冲正 ${sayYuan(entry.totalFen)}`}
      onAct={() => void reverse()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Says tone="sun">
        记上的账不改也不删。冲正是反着再记一笔，两笔都留着，业主都看得到。冲正了不能再冲正。
      </Says>
      <WordsField
        label="为什么冲正"
        value={reason}
        onInput={setReason}
        max={200}
        phrases={['金额记错了。', '记到别家了。', '同一笔记了两次。']}
        missing={tried && reason.trim() === '' ? '请写一句为什么' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}

/** Which way the money went, as a neighbour says it. */
function sayMoney({ lines, moneyFen }: Entry): string {
  const named = (side: Side) => lines.filter((l) => l.kind === 'money' && l.side === side).map((l) => l.name)
  const [into, from] = [named('debit').join('、'), named('credit').join('、')]
  if (moneyFen === null) return '没有动钱，只是记在账上。'
  if (into && from) return `从${from}转到${into}。`
  return moneyFen > 0 ? `${sayYuan(moneyFen)}进了${into}。` : `${sayYuan(-moneyFen)}从${from}付出。`
}

/** Both sides, for whoever wants to know; whoever keeps the books has them open, with their codes. */
function Lines({ entry, keeps }: { entry: Entry; keeps: boolean }) {
  const [open, setOpen] = useState(keeps)
  if (!open) return <PlainButton onTap={() => setOpen(true)}>怎么记的</PlainButton>
  return (
    <Card>
      <Label>怎么记的</Label>
      {entry.lines.map((l) => (
        <Row
          key={`${l.accountId} ${l.side}`}
          left={`${sideWords[l.side]} ${l.name}`}
          quiet={keeps ? l.code : undefined}
          right={<View className="y-amount">{figures(l.fen)}</View>}
        />
      ))}
      <Quiet>借方和贷方一样多，少一分都记不上。</Quiet>
    </Card>
  )
}

function Told({ entry, now }: { entry: Entry; now: Date }) {
  const isLate = monthOf(entry.occurredOn) !== entry.month
  return (
    <View className="y-stack">
      <Quiet>{`${sayDayShort(entry.occurredOn, now)}的事，${sayAt(entry.recordedAt, now)} ${entry.by}记的`}</Quiet>
      {isLate ? <Quiet>{`那个月已经公布封账，算在 ${sayPeriod(entry.month)}。`}</Quiet> : null}
      {entry.about === null ? null : <View>{entry.about}</View>}
      {entry.memo === null || entry.says.includes(entry.memo) ? null : (
        <Text className="y-words" userSelect>
          {entry.memo}
        </Text>
      )}
    </View>
  )
}

/** One entry: what happened, how it is booked, the paper behind it; and what took it back. */
export function EntryDetail({
  books,
  entryId,
  onChanged,
}: {
  books: Books
  entryId: string
  onChanged?(): void
}) {
  const { can } = useMe()
  const entry = useLoad('entry.get', { ...books, entryId })
  const [reversing, setReversing] = useState(false)
  const [note, setNote] = useState<string>()
  const show = (id: string) => go('money/entry', { ...books, entryId: id })
  return (
    <Faces of={entry} lines={3}>
      {(data) => {
        const now = new Date()
        const stand = standOf(data)
        const { reverses, reversedBy } = data
        const cover = {
          word: '遮挡凭证',
          urgent: true,
          onTap: () => go('money/cover', { ...books, entryId }),
        }
        const reverse = { word: '冲正这一笔', onTap: () => setReversing(true) }
        return (
          <View className="y-page">
            {note ? <Says tone="pine">{note}</Says> : null}
            <View className="y-stack">
              <Quiet>{`第 ${data.number} 号 · ${entryKindWords[data.kind]}`}</Quiet>
              <View className="y-title" ariaRole="heading">
                {data.says}
              </View>
              <View className="y-big">{sayYuan(data.totalFen)}</View>
              <View>{sayMoney(data)}</View>
              {stand ? (
                <View>
                  <Chip tone={stand.tone}>{stand.says}</Chip>
                </View>
              ) : null}
            </View>
            <Told entry={data} now={now} />
            {reverses === null ? null : (
              <Card onTap={() => show(reverses)} label={`冲正的是第 ${data.reversesNumber} 号，打开`}>
                <Row left={`冲正的是第 ${data.reversesNumber} 号`} opens />
              </Card>
            )}
            {reversedBy === null ? null : (
              <Card onTap={() => show(reversedBy)} label={`已被第 ${data.reversedByNumber} 号冲正，打开`}>
                <Row left={`已被第 ${data.reversedByNumber} 号冲正`} quiet="两笔都留着" opens />
              </Card>
            )}
            {data.vouchers.length > 0 ? (
              <Card>
                <Label>凭证</Label>
                <Vouchers
                  vouchers={data.vouchers}
                  {...(data.mayMask && {
                    onAgain: (photoId) => go('money/cover', { ...books, entryId, photoId }),
                  })}
                />
              </Card>
            ) : needsVoucher.includes(data.kind) ? null : (
              <Quiet>这一类不用凭证。</Quiet>
            )}
            <Lines entry={data} keeps={can('entry.post', books)} />
            <ActFoot
              {...(data.mayMask && data.voucher === 'waiting' && { main: cover })}
              others={data.mayReverse ? [reverse] : []}
            />
            {reversing ? (
              <ReverseSheet
                books={books}
                entry={data}
                onClose={() => setReversing(false)}
                onDone={(says) => {
                  setReversing(false)
                  setNote(says)
                  entry.reload()
                  onChanged?.()
                }}
              />
            ) : null}
          </View>
        )
      }}
    </Faces>
  )
}
