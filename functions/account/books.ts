import { monthOf, nextMonth } from '../../shared/charge/rules'
import { dayOf } from '../../shared/kernel/time'
import { query } from '../kernel/database'

/** The books of a compound, as they stand. */
export interface BooksRow {
  from_day: string
  closed_through: string | null
  spend_limit_fen: number
  answer_days: number
  ground_resolution_id: string | null
  ground_on: string | null
  ground_named: string | null
  /** The caller keeps, watches or approves: more than an owner reads. */
  desk: boolean
}
const words = `select from_day::text, closed_through, spend_limit_fen::float8, answer_days, ground_resolution_id, ground_on::text, ground_named,
     compound_id = any ((select my_desk_books())::uuid[]) as desk
   from books where community_id = $1 and compound_id = $2`
export const booksOf = query<BooksRow>('books.get', words)
/** Held until the end: whoever moves money of a compound does so after another, so that none meet halfway. */
export const lockBooks = query<BooksRow>('books.lock', `${words} for update`)

/** May something that happened on a day be entered today? */
export function dayRefusal(books: BooksRow, on: string, now: Date): 'before_books' | 'in_future' | undefined {
  if (on < books.from_day) return 'before_books'
  return on > dayOf(now) ? 'in_future' : undefined
}

/** The first month that takes entries. */
export const firstOpen = (books: BooksRow): string =>
  books.closed_through === null ? monthOf(books.from_day) : nextMonth(books.closed_through)
/** What was there before is told of while nothing is published. */
export const isOpening = (books: BooksRow): boolean => books.closed_through === null
export const isClosed = (books: BooksRow, month: string): boolean => month < firstOpen(books)
