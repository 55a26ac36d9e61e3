import { type ReactNode, useRef, useState } from 'react'
import { Keys } from '../../desk/parts/Keys'
import { useWalk } from '../../desk/parts/useWalk'
import type { Listed } from '../../kernel/load'
import { Refusal } from '../../kernel/refused'
import { Card, type EmptyProps, ListFaces, Quiet, Split, useWide } from '../../kernel/ui'
import type { Marks } from './BooksLine'
import { type Books, NoBooks } from './books'

const keyWords = [
  ['j', '下一行'],
  ['k', '上一行'],
  ['回车', '打开'],
] as const

/** A list, and on a wide screen beside it the one that is open; walked by j and k. */
export function ListBeside<T>(props: {
  of: Listed<T>
  books: Books
  keyOf(item: T): string
  empty: EmptyProps
  head?: ReactNode
  tail?: ReactNode
  line(item: T, marks: Marks): ReactNode
  /** Beside the list. */
  detail(item: T): ReactNode
  /** On a phone it has a page of its own. */
  open(item: T): void
  /** Which one stands open when the page is opened. */
  asked?: string
  choose: string
  /** Of what the list is, where that changes on the page: a tab, what is searched for. */
  scope?: string
}) {
  const { of, keyOf } = props
  const wide = useWide()
  const [openId, setOpenId] = useState(props.asked)
  const before = useRef<{ scope: string | undefined; item: T }>()
  const open = (item: T) => {
    if (wide) setOpenId(keyOf(item))
    else props.open(item)
  }
  const at = useWalk({ of, keyOf, onOpen: open, on: wide })
  if (of.state === 'failed' && of.error instanceof Refusal && of.error.status === 404)
    return <NoBooks books={props.books} />
  // what was done with it may take it off the list: it stands until another is opened, and not the next one under the same thumb
  const kept = before.current?.scope === props.scope ? before.current?.item : undefined
  const listed = (id: string | undefined) => of.items.find((item) => keyOf(item) === id)
  const shown = listed(openId) ?? (kept && (listed(keyOf(kept)) ?? kept)) ?? of.items[0]
  before.current = shown && { scope: props.scope, item: shown }
  const list = (
    <>
      {props.head}
      {wide && of.items.length > 1 ? <Keys words={keyWords} /> : null}
      <ListFaces of={of} keyOf={keyOf} empty={props.empty} lines={4}>
        {(item) =>
          props.line(item, {
            isOpen: wide && shown !== undefined && keyOf(item) === keyOf(shown),
            isAt: keyOf(item) === at,
            onOpen: () => open(item),
          })
        }
      </ListFaces>
      {props.tail}
    </>
  )
  if (!wide) return list
  return (
    <Split
      list={list}
      detail={
        shown ? (
          props.detail(shown)
        ) : (
          <Card>
            <Quiet>{props.choose}</Quiet>
          </Card>
        )
      }
    />
  )
}
