import { go } from '../../kernel/go'
import { Card, Quiet, Row, Says } from '../../kernel/ui'
import type { waitsIn } from '../writing/book'
import { ActFoot, type FootAct } from './ActFoot'
import { Agenda } from './Agenda'
import { keeperActs, type Opens } from './acts/keeperActs'
import { Head } from './Head'
import { HereNow } from './Here'
import { Present } from './Present'
import { SignIn } from './SignIn'
import type { Meeting } from './words'

/** While people come in and speak: signing in, who is there, and for the recorder the way to the minutes. */
export function During({
  meeting,
  now,
  opens,
  unsent,
  scanned,
  onDone,
}: {
  meeting: Meeting
  now: Date
  opens: Opens
  /** Things written on this phone that wait to be sent. */
  unsent: { begins: boolean; ends: boolean; count: ReturnType<typeof waitsIn> }
  scanned?: string | undefined
  onDone(says?: string): void
}) {
  const { communityId, meetingId, keeps, state, attended, acts } = meeting
  const key = { communityId, meetingId }
  const isOn = state === 'underWay' || unsent.begins
  const keeper = keeperActs(meeting, opens)
  const write: FootAct = { word: '记纪要', onTap: () => go('meeting/write', key) }
  const main = isOn && keeps ? write : keeper.main
  const others = [
    ...keeper.others.filter(({ word }) => !(unsent.ends && word === '散会')),
    ...(acts.includes('addItem') ? [{ word: '改议题', onTap: () => go('meeting/agenda', key) }] : []),
  ]
  const signIn =
    acts.includes('signIn') && !attended ? (
      <SignIn meeting={meeting} scanned={scanned} onDone={() => onDone()} />
    ) : null
  return (
    <>
      <Head meeting={meeting} now={now} />
      {isOn ? null : <Says>还没有开始。先签到，等主持人宣布开会。</Says>}
      {unsent.count > 0 ? (
        <Says tone="sun">{`有 ${unsent.count} 条还存在这台手机里，有信号时自动传上去。`}</Says>
      ) : null}
      {attended ? <Says tone="pine">你已经签到了，请坐。</Says> : null}
      {keeps ? null : signIn}
      <HereNow key={`${meeting.attended} ${meeting.present?.length}`} meeting={meeting} />
      {keeps && meeting.signIn ? (
        <Card onTap={() => go('meeting/code', key)} label="给大家看签到码，打开">
          <Row left="给大家看签到码" quiet="放在门口，每分钟换一次，没有信号也行" right="打开" />
        </Card>
      ) : null}
      <Present meeting={meeting} onDone={onDone} />
      {keeps ? signIn : null}
      <Agenda meeting={meeting} />
      {!keeps && !meeting.invited ? <Quiet>这次会没有请你参加，公布以后可以看纪要。</Quiet> : null}
      <ActFoot main={main} others={others} />
    </>
  )
}
