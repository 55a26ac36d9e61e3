import { useRef, useState } from 'react'
import type { SpaceKind } from '../../../shared/space/kinds'
import { spaceKindWords } from '../../../shared/space/words'
import { useAct } from '../../kernel/act'
import { newId } from '../../kernel/ids'
import { DayField, Says, TextField, Toggle } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'
import { today } from '../parts/sums'
import { noTariff, readTariff, TariffFields } from './TariffFields'

const mostAtOnce = 200

/** `1-46, A1 A2` → every number; undefined where there is none, or too many. */
export function readNumbers(text: string): string[] | undefined {
  const found = text
    .split(/[\s,，、;；]+/)
    .filter(Boolean)
    .flatMap((word) => {
      const span = /^(\d{1,4})[-—~到](\d{1,4})$/.exec(word)
      if (!span) return [word]
      const [from, to] = [Number(span[1]), Number(span[2])]
      return to < from || to - from >= mostAtOnce
        ? []
        : Array.from({ length: to - from + 1 }, (_, i) => String(from + i))
    })
  const numbers = [...new Set(found)]
  const isGood = numbers.length > 0 && numbers.length <= mostAtOnce && numbers.every((n) => n.length <= 12)
  return isGood ? numbers : undefined
}

/** Spaces in one go, each with a number of its own, all with one price. */
export function AddSpaces(props: {
  books: Books
  kind: SpaceKind
  /** Parking rests on a decision of the owners. */
  founded: boolean
  onDone(says: string): void
  onClose(): void
}) {
  const { books, kind } = props
  const { run, busy, refusal } = useAct('space.add')
  const [typed, setTyped] = useState('')
  const [priced, setPriced] = useState(kind === 'parking')
  const [value, setValue] = useState(noTariff)
  const [from, setFrom] = useState(today)
  const [tried, setTried] = useState(false)
  // the same numbers sent twice are the same spaces
  const minted = useRef(new Map<string, string>())
  const idOf = (number: string) => {
    const id = minted.current.get(number) ?? newId()
    minted.current.set(number, id)
    return id
  }
  const numbers = readNumbers(typed)
  const tariff = readTariff(value)
  const save = async () => {
    setTried(true)
    if (numbers === undefined || (priced && tariff === undefined)) return
    const answer = await run({
      ...books,
      kind,
      spaces: numbers.map((number) => ({ id: idOf(number), number })),
      ...(priced && tariff && { tariff: { ...tariff, from } }),
    })
    if (answer) props.onDone(`登记了 ${answer.added} 个${spaceKindWords[kind]}`)
  }
  return (
    <ActSheet
      title={`登记${spaceKindWords[kind]}`}
      act={numbers ? `登记 ${numbers.length} 个` : '登记'}
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      {props.founded ? null : <Says tone="sun">还没有写明停车依据哪次决定，要先写明。</Says>}
      <TextField
        label="编号"
        value={typed}
        onInput={setTyped}
        max={400}
        placeholder="比如 1-46，或 A1 A2"
        hint="一串号写成 1-46，零散的用空格分开，一次最多 200 个"
        error={tried && numbers === undefined ? '请写编号，比如 1-46' : undefined}
      />
      <Toggle label="现在就定价" hint="以后也可以一个一个定" on={priced} onChange={setPriced} />
      {priced ? (
        <>
          <TariffFields value={value} onChange={setValue} tried={tried} />
          <DayField label="从哪天起" value={from} onChange={setFrom} />
        </>
      ) : null}
    </ActSheet>
  )
}
