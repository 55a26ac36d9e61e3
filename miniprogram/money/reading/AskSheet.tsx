import { useState } from 'react'
import { useCreate } from '../../desk/parts/useCreate'
import { Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../whistle/parts/acts/WordsField'
import type { Books } from '../parts/books'
import type { Statement } from './StatementText'

/** An owner asks, of one line or of the whole; everybody reads it under the line. */
export function AskSheet(props: {
  books: Books
  statement: Statement
  about: { accountId?: string; name?: string }
  onDone(says: string): void
  onClose(): void
}) {
  const { books, statement, about } = props
  const { create, busy, refusal } = useCreate('statement.ask')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const said = words.trim()
  const ask = async () => {
    setTried(true)
    if (said === '') return
    const made = await create({
      ...books,
      statementId: statement.statementId,
      ...(about.accountId && { accountId: about.accountId }),
      words: said,
    })
    if (made) props.onDone(`问好了，${statement.answerDays} 天内答复，答了会告诉你`)
  }
  return (
    <ActSheet
      title={about.name ? `问“${about.name}”` : '问这份账'}
      act="问"
      onAct={() => void ask()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Says>{`问题和答复都写在公示下面，大家看得到，不写是谁问的。${statement.answerDays} 天内答复。`}</Says>
      <WordsField
        label="想问什么"
        value={words}
        onInput={setWords}
        max={200}
        phrases={['这笔钱花在哪里了？', '为什么比上个月多？', '凭证能再清楚一点吗？']}
        missing={tried && said === '' ? '请写想问什么' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
