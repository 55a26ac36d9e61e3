import { useEffect, useRef, useState } from 'react'
import { wordsAtMost } from '../../../shared/minutes/policy'
import { PickLine } from '../../desk/parts/PickLine'
import { useMake } from '../../kernel/make'
import { Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../whistle/parts/acts/WordsField'
import type { Minutes } from '../writing/book'

export interface SheetProps {
  minutes: Minutes
  onClose(): void
  onDone(says: string): void
}
export const keyOf = ({ communityId, meetingId }: Minutes) => ({ communityId, meetingId })

/** Words of one's own that are sent once: kept in the queue where there is no signal. */
const sayings = {
  'minutes.object': {
    title: '我有不同意见',
    says: '哪里记得不对，写在这里。主持人和记录人会答复，你的话和答复都列在纪要下面。纪要本身不会改。',
    label: '哪里记得不对（大家会看到，不写你是谁）',
    phrases: ['我当时没有同意。', '人数写得不对。', '漏了我们说的话。'],
    missing: '请写明哪里记得不对',
    act: '提出来',
    done: '提出来了，有了答复会告诉你',
  },
  'minutes.amend': {
    title: '提修改意见',
    says: '公布以前，哪里要换个说法，写在这里。记录人会看，改不改都会答复你。',
    label: '应该怎么写',
    phrases: [],
    missing: '请写明应该怎么写',
    act: '交给记录人',
    done: '交给记录人了，有了答复会告诉你',
  },
  'minutes.correct': {
    title: '加更正说明',
    says: '公布的纪要一个字都不改。哪里错了、对的是什么，写成说明，写明日子，列在下面。',
    label: '更正说明（大家会看到）',
    phrases: [],
    missing: '请写明更正什么',
    act: '加上',
    done: '更正说明加上了',
  },
} as const
export type Saying = keyof typeof sayings

const queued = '没有信号，先存在手机里，有信号时自动发出去，只发一次'
const whole = 'whole'

/** An objection, an amendment or a correction. */
export function SayingSheet({ name, minutes, onClose, onDone }: SheetProps & { name: Saying }) {
  const form = sayings[name]
  const { make, busy, refusal, outcome } = useMake(name)
  const [words, setWords] = useState('')
  const [itemId, setItem] = useState<string>(whole)
  const [missing, setMissing] = useState(false)
  const send = async () => {
    const said = words.trim()
    if (said === '') return setMissing(true)
    const about = name === 'minutes.amend' && itemId !== whole ? { itemId } : {}
    await make({ ...keyOf(minutes), ...about, words: said }, `${form.title}：${minutes.title}`)
  }
  const told = useRef(onDone)
  told.current = onDone
  useEffect(() => {
    if (outcome) told.current(outcome === 'made' ? form.done : queued)
  }, [outcome, form.done])
  return (
    <ActSheet
      title={form.title}
      act={form.act}
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>{form.says}</Says>
      {name === 'minutes.amend' ? (
        <PickLine
          label="说的是哪一条"
          options={[
            { value: whole, label: '整份纪要' },
            ...minutes.entries.map((e) => ({ value: e.itemId, label: e.title })),
          ]}
          value={itemId}
          without="整份纪要"
          onChange={setItem}
        />
      ) : null}
      <WordsField
        label={form.label}
        value={words}
        onInput={(typed) => {
          setWords(typed)
          setMissing(false)
        }}
        phrases={form.phrases}
        max={wordsAtMost}
        missing={missing ? form.missing : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
