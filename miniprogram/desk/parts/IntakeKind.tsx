import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  type Category,
  categories,
  categoryWords,
  emergencyOf,
  guessCategory,
  guessUrgency,
  type Urgency,
  urgencies,
  urgencyWords,
} from '../../../shared/whistle/categories'
import { Choice, Quiet, Row, Says, Sheet } from '../../kernel/ui'
import { Segments } from './Segments'
import './desk.scss'

/** What the worker said it is; what they left open is guessed. */
export interface Kind {
  category?: Category
  urgency?: Urgency
}

export interface ReadKind extends Kind {
  /** The word by which the category was guessed. */
  because?: string
  guessedUrgency: boolean
}

export function readKind(kind: Kind, words: string): ReadKind {
  const guess = kind.category ? undefined : guessCategory(words)
  const category = kind.category ?? guess?.category
  const urgency = kind.urgency ?? (category && guessUrgency(words, category))
  return {
    ...(category && { category }),
    ...(urgency && { urgency }),
    ...(guess && { because: guess.because }),
    guessedUrgency: kind.urgency === undefined,
  }
}

/** Which kind and how urgent: guessed from the words until it is said otherwise. */
export function IntakeKind(props: {
  words: string
  value: Kind
  onChange(value: Kind): void
  error?: string
}) {
  const { words, value, onChange } = props
  const [open, setOpen] = useState(false)
  const kind = readKind(value, words)
  const { category, urgency, because } = kind
  const emergency = category && emergencyOf(words, category)
  const name = category ? categoryWords[category] : '选哪一类'
  const how = because === undefined ? undefined : `按文字猜的（“${because}”），不对就改`
  return (
    <>
      <View className="k-field">
        <View className="k-label">哪一类</View>
        <View className="d-filter">
          <Row
            left={name}
            quiet={how}
            label={`类别：${name}${how ? `，${how}` : ''}，改`}
            onTap={() => setOpen(true)}
          />
        </View>
        {props.error && (
          <View className="k-wrong" ariaRole="alert">
            {props.error}
          </View>
        )}
      </View>
      {category && urgency && (
        <View className="k-field">
          <View className="k-label">急不急</View>
          <Segments
            label="急不急"
            options={urgencies.map((u) => ({ value: u, label: urgencyWords[u] }))}
            value={urgency}
            onChange={(u) => onChange({ ...value, urgency: u })}
          />
          {kind.guessedUrgency && words.trim() !== '' && <Quiet>按文字猜的，不对就改。</Quiet>}
        </View>
      )}
      {emergency && <Says tone="vermilion">{`先告诉对方：${emergency.says}`}</Says>}
      <Sheet open={open} title="哪一类" onClose={() => setOpen(false)}>
        <Choice
          label="类别"
          options={categories.map((c) => ({ value: c, label: categoryWords[c] }))}
          value={category}
          onChange={(picked) => {
            onChange({ ...value, category: picked })
            setOpen(false)
          }}
        />
      </Sheet>
    </>
  )
}
