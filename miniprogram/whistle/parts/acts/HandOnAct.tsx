import { useState } from 'react'
import { useAct } from '../../../kernel/act'
import { useLoad } from '../../../kernel/load'
import { useMe } from '../../../kernel/session'
import { Choice, Faces, Says } from '../../../kernel/ui'
import { myDispatch } from '../actsFor'
import type { Dispatch } from '../words'
import { type ActProps, ActSheet, keyOf } from './ActSheet'

const nobody = 'nobody'

/** At a desk: given to a colleague, or put back for whoever has time. */
export function HandOnAct(props: ActProps) {
  const { me } = useMe()
  const mine = myDispatch(me, props.whistle)
  return mine ? <HandOn {...props} mine={mine} /> : null
}

function HandOn({ whistle, mine, onClose, onDone }: ActProps & { mine: Dispatch }) {
  const { me } = useMe()
  const { run, busy, refusal } = useAct('whistle.take')
  const { dispatchId, takenBy } = mine
  const colleagues = useLoad('whistle.colleagues', { ...keyOf(whistle), dispatchId })
  const [to, setTo] = useState<string>()
  const [missing, setMissing] = useState(false)
  const hand = async () => {
    if (to === undefined) return setMissing(true)
    const answer = await run({ ...keyOf(whistle), dispatchId, personId: to === nobody ? null : to })
    if (answer) onDone(answer.takenBy === null ? '放回桌上了，同事都可以接' : `已经交给${answer.takenBy}`)
  }
  return (
    <ActSheet
      title={takenBy === null ? '交给同事' : '转交或放回'}
      act="就这样"
      onAct={() => void hand()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>{takenBy === null ? '现在还没有人接。' : `现在是${takenBy || '一位同事'}在办。`}</Says>
      <Faces of={colleagues} lines={2}>
        {({ items }) => (
          <Choice
            label="交给谁"
            options={[
              ...items.map((c) => ({
                value: c.personId,
                label: c.name || '没有登记名字的同事',
                ...(c.personId === me?.personId && { hint: '我自己' }),
              })),
              ...(takenBy === null ? [] : [{ value: nobody, label: '放回桌上', hint: '谁有空谁接' }]),
            ]}
            value={to}
            onChange={(value) => {
              setTo(value)
              setMissing(false)
            }}
            error={missing ? '请选交给谁' : undefined}
          />
        )}
      </Faces>
    </ActSheet>
  )
}
