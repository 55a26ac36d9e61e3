import { sayPeriod } from '../../../shared/account/words'
import { call } from '../../kernel/api'
import { done, useDoing } from '../../kernel/doing'
import { keepDocument, keepText } from '../../kernel/keep'
import { PlainButton, Quiet, Says, Sheet } from '../../kernel/ui'
import type { Books } from './books'

/** The books to take home: a spreadsheet of what was published, and a plain text that other people's tools can check. */
export function KeepSheet(props: {
  books: Books
  period: string
  statementId: string | null
  onClose(): void
}) {
  const { books, period, statementId } = props
  const { busy, told, run } = useDoing()
  const sheet = async () =>
    done(keepDocument(await call('statement.export', { ...books, statementId: statementId ?? '' }), 'xlsx'))
  const journal = async (of?: string) =>
    done(keepText(await call('statement.journal', { ...books, ...(of && { period: of }) })))
  return (
    <Sheet open title="下载账本" onClose={props.onClose}>
      {statementId === null ? (
        <Says>{`${sayPeriod(period)}还没有公布，公布以后可以下载表格。`}</Says>
      ) : (
        <PlainButton busy={busy === 'sheet'} onTap={() => void run('sheet', sheet)}>
          {`${sayPeriod(period)}的表格（Excel 能打开）`}
        </PlainButton>
      )}
      <PlainButton busy={busy === 'month'} onTap={() => void run('month', () => journal(period))}>
        {`${sayPeriod(period)}的账本文本`}
      </PlainButton>
      <PlainButton busy={busy === 'all'} onTap={() => void run('all', () => journal())}>
        开账以来的账本文本
      </PlainButton>
      <Quiet>
        账本文本是记账软件 ledger、hledger 的格式，懂账的邻居可以拿去自己核对。里面没有姓名、门牌和车牌。
      </Quiet>
      {told ? <Says tone={told.tone}>{told.says}</Says> : null}
    </Sheet>
  )
}
