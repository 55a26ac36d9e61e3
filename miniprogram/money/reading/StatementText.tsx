import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Piece } from '../../../shared/account/money'
import { sayPeriod } from '../../../shared/account/words'
import type { Output } from '../../../shared/contract'
import { sayYuan } from '../../../shared/kernel/money'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { Card, Faces, Heading, Label, LinkWord, Quiet, Row, Says } from '../../kernel/ui'
import { ActFoot } from '../../meeting/parts/ActFoot'
import { sayAt } from '../../whistle/parts/words'
import { AdvanceBar } from '../parts/AdvanceBar'
import type { Books } from '../parts/books'
import { OnBooks } from '../parts/OnBooks'
import { nameOf, Pieces, Turned, type Way } from '../parts/Pieces'
import { figures } from '../parts/sums'
import { AnswerSheet } from './AnswerSheet'
import { AskSheet } from './AskSheet'
import { KeepStatement } from './KeepStatement'
import { type Asked, Question } from './Question'

export type Statement = Output<'statement.get'>

/** Money where it lies: cash, bank and WeChat apart. */
const Where = ({ statement }: { statement: Statement }) => (
  <Card>
    <Label>钱放在哪里</Label>
    {statement.money.map((m) => (
      <Row
        key={m.accountId}
        left={m.name}
        quiet={`期初 ${figures(m.openingFen)}`}
        right={<View className="y-amount">{figures(m.closingFen)}</View>}
      />
    ))}
  </Card>
)

function Owed({ statement }: { statement: Statement }) {
  const { advance, arrearsFen, gaps, late } = statement
  return (
    <>
      {advance.totalFen > 0 ? (
        <Card>
          <Heading>还物业垫资</Heading>
          <AdvanceBar {...advance} />
          <Quiet>{advance.owedFen > 0 ? `还欠 ${sayYuan(advance.owedFen)}` : '还清了'}</Quiet>
        </Card>
      ) : null}
      {arrearsFen > 0 ? (
        <Card>
          <Row
            left="到期还没收上来"
            quiet="全小区合起来，没有算进收入"
            right={<View className="y-amount">{figures(arrearsFen)}</View>}
          />
        </Card>
      ) : null}
      {gaps.count > 0 ? (
        <Says tone="sun">{`有 ${gaps.count} 笔付了 ${sayYuan(gaps.fen)}，公布的时候还缺凭证，没有算在里面。`}</Says>
      ) : null}
      {late > 0 ? <Quiet>{`其中 ${late} 笔是以前月份的，来晚了记在这里。`}</Quiet> : null}
    </>
  )
}

/** In the first form a prepayment that was used stood among the uses. */
const usesOf = ({ form, uses }: Statement): Piece[] =>
  form === 1 ? uses.map((p) => (p.key === 'prepaid' ? { ...p, key: 'prepaidUsed' } : p)) : uses

type Doing = { ask: { accountId?: string; name?: string } } | { answer: Asked }

/** A published statement to read: what was there, what came, what went, what is left; every line opens, and can be asked about. */
export function StatementText({ books, statementId }: { books: Books; statementId: string }) {
  const statement = useLoad('statement.get', { ...books, statementId })
  const [doing, setDoing] = useState<Doing>()
  const [note, setNote] = useState<string>()
  const close = () => setDoing(undefined)
  const done = (says: string) => {
    close()
    setNote(says)
    statement.reload()
  }
  return (
    <Faces of={statement} lines={4}>
      {(data) => {
        const now = new Date()
        const isYear = data.period.length === 4
        const open = (p: Piece) =>
          go('money/entries', {
            ...books,
            period: data.period,
            accountId: p.accountId,
            name: p.name,
            kind: p.kind,
          })
        const questions = (accountId: string | null) =>
          data.items
            .filter((q) => q.accountId === accountId)
            .map((q) => (
              <Question
                key={q.questionId}
                question={q}
                now={now}
                {...(data.mayAnswer && q.answer === null && { onAnswer: () => setDoing({ answer: q }) })}
              />
            ))
        // an account may stand in several lists: what was asked about it, under the first of them
        const listOf = (accountId: string) =>
          [data.sources, data.uses, data.turned].find((list) => list.some((p) => p.accountId === accountId))
        const under = (way: Way, list: readonly Piece[]) => (p: Piece) => (
          <>
            {listOf(p.accountId) === list ? questions(p.accountId) : null}
            {data.mayAsk ? (
              <View className="y-ask">
                <LinkWord
                  label={`问“${nameOf(p, way)}”这一行`}
                  onTap={() => setDoing({ ask: { accountId: p.accountId, name: nameOf(p, way) } })}
                >
                  问这一行
                </LinkWord>
              </View>
            ) : null}
          </>
        )
        const shown = (way: Way, list: readonly Piece[]) => ({
          under: under(way, list),
          ...(data.mayOpen && { onOpen: open }),
        })
        const ofAll = questions(null)
        return (
          <>
            {note ? <Says tone="pine">{note}</Says> : null}
            <View className="y-stack">
              <View className="y-title" ariaRole="heading">
                {`${sayPeriod(data.period)}收支`}
              </View>
              <View>{data.compound}</View>
              <Quiet>{`${sayAt(data.publishedAt, now)} 公布，公布以后不再改`}</Quiet>
            </View>
            <OnBooks says={isYear ? '年底账上' : '月底账上'} before={isYear ? '年初' : '月初'} sums={data} />
            <Pieces way="in" fen={data.sourcesFen} pieces={data.sources} {...shown('in', data.sources)} />
            <Pieces way="out" fen={data.usesFen} pieces={usesOf(data)} {...shown('out', data.uses)} />
            <Turned pieces={data.turned} {...shown('in', data.turned)} />
            {data.form === 1 ? (
              <Quiet>这一份是早先的写法：预交的钱来的时候算一次收，转成收入的时候又算一次收、一次支。</Quiet>
            ) : null}
            <Where statement={data} />
            <Owed statement={data} />
            {ofAll.length > 0 ? (
              <Card>
                <Label>大家问的</Label>
                {ofAll}
              </Card>
            ) : null}
            {data.mayOpen ? null : <Quiet>本小区的业主，可以点开每一行看到每一笔账和凭证。</Quiet>}
            <KeepStatement books={books} statement={data} />
            {data.mayAsk ? (
              <ActFoot main={{ word: '我要问这份账', onTap: () => setDoing({ ask: {} }) }} />
            ) : null}
            {doing && 'ask' in doing ? (
              <AskSheet books={books} statement={data} about={doing.ask} onDone={done} onClose={close} />
            ) : null}
            {doing && 'answer' in doing ? (
              <AnswerSheet
                books={books}
                statementId={statementId}
                asked={doing.answer}
                onDone={done}
                onClose={close}
              />
            ) : null}
          </>
        )
      }}
    </Faces>
  )
}
