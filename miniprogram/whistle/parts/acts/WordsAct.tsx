import { useState } from 'react'
import type { Input } from '../../../../shared/contract'
import { useAct } from '../../../kernel/act'
import { Says } from '../../../kernel/ui'
import { type ActProps, ActSheet, keyOf } from './ActSheet'
import { WordsField } from './WordsField'
import { type WordsActName, type WordsForm, wordsActs } from './wordsActs'

/** An act that is a few words and a button. */
export function WordsAct({ name, whistle, onClose, onDone }: ActProps & { name: WordsActName }) {
  const form: WordsForm = wordsActs[name]
  const { run, busy, refusal } = useAct(`whistle.${name}`)
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)

  const send = async () => {
    const said = words.trim()
    if (form.missing !== undefined && said === '') return setMissing(true)
    const input = { ...keyOf(whistle), ...(said !== '' && { [form.field]: said }) }
    if (await run(input as Input<`whistle.${WordsActName}`>)) onDone(form.done)
  }

  return (
    <ActSheet
      title={form.title}
      act={form.act}
      tone={form.tone}
      onAct={() => void send()}
      busy={busy}
      refusal={refusal}
      onClose={onClose}
    >
      <Says>{form.says}</Says>
      <WordsField
        label={form.label}
        value={words}
        onInput={(value) => {
          setWords(value)
          setMissing(false)
        }}
        phrases={form.phrases}
        missing={missing ? form.missing : undefined}
        refusal={refusal}
      />
    </ActSheet>
  )
}
