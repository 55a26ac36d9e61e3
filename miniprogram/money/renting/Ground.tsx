import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { useAct } from '../../kernel/act'
import { go } from '../../kernel/go'
import { Card, Label, PlainButton, Quiet, Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { sayDayShort } from '../../whistle/parts/words'
import type { Books } from '../parts/books'
import { DecisionField, noDecision, readDecision } from '../parts/fields'

type Decided = NonNullable<Output<'space.list'>['ground']>

/** 依据：2019年业主大会，2019年6月1日; a resolution kept here opens. */
export const Decided = ({ of, books, says = '依据' }: { of: Decided; books: Books; says?: string }) => {
  const { resolutionId } = of
  const words = `${says}：${of.named}，${sayDayShort(of.on, new Date())}定的`
  return resolutionId === null ? (
    <Quiet>{words}</Quiet>
  ) : (
    <PlainButton
      label={`${words}，打开`}
      onTap={() => go('meeting/resolution', { communityId: books.communityId, resolutionId })}
    >
      {words}
    </PlainButton>
  )
}

/** Parking on common land is the owners' to decide; what it rests on stands over the spaces. */
export const GroundSays = (props: {
  books: Books
  ground: Decided | null
  maySet: boolean
  onSet(): void
}) => (
  <Card>
    {props.ground === null ? (
      <>
        <Label>还没有写明依据</Label>
        <Quiet>占用共有的路和场地停车，要业主共同决定。写明是哪次会定的，才能登记车位和出租。</Quiet>
      </>
    ) : (
      <>
        <Label>停车是大家定的</Label>
        <Decided of={props.ground} books={props.books} />
      </>
    )}
    {props.maySet ? (
      <PlainButton onTap={props.onSet}>{props.ground === null ? '写明依据' : '改依据'}</PlainButton>
    ) : null}
  </Card>
)

export function GroundSheet(props: { books: Books; onDone(says: string): void; onClose(): void }) {
  const { run, busy, refusal } = useAct('space.setGround')
  const [typed, setTyped] = useState(noDecision)
  const [tried, setTried] = useState(false)
  const decision = readDecision(typed)
  const save = async () => {
    setTried(true)
    if (decision && (await run({ ...props.books, decision }))) props.onDone('依据写上了，业主都看得到')
  }
  return (
    <ActSheet
      title="停车依据哪次决定"
      act="写上"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Says>占用业主共有的道路或者其他场地停车，要经业主共同决定（民法典第二百七十八条）。</Says>
      <DecisionField books={props.books} value={typed} onChange={setTyped} tried={tried} />
    </ActSheet>
  )
}
