import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { MoneyKind } from '../../../shared/account/fields'
import type { EndpointName, Output } from '../../../shared/contract'
import { PhotoGrid } from '../../kernel/photos'
import { DayField, Says } from '../../kernel/ui'
import { readYuan, typeYuan } from '../../kernel/yuan'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'
import { DecisionField, noDecision, readDecision, SumField, WayField } from '../parts/fields'
import { today } from '../parts/sums'
import { usePaper } from './usePaper'

export interface Asks {
  /** How much: what is filled in, and what stands under it. */
  sum?: { label: string; fen?: number; hint?: string }
  way?: string
  day?: string
  decision?: boolean
  /** What the photos show; `must`: without them it is not sent. */
  photos?: { label: string; must: boolean; without?: string }
}

/** Money that moves: how much, by which way, on which day, with which paper. Only what this one asks for. */
export function PaySheet<N extends EndpointName>(props: {
  name: N
  books: Books
  /** What goes along and is not asked for. */
  with: object
  /** False for a step of something that has an id of its own. */
  mints?: boolean
  title: string
  act: string
  says?: ReactNode
  asks: Asks
  onDone(answer: Output<N>): void
  onClose(): void
}) {
  const { asks, books } = props
  const paper = usePaper(props.name, books.communityId, props.mints)
  const [typed, setTyped] = useState(asks.sum?.fen ? typeYuan(asks.sum.fen) : '')
  const [by, setBy] = useState<MoneyKind>()
  const [on, setOn] = useState(today)
  const [typedDecision, setDecision] = useState(noDecision)
  const [tried, setTried] = useState(false)
  const fen = readYuan(typed)
  const decision = readDecision(typedDecision)
  const lacksPaper = asks.photos?.must === true && !paper.has
  const isWhole =
    (!asks.sum || fen !== undefined) && (!asks.way || by) && (!asks.decision || decision) && !lacksPaper
  const send = async () => {
    setTried(true)
    if (!isWhole) return
    const answer = await paper.send({
      ...books,
      ...props.with,
      ...(asks.sum && { fen }),
      ...(asks.way && { by }),
      ...(asks.day && { on }),
      ...(asks.decision && { decision }),
    })
    if (answer !== undefined) props.onDone(answer)
  }
  return (
    <ActSheet
      title={props.title}
      act={props.act}
      onAct={() => void send()}
      busy={paper.busy}
      refusal={paper.refusal}
      onClose={props.onClose}
    >
      {props.says ? <Says>{props.says}</Says> : null}
      {asks.sum ? (
        <SumField
          label={asks.sum.label}
          value={typed}
          onInput={setTyped}
          tried={tried}
          hint={asks.sum.hint}
        />
      ) : null}
      {asks.way ? (
        <WayField
          label={asks.way}
          value={by}
          onChange={setBy}
          error={tried && by === undefined ? '请选一样' : undefined}
        />
      ) : null}
      {asks.day ? <DayField label={asks.day} value={on} onChange={setOn} /> : null}
      {asks.decision ? (
        <DecisionField books={books} value={typedDecision} onChange={setDecision} tried={tried} />
      ) : null}
      {asks.photos ? (
        <View className="k-field">
          <View className="k-label">{asks.photos.label}</View>
          <PhotoGrid of={paper.photos} add="拍凭证" />
          {tried && lacksPaper ? (
            <View className="k-wrong" ariaRole="alert">
              没有凭证不入账，请先拍下凭证
            </View>
          ) : null}
          {asks.photos.without && !paper.has ? <Says tone="sun">{asks.photos.without}</Says> : null}
        </View>
      ) : null}
    </ActSheet>
  )
}
