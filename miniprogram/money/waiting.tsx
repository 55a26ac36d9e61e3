import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../shared/contract'
import { readPlate, sayPlate } from '../../shared/lease/plate'
import { PickLine } from '../desk/parts/PickLine'
import { useCreate } from '../desk/parts/useCreate'
import { useAct } from '../kernel/act'
import { useLoad } from '../kernel/load'
import { type Me, useMe } from '../kernel/session'
import { Card, Chip, Empty, MainButton, PlainButton, Quiet, Row, Says } from '../kernel/ui'
import { ActSheet } from '../whistle/parts/acts/ActSheet'
import { WordsField } from '../whistle/parts/acts/WordsField'
import { sayAt } from '../whistle/parts/words'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { HomePick, type PickedHome } from './parts/HomePick'
import { PlateField } from './renting/PlateSheet'

type Waiting = Output<'lease.waiting'>['items'][number]

/** My own homes in this compound. */
const homesHere = (me: Me | undefined, { compoundId }: Books): PickedHome[] =>
  (me?.roles ?? []).flatMap((r) =>
    r.path.homeId && r.path.compoundId === compoundId ? [{ homeId: r.path.homeId, label: r.scopeName }] : [],
  )

function WaitSheet(props: { books: Books; keeps: boolean; onDone(says: string): void; onClose(): void }) {
  const { me } = useMe()
  const { books, keeps } = props
  const mine = homesHere(me, books)
  const { create, busy, refusal } = useCreate('lease.wait')
  const [home, setHome] = useState<PickedHome | undefined>(keeps ? undefined : mine[0])
  const [plate, setPlate] = useState('')
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    if (home === undefined || readPlate(plate) === undefined) return
    if (await create({ ...books, homeId: home.homeId, plate })) props.onDone('排上了，轮到了会告诉你')
  }
  return (
    <ActSheet
      title="排队等车位"
      act="排队"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      {keeps ? (
        <HomePick
          books={books}
          value={home}
          onChange={setHome}
          error={tried && !home ? '请选哪一户' : undefined}
        />
      ) : mine.length > 1 ? (
        <PickLine
          label="哪一家"
          options={mine.map((h) => ({ value: h.homeId, label: h.label }))}
          value={home?.homeId}
          without="选一家"
          onChange={(homeId) => setHome(mine.find((h) => h.homeId === homeId))}
        />
      ) : null}
      <PlateField value={plate} onInput={setPlate} tried={tried} />
      <Says>先来先得，按排队的先后。一户只排一个。</Says>
    </ActSheet>
  )
}

/** Taken back by the home itself, or passed over with a reason that it reads. */
function EndSheet(props: { books: Books; one: Waiting; onDone(says: string): void; onClose(): void }) {
  const { books, one } = props
  const { run, busy, refusal } = useAct('lease.unwait')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const needsReason = !one.mine
  const end = async () => {
    setTried(true)
    if (needsReason && reason.trim() === '') return
    const answer = await run({
      ...books,
      waitId: one.waitId,
      ...(reason.trim() && { reason: reason.trim() }),
    })
    if (answer) props.onDone(one.mine ? '不排了' : '从队里去掉了，原因他看得到')
  }
  return (
    <ActSheet
      title={one.mine ? '不排了' : '从队里去掉'}
      act={one.mine ? '不排了' : '去掉'}
      onAct={() => void end()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      {one.mine ? <Says tone="sun">撤回以后再排，要从最后面排起。</Says> : null}
      {needsReason ? (
        <WordsField
          label="为什么"
          value={reason}
          onInput={setReason}
          max={200}
          phrases={['问过了，暂时不要。', '电话打了三次没人接。']}
          missing={tried && reason.trim() === '' ? '请写一句为什么，对方会看到' : undefined}
          refusal={refusal}
        />
      ) : null}
    </ActSheet>
  )
}

function Line({ one, keeps, onEnd }: { one: Waiting; keeps: boolean; onEnd(): void }) {
  const who = one.who ?? (one.mine ? '我家' : '一户邻居')
  const quiet = [one.plate && sayPlate(one.plate), `${sayAt(one.since, new Date())} 排的`]
    .filter(Boolean)
    .join('，')
  return (
    <Row
      left={`第 ${one.place} 位 ${who}`}
      quiet={quiet}
      chip={
        one.called ? (
          <Chip tone="vermilion">轮到了</Chip>
        ) : one.mine ? (
          <Chip tone="pine">我家</Chip>
        ) : undefined
      }
      {...((one.mine || keeps) && {
        label: `第 ${one.place} 位，${who}，${one.mine ? '不排了' : '从队里去掉'}`,
        onTap: onEnd,
      })}
    />
  )
}

function Queue({ books }: { books: Books }) {
  const { can, me } = useMe()
  const waiting = useLoad('lease.waiting', books)
  const [doing, setDoing] = useState<'wait' | Waiting>()
  const [note, setNote] = useState<string>()
  const keeps = can('lease.add', books)
  const isNeighbour = homesHere(me, books).length > 0
  const mayWait = can('lease.wait', books) && (keeps || isNeighbour)
  const close = () => setDoing(undefined)
  const done = (says: string) => {
    close()
    setNote(says)
    waiting.reload()
  }
  return (
    <BooksFaces of={waiting} books={books} lines={3}>
      {({ total, items }) => (
        <>
          {note ? <Says tone="pine">{note}</Says> : null}
          {total === 0 ? (
            <Empty says="现在没有人排队" more="车位满了可以先排队，空出来按先后来问。" />
          ) : (
            <Card>
              <View>{`${total} 户在排队`}</View>
              {items.map((one) => (
                <Line key={one.waitId} one={one} keeps={keeps} onEnd={() => setDoing(one)} />
              ))}
              {keeps ? null : <Quiet>别人家是谁，只有管账的人看得到。</Quiet>}
            </Card>
          )}
          {mayWait && !items.some((w) => w.mine) ? (
            <MainButton onTap={() => setDoing('wait')}>
              {keeps && !isNeighbour ? '替一户排队' : '我家也排队'}
            </MainButton>
          ) : null}
          {items.some((w) => w.mine) && !keeps ? (
            <PlainButton onTap={() => setDoing(items.find((w) => w.mine))}>我家不排了</PlainButton>
          ) : null}
          {doing === 'wait' ? (
            <WaitSheet books={books} keeps={keeps && !isNeighbour} onDone={done} onClose={close} />
          ) : null}
          {typeof doing === 'object' ? (
            <EndSheet books={books} one={doing} onDone={done} onClose={close} />
          ) : null}
        </>
      )}
    </BooksFaces>
  )
}

/** Who waits for a parking space, in order. */
export default function WaitingPage() {
  return (
    <BooksScreen act="lease.waiting" title="车位排队" what="看车位排队">
      {(books) => <Queue books={books} />}
    </BooksScreen>
  )
}
