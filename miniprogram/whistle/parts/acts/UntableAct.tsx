import { useState } from 'react'
import { useAct } from '../../../kernel/act'
import { Choice, Says } from '../../../kernel/ui'
import { type ActProps, ActSheet, keyOf } from './ActSheet'
import { WordsField } from './WordsField'

const undecided = 'undecided'

/** Back from the meeting to where it was, with what was decided, or with why nothing was. */
export function UntableAct({ whistle, onClose, onDone }: ActProps) {
  const { run, busy, refusal } = useAct('whistle.untable')
  const decided = whistle.meetings.flatMap((m) => m.resolutions)
  const [choice, setChoice] = useState(decided[0]?.resolutionId ?? undecided)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const resolution = decided.find((r) => r.resolutionId === choice)
  const back = async () => {
    const said = words.trim()
    if (resolution === undefined && said === '') return setMissing(true)
    const answer = await run({
      ...keyOf(whistle),
      ...(resolution && { resolutionId: resolution.resolutionId }),
      ...(said !== '' && { words: said }),
    })
    if (answer) onDone('退回来接着办，时限接着算')
  }
  return (
    <ActSheet
      title="从会议退回来办"
      act="接着办"
      onAct={() => void back()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>退回来以后，时限接着算，报事人会看到会上怎么定的。</Says>
      {decided.length > 0 ? (
        <Choice
          label="会上怎么定的"
          options={[
            ...decided.map((r) => ({ value: r.resolutionId, label: r.words })),
            { value: undecided, label: '没有定下来' },
          ]}
          value={choice}
          onChange={setChoice}
        />
      ) : null}
      <WordsField
        label={resolution ? '想说的话（可以不写）' : '为什么没有定（报事人会看到）'}
        value={words}
        onInput={(typed) => {
          setWords(typed)
          setMissing(false)
        }}
        phrases={resolution ? [] : ['会上没有商量成。', '会没有开成。']}
        missing={missing ? '请写明为什么没有定' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
