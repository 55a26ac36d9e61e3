import { useAct } from '../../../kernel/act'
import { Offline } from '../../../kernel/refused'
import { Says } from '../../../kernel/ui'
import { ActSheet } from '../../../whistle/parts/acts/ActSheet'
import { changeBook } from '../../writing/book'
import { sayOffice } from '../Who'
import { type ActProps, keyOf } from './MeetingSheet'

/** Everybody invited is told, once. */
export function NoticeAct({ meeting, onClose, onDone }: ActProps) {
  const { run, busy, refusal } = useAct('meeting.notice')
  const send = async () => {
    const answer = await run(keyOf(meeting))
    if (answer) onDone(`通知发出去了，${answer.people} 个人的“消息”里看得到`)
  }
  return (
    <ActSheet
      title="发通知"
      act="发出去"
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>
        请来的人都会在“消息”里看到时间、地点和议题，开会前一天再提醒一次。没有用小程序的邻居，请楼栋长告诉一声。
      </Says>
      {meeting.items.length === 0 ? <Says tone="sun">还没有写议题，最好先写上再发。</Says> : null}
    </ActSheet>
  )
}

const words = {
  begin: {
    title: '开会',
    act: '现在开始',
    done: '开始了，可以记纪要了',
    kept: '没有信号，先记在手机里：已经开始。有信号时自动报上去',
  },
  end: {
    title: '散会',
    act: '散会了',
    done: '散会了，接着整理纪要',
    kept: '没有信号，先记在手机里：已经散会。有信号时自动报上去',
  },
} as const

/** Begun or ended; without signal the phone keeps it, and sends it before, or after, what was written. */
function useStep(step: 'begin' | 'end', { meeting, onDone }: ActProps) {
  const { run, busy, refusal } = useAct(`meeting.${step}`)
  const go = async () => {
    let kept = false
    const answer = await run(keyOf(meeting), (reason) => {
      if (!(reason instanceof Offline)) return false
      kept = changeBook({ ...keyOf(meeting), title: meeting.title }, () => ({
        [step === 'begin' ? 'begins' : 'ends']: Date.now(),
      }))
      return kept
    })
    if (answer || kept) onDone(kept ? words[step].kept : words[step].done)
  }
  return { go, busy, refusal }
}

export function BeginAct(props: ActProps) {
  const { go, busy, refusal } = useStep('begin', props)
  const { chair, recorder } = props.meeting
  return (
    <ActSheet
      title={words.begin.title}
      act={words.begin.act}
      onAct={() => void go()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Says>{`主持：${sayOffice(chair)}。记录：${sayOffice(recorder)}。开始以后还能签到。`}</Says>
    </ActSheet>
  )
}

export function EndAct(props: ActProps) {
  const { go, busy, refusal } = useStep('end', props)
  return (
    <ActSheet
      title={words.end.title}
      act={words.end.act}
      onAct={() => void go()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Says>散会以后还能接着写纪要，写好了请到会的人核对。</Says>
    </ActSheet>
  )
}
