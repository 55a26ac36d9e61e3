import { z } from 'zod/mini'
import { books, booksPath, period, words } from '../account/fields'
import { picture } from '../account/picture'
import { endpoint } from '../kernel/endpoint'
import { cursor, id, instant, page } from '../kernel/fields'
import { notReady } from './states'

/** As which text it was published: in the first, all that any account moved was a source or a use. */
const form = z.union([z.literal(1), z.literal(2)])

const one = `${booksPath}/statements/{statementId}` as const
const key = { ...books, statementId: id }

const heading = {
  statementId: id,
  compoundId: id,
  compound: z.string(),
  period,
  publishedAt: instant,
  /** SHA-256 over the published text, in hexadecimal: docs/STATEMENT.md says over which bytes. */
  hash: z.string(),
  openingFen: z.int(),
  sourcesFen: z.int(),
  usesFen: z.int(),
  closingFen: z.int(),
  questions: z.int(),
}

export const question = z.object({
  questionId: id,
  /** The account of the line that it is about; null: of the whole. */
  accountId: z.nullable(id),
  words: z.nullable(z.string()),
  at: instant,
  mine: z.boolean(),
  /** Until when it is to be answered. */
  dueAt: instant,
  overdue: z.boolean(),
  answer: z.nullable(z.object({ words: z.string(), at: instant, by: z.string() })),
})

export const statement = {
  /** As it would be published now, and what stands in the way. */
  'statement.preview': endpoint({
    method: 'GET',
    path: `${booksPath}/statements/preview`,
    input: z.strictObject({ ...books, period }),
    output: z.object({
      period,
      ...picture.shape,
      /** What is to be done first; gaps and vouchers that wait stand in no way, but are told. */
      notReady: z.array(z.enum(notReady)),
      vouchersWaiting: z.int(),
      /** The next month that is to be published. */
      next: period,
    }),
  }),
  /** Frozen, hashed, and its month closed for good. */
  'statement.publish': endpoint({
    method: 'POST',
    path: `${booksPath}/statements`,
    input: z.strictObject({ ...books, id, period }),
    output: z.object({ id, hash: z.string() }),
    refusals: ['id_taken', 'statement_out', 'statement_order', 'statement_early', 'split_unsettled'],
  }),
  /** To everybody of the community: what was published, the last first. */
  'statement.list': endpoint({
    method: 'GET',
    path: '/api/c/{communityId}/statements',
    input: z.strictObject({ communityId: id, compoundId: z.optional(id), after: z.optional(cursor) }),
    output: page(z.object(heading)),
  }),
  'statement.get': endpoint({
    method: 'GET',
    path: one,
    input: z.strictObject(key),
    output: z.object({
      ...heading,
      form,
      ...picture.shape,
      items: z.array(question),
      answerDays: z.int(),
      /** Lines open to entries, entries to vouchers: for owners and those who keep the books. */
      mayOpen: z.boolean(),
      mayAsk: z.boolean(),
      mayAnswer: z.boolean(),
    }),
  }),
  /** The frozen text itself: its UTF-8 bytes, hashed, give `hash`. */
  'statement.text': endpoint({
    method: 'GET',
    path: `${one}/text`,
    input: z.strictObject(key),
    output: z.object({ fileName: z.string(), text: z.string(), hash: z.string() }),
  }),
  /** Lines, entries and their postings as a spreadsheet, in base64. */
  'statement.export': endpoint({
    method: 'GET',
    path: `${one}/xlsx`,
    input: z.strictObject(key),
    output: z.object({ fileName: z.string(), base64: z.string() }),
  }),
  /** All entries since the books were opened as a plain-text journal, which ledger and hledger read. */
  'statement.journal': endpoint({
    method: 'GET',
    path: `${booksPath}/journal`,
    input: z.strictObject({ ...books, period: z.optional(period) }),
    output: z.object({ fileName: z.string(), text: z.string() }),
    refusals: ['journal_long'],
  }),
  /** An owner asks, of a line or of the whole; everybody reads it under the line. */
  'statement.ask': endpoint({
    method: 'POST',
    path: `${one}/questions`,
    input: z.strictObject({ ...key, id, accountId: z.optional(id), words }),
    output: z.object({ id, dueAt: instant }),
    refusals: ['id_taken', 'line_unknown', 'questions_many'],
  }),
  'statement.answer': endpoint({
    method: 'POST',
    path: `${one}/questions/{questionId}/answer`,
    input: z.strictObject({ ...key, questionId: id, words }),
    output: z.object({ questionId: id }),
    refusals: ['answered_already'],
  }),
  /** Questions without an answer, the one that is due first at the head. */
  'statement.open': endpoint({
    method: 'GET',
    path: `${booksPath}/questions`,
    input: z.strictObject(books),
    output: z.object({ items: z.array(z.object({ ...question.shape, statementId: id, period })) }),
  }),
}
