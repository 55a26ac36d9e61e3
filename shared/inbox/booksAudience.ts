/**
 * Whom a line about money concerns; the record itself tells them (books_audience_of in Postgres says the same, held together by a test). home: whose
 * home it is about. paid: whoever paid into a fund. asker: whoever asked for the spending. company: the compound's property company.
 */
export const booksAudienceOf = {
  'lease.added': ['home'],
  'lease.ended': ['home'],
  'charge.lowered': ['home'],
  'fund.received': ['home'],
  'wait.added': ['keepers'],
  'wait.called': ['home'],
  'wait.ended': ['home'],
  'space.groundSet': ['owners'],
  'books.termsSet': ['owners', 'approvers'],
  'split.set': ['owners', 'approvers'],
  'advance.added': ['owners', 'approvers'],
  'advance.repaid': ['approvers'],
  'fund.returned': ['paid', 'approvers'],
  'entry.reversed': ['approvers'],
  'spending.asked': ['approvers'],
  'spending.approved': ['asker', 'keepers'],
  'spending.declined': ['asker'],
  'spending.paid': ['asker'],
  'statement.published': ['owners'],
  'statement.asked': ['keepers', 'company'],
  'statement.reminded': ['keepers', 'company'],
} as const satisfies Record<
  string,
  readonly ('home' | 'paid' | 'owners' | 'approvers' | 'keepers' | 'asker' | 'company')[]
>
