import { useState } from 'react'
import { useAct } from '../../kernel/act'
import { Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../whistle/parts/acts/WordsField'
import type { Books } from '../parts/books'

/** Answered once, for everybody to read. */
export function AnswerSheet(props: {
  books: Books
  statementId: string
  asked: { questionId: string; words: string | null }
  onDone(says: string): void
  onClose(): void
}) {
  const { books, statementId, asked } = props
  const { run, busy, refusal } = useAct('statement.answer')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const said = words.trim()
  const answer = async () => {
    setTried(true)
    if (said === '') return
    const { questionId } = asked
    if (await run({ ...books, statementId, questionId, words: said })) props.onDone('答复了，大家都看得到')
  }
  return (
    <ActSheet
      title="答复"
      act="答复"
      onAct={() => void answer()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      {asked.words ? <Says>{asked.words}</Says> : null}
      <WordsField
        label="怎么答复"
        value={words}
        onInput={setWords}
        max={200}
        missing={tried && said === '' ? '请写答复' : undefined}
        refusal={refusal}
        hint="只能答一次，大家都看得到"
      />
    </ActSheet>
  )
}
