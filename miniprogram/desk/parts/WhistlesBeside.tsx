import type { ReactNode } from 'react'
import { useState } from 'react'
import { go } from '../../kernel/go'
import type { Listed } from '../../kernel/load'
import { type EmptyProps, ListFaces, Quiet, Split, useWide } from '../../kernel/ui'
import { WhistleDetail } from '../../whistle/parts/WhistleDetail'
import { Keys } from './Keys'
import { useWalk } from './useWalk'

export interface WhistleKey {
  communityId: string
  whistleId: string
}
type Word = readonly [key: string, does: string]

const walking: readonly Word[] = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
]

/** Whistles in a list, with the open one beside it where there is room, and as a page of its own where there is none. */
export function WhistlesBeside<T extends WhistleKey>(props: {
  of: Listed<T>
  empty: EmptyProps
  keyOf(item: T): string
  line(item: T, marks: { isOpen: boolean; isAt: boolean; onOpen(): void }): ReactNode
  /** Which list it is: another one begins at its own first line. */
  within: string
  /** The one that the page was opened with. */
  asked?: WhistleKey
  /** Counts what was done to the open one from outside. */
  turn?: number
  onChanged(): void
  head: ReactNode
  tail?: ReactNode
  keysRest?: boolean
  /** More keys, which act on the one that is open or stood on. */
  keys?: Record<string, (at: { open: T | undefined; stoodOn: T | undefined }) => void>
  keyWords?: readonly Word[]
}) {
  const { of, keyOf } = props
  const wide = useWide()
  const [pinned, setPinned] = useState<{ item: T; within: string }>()
  const held = pinned?.within === props.within ? pinned.item : undefined
  const first = props.asked ? of.items.find((w) => w.whistleId === props.asked?.whistleId) : of.items[0]
  // what was opened stays open though it has left the list: it was accepted, and is to be sent on
  const open = held ? (of.items.find((w) => keyOf(w) === keyOf(held)) ?? held) : first
  const shown: WhistleKey | undefined = open ?? props.asked
  const pin = (item: T | undefined) => item && setPinned({ item, within: props.within })

  const onOpen = (item: T) => {
    if (wide) pin(item)
    else go('whistle/one', { communityId: item.communityId, whistleId: item.whistleId })
  }
  const more = Object.entries(props.keys ?? {}).map(
    ([key, act]) =>
      [
        key,
        (stoodOn: T | undefined) => {
          pin(open)
          act({ open, stoodOn })
        },
      ] as const,
  )
  const at = useWalk({
    of,
    keyOf,
    onOpen,
    on: wide && props.keysRest !== true,
    also: Object.fromEntries(more),
  })
  const list = (
    <ListFaces of={of} empty={props.empty} keyOf={keyOf} lines={6}>
      {(item) =>
        props.line(item, {
          isOpen: wide && open !== undefined && keyOf(open) === keyOf(item),
          isAt: keyOf(item) === at,
          onOpen: () => onOpen(item),
        })
      }
    </ListFaces>
  )
  if (!wide)
    return (
      <>
        {props.head}
        {list}
        {props.tail}
      </>
    )
  return (
    <Split
      list={
        <>
          {props.head}
          <Keys words={[...walking, ...(props.keyWords ?? [])]} />
          {list}
          {props.tail}
        </>
      }
      detail={
        shown ? (
          <WhistleDetail
            key={`${shown.whistleId} ${props.turn ?? 0}`}
            communityId={shown.communityId}
            whistleId={shown.whistleId}
            compact
            onChanged={() => {
              pin(open)
              props.onChanged()
            }}
          />
        ) : (
          <Quiet>左边选一件，在这里看和办理。</Quiet>
        )
      }
    />
  )
}
