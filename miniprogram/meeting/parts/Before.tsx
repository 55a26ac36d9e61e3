import { useState } from 'react'
import { dayOf } from '../../../shared/kernel/time'
import { go } from '../../kernel/go'
import { PlainButton, Quiet, Says } from '../../kernel/ui'
import { sayDayShort } from '../../whistle/parts/words'
import { ActFoot, type FootAct } from './ActFoot'
import { Agenda } from './Agenda'
import { keeperActs, type Opens } from './acts/keeperActs'
import { type Entered, enterCalendar } from './calendar'
import { Head } from './Head'
import { Who } from './Who'
import type { Meeting } from './words'

/** How the notice stands, for those who keep the meeting. */
function Notice({ meeting, now }: { meeting: Meeting; now: Date }) {
  const { state, noticeBy, keeps } = meeting
  if (!keeps || state !== 'planned') return null
  if (noticeBy === null) return <Says tone="sun">还没有发通知。</Says>
  const late = Date.parse(noticeBy) < now.getTime()
  const day = sayDayShort(dayOf(new Date(noticeBy)), now)
  return late ? (
    <Says tone="vermilion">
      {`通知最晚该在 ${day} 发出，已经过了。请改期${meeting.owners ? '，或去掉业主表决的议题' : ''}。`}
    </Says>
  ) : (
    <Says tone="sun">{`还没有发通知，最晚 ${day} 发。`}</Says>
  )
}

/** Before the day: when, where, what will be spoken of, and into one's own calendar. */
export function Before({ meeting, now, opens }: { meeting: Meeting; now: Date; opens: Opens }) {
  const [entered, setEntered] = useState<Entered>()
  const [entering, setEntering] = useState(false)
  const enter = async () => {
    if (entering) return
    setEntering(true)
    setEntered(await enterCalendar(meeting))
    setEntering(false)
  }
  const remember: FootAct = { word: '加入手机日历', onTap: () => void enter(), busy: entering }
  const keeper = keeperActs(meeting, opens)
  const main = keeper.main ?? remember
  const others = keeper.main ? [...keeper.others, remember] : keeper.others
  return (
    <>
      <Head meeting={meeting} now={now} />
      <Notice meeting={meeting} now={now} />
      <Agenda meeting={meeting} />
      {meeting.acts.includes('addItem') ? (
        <PlainButton
          onTap={() =>
            go('meeting/agenda', { communityId: meeting.communityId, meetingId: meeting.meetingId })
          }
        >
          改议题
        </PlainButton>
      ) : null}
      <Who meeting={meeting} />
      {meeting.invited && !meeting.keeps ? <Quiet>到时候在门口看一眼签到码，就能签到。</Quiet> : null}
      {entered ? <Says tone={entered.tone}>{entered.says}</Says> : null}
      <ActFoot main={main} others={others} />
    </>
  )
}
