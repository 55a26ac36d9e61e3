import { View } from '@tarojs/components'
import { Tap } from '../../kernel/ui'
import './desk.scss'

/** Ready-made words to tap instead of typing them. */
export function Tags(props: { label: string; words: readonly string[]; onPick(word: string): void }) {
  return (
    <View className="d-tags" ariaLabel={props.label}>
      {props.words.map((word) => (
        <Tap key={word} className="d-tag" label={`填上：${word}`} onTap={() => props.onPick(word)}>
          {word}
        </Tap>
      ))}
    </View>
  )
}
