import { useState } from 'react'
import { useAct } from '../../../kernel/act'
import { go } from '../../../kernel/go'
import { newId } from '../../../kernel/ids'
import { useList } from '../../../kernel/load'
import { Choice, Empty, PlainButton, Says, Skeleton } from '../../../kernel/ui'
import { sayMoment } from '../../../meeting/parts/words'
import { type ActProps, ActSheet, keyOf } from './ActSheet'
import { WordsField } from './WordsField'

/** To a meeting of the compound, as an item of its agenda; the clocks stand still until it comes back. */
export function TableAct({ whistle, onClose, onDone }: ActProps) {
  const { communityId, compoundId } = whistle
  const { run, busy, refusal } = useAct('whistle.table')
  const meetings = useList('meeting.list', { communityId, compoundId, show: 'coming' })
  const [meetingId, setMeeting] = useState<string>()
  const [itemId] = useState(newId)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const now = new Date()
  const chosen = meetings.items.find((m) => m.meetingId === meetingId)
  const table = async () => {
    if (chosen === undefined) return setMissing(true)
    const said = words.trim()
    const answer = await run({
      ...keyOf(whistle),
      meetingId: chosen.meetingId,
      itemId,
      ...(said !== '' && { words: said }),
    })
    if (answer) onDone(`已经提交给${chosen.title}，时限先停着，等会上商量`)
  }
  return (
    <ActSheet
      title="提交会议"
      act="提交上去"
      onAct={() => void table()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>要大家商量才能办的事，提交给一次会议。会上定了怎么办，再带着决议回来接着办。</Says>
      {meetings.state === 'loading' ? <Skeleton lines={1} /> : null}
      {meetings.state === 'failed' ? (
        <PlainButton onTap={meetings.reload}>{`${meetings.error?.message ?? ''}，再试一次`}</PlainButton>
      ) : null}
      {meetings.state === 'ready' && meetings.items.length === 0 ? (
        <Empty
          says="这个小区眼下没有要开的会"
          act="排一次会议"
          onAct={() => go('meeting/plan', { communityId, compoundId })}
        />
      ) : null}
      {meetings.items.length > 0 ? (
        <Choice
          label="提交给哪一次"
          options={meetings.items.map((m) => ({
            value: m.meetingId,
            label: m.title,
            hint: sayMoment(m.startsAt, now),
          }))}
          value={meetingId}
          onChange={(id) => {
            setMeeting(id)
            setMissing(false)
          }}
          error={missing ? '请选一次会议' : undefined}
        />
      ) : null}
      <WordsField
        label="要商量什么（可以不写）"
        value={words}
        onInput={setWords}
        phrases={['要不要装，谁来出钱。', '放在哪里，大家定。']}
        refusal={refusal}
      />
    </ActSheet>
  )
}
