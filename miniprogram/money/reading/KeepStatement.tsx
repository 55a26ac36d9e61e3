import { Text, View } from '@tarojs/components'
import { sha256Hex } from '../../../shared/kernel/hash'
import { call } from '../../kernel/api'
import { done, type Told, useDoing } from '../../kernel/doing'
import { keepDocument, keepText } from '../../kernel/keep'
import { useMe } from '../../kernel/session'
import { Card, Label, PlainButton, Quiet, Says } from '../../kernel/ui'
import type { Books } from '../parts/books'
import type { Statement } from './StatementText'

/** To put away; and how anybody can see that nothing was changed since. */
export function KeepStatement({ books, statement }: { books: Books; statement: Statement }) {
  const { can } = useMe()
  const { busy, told, run } = useDoing()
  const key = { ...books, statementId: statement.statementId }
  const check = async (): Promise<Told> => {
    const { text } = await call('statement.text', key)
    return sha256Hex(text) === statement.hash
      ? { tone: 'pine', says: '核对过了：和公布那天的一个字不差。' }
      : { tone: 'vermilion', says: '和公布那天的对不上，请告诉社区。' }
  }
  return (
    <Card>
      <Label>存一份，查一查</Label>
      {can('statement.export', books) ? (
        <PlainButton
          busy={busy === 'sheet'}
          onTap={() =>
            void run('sheet', async () => done(keepDocument(await call('statement.export', key), 'xlsx')))
          }
        >
          存成表格（Excel 能打开）
        </PlainButton>
      ) : null}
      {can('statement.journal', books) ? (
        <PlainButton
          busy={busy === 'journal'}
          onTap={() =>
            void run('journal', async () =>
              done(keepText(await call('statement.journal', { ...books, period: statement.period }))),
            )
          }
        >
          存成账本文本
        </PlainButton>
      ) : null}
      <Quiet>公布以后不再改。下面这一串是这份公示的“指纹”，改一个字，指纹就不一样。</Quiet>
      <Text className="y-hash" userSelect>
        {statement.hash}
      </Text>
      {told ? <Says tone={told.tone}>{told.says}</Says> : null}
      <View className="d-acts">
        <PlainButton busy={busy === 'check'} onTap={() => void run('check', check)}>
          核对有没有改过
        </PlainButton>
        <PlainButton
          busy={busy === 'take'}
          onTap={() => void run('take', async () => done(keepText(await call('statement.text', key))))}
        >
          存下原文
        </PlainButton>
      </View>
    </Card>
  )
}
