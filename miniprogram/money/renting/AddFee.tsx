import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Basis } from '../../../shared/charge/rules'
import { firstOf, monthOf } from '../../../shared/charge/rules'
import { type HomeKind, homeKinds, homeKindWords } from '../../../shared/place/modes'
import { useCreate } from '../../desk/parts/useCreate'
import { Choice, DayField, TextField, Toggle } from '../../kernel/ui'
import { readYuan } from '../../kernel/yuan'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { sayDayShort } from '../../whistle/parts/words'
import type { Books } from '../parts/books'
import { DecisionField, noDecision, readDecision, SumField } from '../parts/fields'
import { today } from '../parts/sums'

/** What homes are charged each month: one sum for each, or by area; by a decision of the owners. */
export function AddFee(props: { books: Books; onDone(says: string): void; onClose(): void }) {
  const { books } = props
  const { create, busy, refusal } = useCreate('charge.addFee')
  const [name, setName] = useState('')
  const [basis, setBasis] = useState<Basis>('home')
  const [typed, setTyped] = useState('')
  const [kinds, setKinds] = useState<readonly HomeKind[]>(['dwelling'])
  const [on, setOn] = useState(today)
  const [typedDecision, setDecision] = useState(noDecision)
  const [tried, setTried] = useState(false)
  const fen = readYuan(typed)
  const decision = readDecision(typedDecision)
  const from = firstOf(monthOf(on))
  const save = async () => {
    setTried(true)
    if (!name.trim() || !fen || kinds.length === 0 || !decision) return
    if (await create({ ...books, name: name.trim(), basis, fen, homeKinds: [...kinds], from, decision }))
      props.onDone(`${name.trim()}定好了，每月到期自动记上`)
  }
  return (
    <ActSheet
      title="加一项收费"
      act="就这样收"
      onAct={() => void save()}
      busy={busy}
      refusal={refusal}
      onClose={props.onClose}
    >
      <TextField
        label="叫什么"
        value={name}
        onInput={setName}
        max={20}
        placeholder="比如 垃圾清运费"
        error={tried && !name.trim() ? '请写叫什么' : undefined}
      />
      <Choice
        label="怎么收"
        options={[
          { value: 'home', label: '每户一样' },
          { value: 'area', label: '按面积', hint: '每平方米多少元' },
        ]}
        value={basis}
        onChange={setBasis}
      />
      <SumField
        label={basis === 'home' ? '每户每月多少元' : '每平方米每月多少元'}
        value={typed}
        onInput={setTyped}
        tried={tried}
      />
      <View className="k-field">
        <View className="k-label">哪些要交</View>
        {homeKinds.map((kind) => (
          <Toggle
            key={kind}
            label={homeKindWords[kind]}
            on={kinds.includes(kind)}
            onChange={(is) => setKinds(is ? [...kinds, kind] : kinds.filter((k) => k !== kind))}
          />
        ))}
        {tried && kinds.length === 0 ? (
          <View className="k-wrong" ariaRole="alert">
            请选哪些要交
          </View>
        ) : null}
      </View>
      <DayField
        label="从哪个月起"
        value={on}
        onChange={setOn}
        hint={`从 ${sayDayShort(from, new Date())} 起`}
      />
      <DecisionField books={books} value={typedDecision} onChange={setDecision} tried={tried} />
    </ActSheet>
  )
}
