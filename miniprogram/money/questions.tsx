import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayPeriod } from '../../shared/account/words'
import type { Output } from '../../shared/contract'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, LinkWord, Says } from '../kernel/ui'
import { type Books, BooksFaces, BooksScreen } from './parts/books'
import { AnswerSheet } from './reading/AnswerSheet'
import { Question } from './reading/Question'

type Open = Output<'statement.open'>['items'][number]

function Questions({ books }: { books: Books }) {
  const { can } = useMe()
  const open = useLoad('statement.open', books)
  const [answering, setAnswering] = useState<Open>()
  const [note, setNote] = useState<string>()
  const mayAnswer = can('statement.answer', books)
  return (
    <BooksFaces
      of={open}
      books={books}
      lines={2}
      isEmpty={({ items }) => items.length === 0 && note === undefined}
      empty={{ says: '没有等答复的', more: '业主对公示有疑问，会问在那一行下面，到期前要答复。' }}
    >
      {({ items }) => (
        <>
          {note ? <Says tone="pine">{note}</Says> : null}
          {items.map((q) => (
            <Card key={q.questionId}>
              <View className="y-headline">
                <View className="y-item-title">{`${sayPeriod(q.period)}收支`}</View>
                <LinkWord
                  label={`看${sayPeriod(q.period)}的公示`}
                  onTap={() => go('money/statement', { ...books, statementId: q.statementId })}
                >
                  看公示
                </LinkWord>
              </View>
              <Question
                question={q}
                now={new Date()}
                {...(mayAnswer && { onAnswer: () => setAnswering(q) })}
              />
            </Card>
          ))}
          {answering ? (
            <AnswerSheet
              books={books}
              statementId={answering.statementId}
              asked={answering}
              onClose={() => setAnswering(undefined)}
              onDone={(says) => {
                setAnswering(undefined)
                setNote(says)
                open.reload()
              }}
            />
          ) : null}
        </>
      )}
    </BooksFaces>
  )
}

/** Owners' questions that wait for an answer, the one that is due first at the head. */
export default function QuestionsPage() {
  return (
    <BooksScreen act="statement.open" title="业主的提问" what="看业主的提问">
      {(books) => <Questions books={books} />}
    </BooksScreen>
  )
}
