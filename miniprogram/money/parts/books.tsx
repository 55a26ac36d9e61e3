import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import type { EndpointName } from '../../../shared/contract'
import { useCommunity } from '../../desk/parts/community'
import { NotYours } from '../../desk/parts/NotYours'
import { PickLine } from '../../desk/parts/PickLine'
import { CommunityPick } from '../../desk/parts/PlacePick'
import { go, useParams } from '../../kernel/go'
import { type Loaded, useLoad } from '../../kernel/load'
import { Refusal } from '../../kernel/refused'
import { type Me, useMe } from '../../kernel/session'
import { Empty, type EmptyProps, Faces, Screen } from '../../kernel/ui'
import '../../desk/parts/desk.scss'
import './money.scss'

/** The key of the books of one compound. */
export interface Books {
  communityId: string
  compoundId: string
}

/** Compounds that my roles name by themselves. */
export function ownBooks(me: Me | undefined): Books[] {
  const seen = new Map<string, Books>()
  for (const { path } of me?.roles ?? [])
    if (path.communityId && path.compoundId)
      seen.set(path.compoundId, { communityId: path.communityId, compoundId: path.compoundId })
  return [...seen.values()]
}

type Inside = (books: Books, name: string | undefined) => ReactNode
interface Props {
  /** What the page is for; it is shown to whoever may do that. */
  act: EndpointName
  title: string
  /** In the sentence for whoever may not: 你现在没有…的身份. */
  what: string
  wide?: boolean
  /** It is everybody's of the community, whichever compound they live in. */
  forAll?: boolean
  children: Inside
}

/** Whoever works for a whole community or a company with many compounds, or keeps or owns in more than one, says which. */
function PickedBooks({ act, title, what, wide, children }: Props) {
  const { can } = useMe()
  const here = useCommunity(act)
  const { communityId } = here
  const [picked, pick] = useState<string>()
  const tree = useLoad('place.tree', communityId ? { communityId } : null)
  if (communityId === undefined)
    return (
      <Screen title={title}>
        <NotYours what={what} />
      </Screen>
    )
  return (
    <Screen title={title} wide={wide}>
      <CommunityPick here={here} />
      <Faces of={tree} lines={4}>
        {({ compounds }) => {
          const mine = compounds.filter(({ compoundId }) => can(act, { communityId, compoundId }))
          const shown = mine.find((c) => c.compoundId === picked) ?? mine[0]
          if (shown === undefined) return <NotYours what={what} />
          const books = { communityId, compoundId: shown.compoundId }
          return (
            <>
              {mine.length > 1 ? (
                <PickLine
                  label="哪个小区"
                  options={mine.map((c) => ({ value: c.compoundId, label: c.name }))}
                  value={shown.compoundId}
                  without="选一个小区"
                  onChange={pick}
                />
              ) : null}
              <View className="y-page" key={shown.compoundId}>
                {children(books, shown.name)}
              </View>
            </>
          )
        }}
      </Faces>
    </Screen>
  )
}

/** A page over the books of one compound: as it was opened, else one's only own, else one that is picked. */
export function BooksScreen(props: Props) {
  const { me, can } = useMe()
  const { communityId, compoundId, compound } = useParams<{
    communityId: string
    compoundId: string
    compound: string
  }>()
  const asked = communityId && compoundId ? { communityId, compoundId } : undefined
  const own = ownBooks(me).filter(
    (b) => can(props.act, b) && (communityId === undefined || b.communityId === communityId),
  )
  // whoever keeps or owns in two compounds is asked which
  const books = asked ?? (own.length === 1 ? own[0] : undefined)
  if (books === undefined) return <PickedBooks {...props} />
  const { title, what, wide, forAll, children } = props
  return (
    <Screen title={title} wide={wide}>
      {can(props.act, forAll ? { communityId: books.communityId } : books) ? (
        <View className="y-page" key={books.compoundId}>
          {children(books, compound)}
        </View>
      ) : (
        <NotYours what={what} />
      )}
    </Screen>
  )
}

const isMissing = (of: Loaded<unknown>): boolean =>
  of.data === undefined && of.error instanceof Refusal && of.error.status === 404

/** No books, or not this reader's: said as such, with the way to open them for whoever may. */
export function NoBooks({ books }: { books: Books }) {
  const { can } = useMe()
  return (
    <Empty
      says="这里还没有账可以看"
      more="小区开了账，钱从哪来、到哪去就写在这里。"
      {...(can('account.open', books) && {
        act: '给这个小区开账',
        onAct: () => go('money/books', { ...books }),
      })}
    />
  )
}

/** An answer out of the books in all its faces; where there are no books it says so. */
export function BooksFaces<T>(props: {
  of: Loaded<T>
  books: Books
  lines?: number
  empty?: EmptyProps
  isEmpty?: (data: T) => boolean
  children: (data: T) => ReactNode
}) {
  const { books, ...faces } = props
  return isMissing(props.of) ? <NoBooks books={books} /> : <Faces {...faces} />
}
