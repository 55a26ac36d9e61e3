import { Tags } from '../../../desk/parts/Tags'
import type { Said } from '../../../kernel/refused'
import { Refusal } from '../../../kernel/refused'
import { TextField } from '../../../kernel/ui'

/** Some words, with ready ones to tap; a tap adds to what is written. */
export function WordsField({
  label,
  value,
  onInput,
  phrases = [],
  max = 500,
  missing,
  refusal,
  hint,
}: {
  label: string
  value: string
  onInput(value: string): void
  phrases?: readonly string[]
  max?: number
  /** What is told where nothing was written. */
  missing?: string
  refusal?: Said
  hint?: string
}) {
  const refused = refusal instanceof Refusal ? (refusal.fields?.words ?? refusal.fields?.reason) : undefined
  const error = missing ?? refused
  return (
    <>
      <TextField label={label} value={value} onInput={onInput} long max={max} error={error} hint={hint} />
      {phrases.length > 0 ? (
        <Tags
          label="常用的话"
          words={phrases}
          onPick={(words) => onInput(value.trim() === '' ? words : `${value.trimEnd()}${words}`)}
        />
      ) : null}
    </>
  )
}
