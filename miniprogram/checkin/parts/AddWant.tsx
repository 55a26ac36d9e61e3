import { useState } from 'react'
import { type WantKind, wantKinds } from '../../../shared/project/states'
import { wantKindWords } from '../../../shared/project/words'
import type { Said } from '../../kernel/refused'
import { TextField } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { Picks } from '../../whistle/parts/Picks'

/** What is needed or offered, to be written down. */
export function AddWant(props: {
  title: string
  busy: boolean
  refusal: Said | undefined
  onAdd(kind: WantKind, words: string): void
  onClose(): void
}) {
  const [kind, setKind] = useState<WantKind>('venue')
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  return (
    <ActSheet
      title={props.title}
      act="写好了"
      busy={props.busy}
      refusal={props.refusal}
      onClose={props.onClose}
      onAct={() => {
        setTried(true)
        if (words.trim() !== '') props.onAdd(kind, words)
      }}
    >
      <Picks
        label="哪一类"
        options={wantKinds.map((value) => ({ value, label: wantKindWords[value] }))}
        value={kind}
        onChange={(next) => setKind(next)}
      />
      <TextField
        label="说清楚是什么"
        long
        max={200}
        value={words}
        onInput={setWords}
        error={tried && words.trim() === '' ? '请写一句' : undefined}
      />
    </ActSheet>
  )
}
