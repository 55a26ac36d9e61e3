import { View } from '@tarojs/components'
import { Tap } from '../../kernel/ui'

/** Words that are often needed, each written by one tap. */
export const Phrases = ({
  label,
  words,
  chosen,
  onChoose,
}: {
  label: string
  words: readonly string[]
  chosen: string
  onChoose: (words: string) => void
}) => (
  <View className="phrases" ariaRole="radiogroup" ariaLabel={label}>
    {words.map((word) => (
      <Tap
        key={word}
        role="radio"
        checked={word === chosen}
        className={`phrase${word === chosen ? ' is-on' : ''}`}
        onTap={() => onChoose(word)}
      >
        {word === chosen ? `✓ ${word}` : word}
      </Tap>
    ))}
  </View>
)
