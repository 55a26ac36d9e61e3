import { View } from '@tarojs/components'
import { type Door, saysOf } from '../../kernel/doors'
import { go } from '../../kernel/go'
import { useMe } from '../../kernel/session'
import { Quiet, Tap } from '../../kernel/ui'
import type { Books } from './books'
import './money.scss'

export type { Door }

/** Ways on, of those that the reader may go. */
export function Doors({ books, name, doors }: { books: Books; name?: string; doors: readonly Door[] }) {
  const { can } = useMe()
  const mine = doors.filter((d) => can(d.for, books))
  return (
    <View className="y-doors">
      {mine.map((d) => (
        <Tap
          key={d.page}
          className="y-door"
          label={`${d.name}，${saysOf(d, (act) => can(act, books))}`}
          onTap={() => go(d.page, { ...books, compound: name })}
        >
          <View className="y-door-name">{d.name}</View>
          <Quiet>{saysOf(d, (act) => can(act, books))}</Quiet>
        </Tap>
      ))}
    </View>
  )
}
