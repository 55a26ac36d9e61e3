import { View } from '@tarojs/components'
import { useState } from 'react'
import { nextActWords } from '../../shared/checkin/words'
import { sayDay } from '../../shared/kernel/time'
import { useAct } from '../kernel/act'
import { go } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { Card, Faces, Heading, MainButton, PlainButton, Quiet, Row, Says, Screen } from '../kernel/ui'
import { ActSheet } from '../whistle/parts/acts/ActSheet'
import { Consent } from './parts/Consent'
import { Registered } from './parts/Registered'
import { Standing } from './parts/Standing'
import { type Mine, sayCheckin } from './parts/words'
import '../desk/parts/desk.scss'
import './parts/checkin.scss'

/** Taken back as easily as given. */
function Withdraw({ onClose, onDone }: { onClose(): void; onDone(): void }) {
  const { run, busy, refusal } = useAct('checkin.withdrawConsent')
  const withdraw = async () => {
    if (await run({})) onDone()
  }
  return (
    <ActSheet
      title="撤回同意"
      act="撤回，结束报到"
      onAct={() => void withdraw()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <View>
        撤回以后，报到就结束了，你填的特长、时间和住哪一户都会删除。已经确认的服务时长留着，只当总数用。
      </View>
      <Quiet>以后想报到，可以再向单位要一张报到单。</Quiet>
    </ActSheet>
  )
}

/** What becomes of it: the one next act at the foot, the rest quieter. */
function Acts({ mine, onDone }: { mine: Mine; onDone(says: string): void }) {
  const takeBack = useAct('checkin.takeBack')
  const [asks, ask] = useState<'takeBack' | 'withdraw'>()
  const { current, next, moving } = mine
  const pending = moving ?? current
  const key = pending && { communityId: pending.communityId, checkinId: pending.checkinId }
  // a transfer whose old check-in has ended: there is nothing to go back to
  const alone = moving === null && current !== null && current.acceptedAt === null && current.from !== null
  const moves = moving !== null || alone
  const mayTakeBack = pending?.acts.includes('takeBack') === true
  return (
    <View className="d-detail">
      {current?.acts.includes('transfer') && moving === null ? (
        <PlainButton
          onTap={() => go('checkin/present', { fromId: current.checkinId, communityId: current.communityId })}
        >
          搬家了，转到别的社区
        </PlainButton>
      ) : null}
      {moving?.acts.includes('again') ? (
        <PlainButton
          tone="vermilion"
          onTap={() => go('checkin/present', { again: moving.checkinId, communityId: moving.communityId })}
        >
          补正转过去的报到
        </PlainButton>
      ) : null}
      {mayTakeBack && next !== 'consent' ? (
        <PlainButton onTap={() => ask('takeBack')}>
          {moves ? '不转了，收回来' : '先不报了，收回报到单'}
        </PlainButton>
      ) : null}
      <PlainButton onTap={() => ask('withdraw')}>撤回同意，结束报到</PlainButton>
      {asks === 'takeBack' && key ? (
        <ActSheet
          title={moves ? '不转了' : '收回报到单'}
          act={moving ? '不转了，还在原来的社区' : '收回来'}
          busy={takeBack.busy}
          refusal={takeBack.refusal}
          onClose={() => ask(undefined)}
          onAct={() =>
            void takeBack.run(key).then((done) => {
              if (!done) return
              ask(undefined)
              onDone(moving ? '收回来了，还在原来的社区' : alone ? '收回来了' : '收回来了，报到单还能再用')
            })
          }
        >
          <View>
            {moving
              ? '原来的报到一直有效，不受影响。'
              : alone
                ? '原来的报到已经结束了。收回以后，想再报到要重新办。'
                : '收回以后，报到单还在你手里，可以再交给社区。'}
          </View>
        </ActSheet>
      ) : null}
      {asks === 'withdraw' ? (
        <Withdraw
          onClose={() => ask(undefined)}
          onDone={() => {
            ask(undefined)
            onDone('已经撤回，填过的内容删除了')
          }}
        />
      ) : null}
    </View>
  )
}

const Before = ({ mine, now }: { mine: Mine; now: Date }) =>
  mine.before.length === 0 ? null : (
    <Card>
      <Heading>以前的报到</Heading>
      {mine.before.map((b) => (
        <Row
          key={b.checkinId}
          left={b.community}
          quiet={`${sayDay((b.acceptedAt ?? b.presentedAt ?? now.toISOString()).slice(0, 10))}起，${sayCheckin(b)}`}
        />
      ))}
    </Card>
  )

/** A member's own check-in: where they are, and one next act. */
export default function MyCheckin() {
  const mine = useLoad('checkin.mine', {})
  const [note, setNote] = useState<string>()
  const now = new Date()
  const data = mine.data
  const done = (says: string) => {
    setNote(says)
    mine.reload()
  }
  const nextPage = () => {
    if (!data) return
    const { current } = data
    if (data.next === 'serve') return go('checkin/tasks')
    if (data.next === 'again' && current)
      return go('checkin/present', { again: current.checkinId, communityId: current.communityId })
    return go('checkin/present')
  }
  // a question that stands open comes before any act
  const asks = data && data.current === null ? data.registered[0] : undefined
  const act = data && !asks && (data.next === 'present' || data.next === 'again' || data.next === 'serve')
  return (
    <Screen
      title="党员报到"
      foot={act ? <MainButton onTap={nextPage}>{nextActWords[data.next]}</MainButton> : undefined}
    >
      {note ? <Says tone="pine">{note}</Says> : null}
      <Faces of={mine} lines={3}>
        {(answer) =>
          asks ? (
            <Registered
              key={asks.checkinId}
              of={asks}
              consented={answer.consent.givenAt !== null}
              onDone={done}
            />
          ) : answer.next === 'consent' ? (
            <Consent onDone={() => done('好了，下一步填报到单')} />
          ) : (
            <>
              <Standing mine={answer} now={now} />
              <Before mine={answer} now={now} />
              <Acts mine={answer} onDone={done} />
            </>
          )
        }
      </Faces>
    </Screen>
  )
}
