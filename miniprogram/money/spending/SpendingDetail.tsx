import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayYuan } from '../../../shared/kernel/money'
import { bodyOf, type SpendingAction } from '../../../shared/spending/states'
import { spendingActionWords } from '../../../shared/spending/words'
import { useAct } from '../../kernel/act'
import { go } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Card, Chip, Faces, Label, Quiet, Refused, Row, Says } from '../../kernel/ui'
import { ActFoot, type FootAct } from '../../meeting/parts/ActFoot'
import { PaySheet } from '../acts/PaySheet'
import type { Books } from '../parts/books'
import { Vouchers } from '../parts/Vouchers'
import { ReasonSheet } from './ReasonSheet'
import { Steps, standOfSpending, whyNot } from './standing'
import '../../whistle/parts/whistle.scss'

const onward: readonly SpendingAction[] = ['approve', 'pay', 'addVoucher']

/** One spending: for what, how much, who asked, who approved, and its voucher. */
export function SpendingDetail(props: { books: Books; spendingId: string; onChanged?(): void }) {
  const { books, spendingId } = props
  const { me } = useMe()
  const spending = useLoad('spending.get', { ...books, spendingId })
  const approve = useAct('spending.approve')
  const [doing, setDoing] = useState<SpendingAction>()
  const [note, setNote] = useState<string>()
  const done = (says: string) => {
    setDoing(undefined)
    setNote(says)
    spending.reload()
    props.onChanged?.()
  }
  const close = () => {
    setDoing(undefined)
    spending.reload()
  }
  const sitsIn = (me?.roles ?? []).some((r) => r.role in bodyOf && r.path.compoundId === books.compoundId)
  const say = async () => {
    const answer = await approve.run({ ...books, spendingId })
    if (answer) done(answer.state === 'approved' ? '批准了，可以付款了' : '你批准了，还要另一方的一个人批')
    else spending.reload()
  }
  return (
    <Faces of={spending} lines={3}>
      {(data) => {
        const now = new Date()
        const stand = standOfSpending(data)
        const { entryId, resolution, fund } = data
        // whoever has approved it sees no button that asks them to stop it
        const said = data.approvals.some((a) => a.mine)
        const foot = (act: SpendingAction): FootAct => ({
          word: act === 'decline' && said ? '改主意，不批准' : spendingActionWords[act],
          onTap: () => {
            setNote(undefined)
            if (act === 'approve') void say()
            else setDoing(act)
          },
          ...(act === 'approve' && { busy: approve.busy }),
        })
        // what moves it on is the one act; to stop it stands beside
        const main = data.acts.find((act) => onward.includes(act))
        const others = data.acts.filter((act) => act !== main && !(said && act === 'decline'))
        const seldom = data.acts.filter((act) => said && act === 'decline')
        const why = whyNot(data, sitsIn)
        return (
          <View className="y-page">
            {note ? <Says tone="pine">{note}</Says> : null}
            <Refused by={approve.refusal} />
            <View className="y-stack">
              <View className="y-title" ariaRole="heading">
                {data.words}
              </View>
              <View className="y-big">{sayYuan(data.fen)}</View>
              <View>
                <Chip tone={stand.tone}>{stand.says}</Chip>
              </View>
              <Quiet>{fund ? `从认款里付：${fund.words}` : `用在：${data.account}`}</Quiet>
            </View>
            {resolution ? (
              <Card
                onTap={() =>
                  go('meeting/resolution', {
                    communityId: books.communityId,
                    resolutionId: resolution.resolutionId,
                  })
                }
                label={`依据的决议：${resolution.words}，打开`}
              >
                <Row left="依据的决议" quiet={resolution.words} opens />
              </Card>
            ) : null}
            {data.recent.count > 0 ? (
              <Says tone={data.overTogether ? 'sun' : undefined}>
                {`前后 30 天里，${fund ? '这笔认款' : data.account}还有 ${data.recent.count} 笔申请，一共 ${sayYuan(data.recent.fen)}。${
                  data.overTogether ? '加上这一笔就超过限额了，请看清楚是不是一件事分开申请。' : ''
                }`}
              </Says>
            ) : null}
            <Label>到哪一步了</Label>
            <Steps spending={data} now={now} />
            {why ? <Says>{why}</Says> : null}
            {data.vouchers.length > 0 ? (
              <Card>
                <Label>凭证</Label>
                <Vouchers vouchers={data.vouchers} />
              </Card>
            ) : null}
            {entryId ? (
              <Card onTap={() => go('money/entry', { ...books, entryId })} label="看这笔账怎么记的，打开">
                <Row left="看这笔账怎么记的" opens />
              </Card>
            ) : null}
            <ActFoot
              {...(main && { main: foot(main) })}
              others={others.map(foot)}
              seldom={seldom.map(foot)}
            />
            {doing === 'decline' || doing === 'withdraw' ? (
              <ReasonSheet act={doing} books={books} spending={data} onDone={done} onClose={close} />
            ) : null}
            {doing === 'pay' ? (
              <PaySheet
                name="spending.pay"
                mints={false}
                books={books}
                with={{ spendingId }}
                title="付款"
                act={`付 ${sayYuan(data.fen)}`}
                says={data.words}
                asks={{
                  way: '怎么付的',
                  day: '哪一天付的',
                  photos: {
                    label: '凭证（发票、收据）',
                    must: false,
                    without: '没有凭证也能先记下付了，但是不入账，大家会看到这里缺一张凭证。',
                  },
                }}
                onDone={({ state }) =>
                  done(state === 'paid' ? '付了，凭证有了，入账了' : '记下付了，等补凭证才入账')
                }
                onClose={close}
              />
            ) : null}
            {doing === 'addVoucher' ? (
              <PaySheet
                name="spending.addVoucher"
                mints={false}
                books={books}
                with={{ spendingId }}
                title="补凭证"
                act="补上，入账"
                asks={{ photos: { label: '凭证（发票、收据）', must: true } }}
                onDone={() => done('凭证补上了，入账了')}
                onClose={close}
              />
            ) : null}
          </View>
        )
      }}
    </Faces>
  )
}
