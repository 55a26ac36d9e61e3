import { useState } from 'react'
import { useCreate } from '../../desk/parts/useCreate'
import { Choice, TextField } from '../../kernel/ui'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import type { Books } from '../parts/books'

/** A source or a use of the compound's own. */
export function AddAccount(props: { books: Books; onDone(says: string): void; onClose(): void }) {
  const { create, busy, refusal } = useCreate('account.add')
  const [kind, setKind] = useState<'income' | 'expense'>('expense')
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const save = async () => {
    setTried(true)
    if (name.trim() === '') return
    if (await create({ ...props.books, kind, name: name.trim() })) props.onDone(`“${name.trim()}”加上了`)
  }
  return (
    <ActSheet
      title="加一个科目"
      act="加上"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <Choice
        label="收入还是支出"
        options={[
          { value: 'income', label: '收入' },
          { value: 'expense', label: '支出' },
        ]}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label="叫什么"
        value={name}
        onInput={setName}
        max={20}
        placeholder="比如 快递柜"
        error={tried && name.trim() === '' ? '请写叫什么' : undefined}
      />
    </ActSheet>
  )
}
