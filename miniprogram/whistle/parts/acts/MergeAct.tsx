import { useState } from 'react'
import type { Output } from '../../../../shared/contract'
import { useAct } from '../../../kernel/act'
import { useList, useLoad } from '../../../kernel/load'
import { Choice, Faces, PlainButton, Quiet, Says, Skeleton } from '../../../kernel/ui'
import { beside, sayAt, sayJoined, type Whistle } from '../words'
import { type ActProps, ActSheet, keyOf } from './ActSheet'

type Face = Pick<
  Output<'whistle.board'>['items'][number],
  'whistleId' | 'title' | 'place' | 'submittedAt' | 'joined'
>

const optionOf = (face: Face) => ({
  value: face.whistleId,
  label: face.title,
  hint: beside(face.place, sayAt(face.submittedAt, new Date()), sayJoined(face.joined)),
})

interface Picking {
  whistle: Whistle
  value?: string
  onChange(intoId: string): void
  error?: string
}

/** Open ones of the compound that look alike. */
function Alike({ whistle, onMore, ...pick }: Picking & { onMore(): void }) {
  const { communityId, compoundId, category, whistleId } = whistle
  const words = whistle.words?.slice(0, 200).trim()
  const alike = useLoad('whistle.similar', { communityId, compoundId, category, ...(words && { words }) })
  return (
    <Faces of={alike} lines={2}>
      {({ items }) => {
        const others = items.filter((face) => face.whistleId !== whistleId)
        return (
          <>
            {others.length > 0 ? (
              <Choice label="像是同一件的" options={others.map(optionOf)} {...pick} />
            ) : (
              <Quiet>没有找到像的。</Quiet>
            )}
            <PlainButton onTap={onMore}>看这个小区在办的全部</PlainButton>
          </>
        )
      }}
    </Faces>
  )
}

/** All open ones of the compound. */
function AllOpen({ whistle, ...pick }: Picking) {
  const { communityId, compoundId, whistleId } = whistle
  const open = useList('whistle.board', { communityId, compoundId, tab: 'open' })
  if (open.state !== 'ready')
    return open.error ? (
      <PlainButton onTap={open.reload}>{`${open.error.message}，再试一次`}</PlainButton>
    ) : (
      <Skeleton lines={2} />
    )
  const others = open.items.filter((face) => face.whistleId !== whistleId)
  return (
    <>
      {others.length > 0 ? (
        <Choice label="这个小区在办的" options={others.map(optionOf)} {...pick} />
      ) : (
        <Quiet>这个小区没有别的在办的事。</Quiet>
      )}
      {open.done ? null : (
        <PlainButton onTap={open.more} busy={open.loadingMore}>
          再看一些
        </PlainButton>
      )}
    </>
  )
}

/** It is the same thing as another open one, and goes on there. */
export function MergeAct({ whistle, onClose, onDone }: ActProps) {
  const { run, busy, refusal } = useAct('whistle.merge')
  const [all, setAll] = useState(false)
  const [intoId, setIntoId] = useState<string>()
  const [missing, setMissing] = useState(false)
  const merge = async () => {
    if (intoId === undefined) return setMissing(true)
    if (await run({ ...keyOf(whistle), intoId })) onDone('已经并过去，报事人会在那一件里看到进展')
  }
  const pick: Picking = {
    whistle,
    value: intoId,
    onChange: (id) => {
      setIntoId(id)
      setMissing(false)
    },
    error: missing ? '请选要并入哪一件' : undefined,
  }
  return (
    <ActSheet
      title="并入另一件"
      act="并过去"
      onAct={() => void merge()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>和别人报的是同一件事，就并在一起办，报事人都会看到进展。</Says>
      {all ? <AllOpen {...pick} /> : <Alike {...pick} onMore={() => setAll(true)} />}
    </ActSheet>
  )
}
