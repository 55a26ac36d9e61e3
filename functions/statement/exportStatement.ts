import { sayPeriod } from '../../shared/account/words'
import { accountsOf } from '../account/queries'
import { read } from '../kernel/verb'
import { entriesOfStatement } from './entries'
import { statementById } from './queries'
import { makeWorkbook } from './workbook'

/** Lines, entries and their postings, as a spreadsheet: for owners and whoever keeps the books. */
export const exportStatement = read('statement.export', {
  load: async ({ tx, input: { communityId, compoundId, statementId } }) => {
    const key = [communityId, compoundId]
    const [[statement], accounts, entries] = await Promise.all([
      statementById(tx, [...key, statementId]),
      accountsOf(tx, key),
      entriesOfStatement(tx, [...key, statementId]),
    ])
    return statement && accounts.length > 0 ? { statement, accounts, entries } : undefined
  },
  answer: async ({ loaded: { statement, accounts, entries } }) => ({
    fileName: `${statement.doc.compound}收支${sayPeriod(statement.period)}.xlsx`,
    base64: (await makeWorkbook(statement.doc, accounts, entries)).toString('base64'),
  }),
})
