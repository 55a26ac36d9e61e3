import { useState } from 'react'
import { type Outcome, outcomes } from '../../../../shared/whistle/states'
import { outcomeWords } from '../../../../shared/whistle/words'
import { useAct } from '../../../kernel/act'
import { Choice, Says } from '../../../kernel/ui'
import { Stars } from '../Stars'
import { type ActProps, ActSheet, keyOf } from './ActSheet'
import { WordsField } from './WordsField'

const thanks: Record<Outcome, string> = {
  solved: '谢谢你，这件事就要结束了',
  half: '知道了，会让他们接着办',
  not: '知道了，会让他们重新办',
}

/** 回访: the reporter's own word, or what they said on the telephone. */
export function FollowUpAct({ whistle, onClose, onDone, asked }: ActProps & { asked?: Outcome }) {
  const { run, busy, refusal } = useAct('whistle.followUp')
  const byPhone = whistle.mine !== 'first'
  const [outcome, setOutcome] = useState(asked)
  const [stars, setStars] = useState<number>()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const solved = outcome === 'solved'

  const send = async () => {
    setTried(true)
    if (outcome === undefined || (solved && stars === undefined)) return
    const said = words.trim()
    const answer = await run({
      ...keyOf(whistle),
      outcome,
      ...(solved && { stars }),
      ...(said !== '' && { words: said }),
    })
    if (answer) onDone(byPhone ? `记下了：居民说${outcomeWords[outcome]}` : thanks[outcome])
  }

  return (
    <ActSheet
      title={byPhone ? '电话回访' : outcome === undefined ? '修好了吗' : outcomeWords[outcome]}
      act={byPhone ? '记下来' : '就这样说'}
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      {byPhone ? <Says>打电话问一问报事人，把对方的话记下来。办这件事的人不能自己回访。</Says> : null}
      {byPhone || asked === undefined ? (
        <Choice
          label={byPhone ? '居民怎么说' : '修好了吗'}
          options={outcomes.map((value) => ({ value, label: outcomeWords[value] }))}
          value={outcome}
          onChange={setOutcome}
          error={tried && outcome === undefined ? '请选一个' : undefined}
        />
      ) : null}
      {solved ? (
        <Stars
          label={byPhone ? '居民满意吗' : '你满意吗'}
          value={stars}
          onChange={setStars}
          error={tried && stars === undefined ? '请点几颗星，说说满不满意' : undefined}
        />
      ) : null}
      {outcome === undefined ? null : (
        <WordsField
          label={solved ? '想说的话（可以不写）' : '哪里还没好（可以不写）'}
          value={words}
          onInput={setWords}
          phrases={
            solved ? ['来得很快。', '修得很仔细。'] : ['只修了一部分。', '修完又坏了。', '没有人来过。']
          }
          refusal={refusal}
        />
      )}
    </ActSheet>
  )
}
