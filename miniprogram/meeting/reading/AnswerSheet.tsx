import { useState } from 'react'
import { wordsAtMost } from '../../../shared/minutes/policy'
import { Segments } from '../../desk/parts/Segments'
import { useAct } from '../../kernel/act'
import { Says } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { WordsField } from '../../whistle/parts/acts/WordsField'
import { keyOf, type SheetProps } from './SayingSheet'

/** What is answered: an amendment, with whether it was taken; an objection, in words alone. */
export type Asked =
  | { kind: 'amendment'; amendmentId: string; words: string | null }
  | { kind: 'objection'; objectionId: string; words: string | null }

const decisions = [
  { value: 'taken', label: '照改了' },
  { value: 'declined', label: '没有改' },
] as const

export function AnswerSheet({ asked, minutes, onClose, onDone }: SheetProps & { asked: Asked }) {
  const amendment = useAct('minutes.answerAmendment')
  const objection = useAct('minutes.answerObjection')
  const [decision, setDecision] = useState<(typeof decisions)[number]['value']>('taken')
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const isAmendment = asked.kind === 'amendment'
  const refusal = amendment.refusal ?? objection.refusal
  const send = async () => {
    const said = words.trim()
    if (said === '') return setMissing(true)
    const key = keyOf(minutes)
    const answer = isAmendment
      ? await amendment.run({ ...key, amendmentId: asked.amendmentId, decision, words: said })
      : await objection.run({ ...key, objectionId: asked.objectionId, words: said })
    if (answer) onDone('答复好了，提的人会收到')
  }
  return (
    <ActSheet
      title={isAmendment ? '答复修改意见' : '答复异议'}
      act="答复"
      onAct={() => void send()}
      busy={amendment.busy || objection.busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says tone="sun">{asked.words ?? '原话已经删掉了'}</Says>
      {isAmendment ? (
        <Segments
          label="怎么办的"
          options={decisions}
          value={decision}
          onChange={(next) => setDecision(next)}
        />
      ) : null}
      <WordsField
        label="答复的话（对方会看到）"
        value={words}
        onInput={(typed) => {
          setWords(typed)
          setMissing(false)
        }}
        phrases={isAmendment ? ['已经照你说的改了。', '当时是这样说的，没有改。'] : []}
        max={wordsAtMost}
        missing={missing ? '请写答复的话' : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
