import { View } from '@tarojs/components'
import type { EndpointName } from '../../../shared/contract'
import { go, type PageName } from '../../kernel/go'
import { useMe } from '../../kernel/session'
import { Quiet, Tap } from '../../kernel/ui'
import type { Books } from './books'
import './money.scss'

export interface Door {
  for: EndpointName
  page: PageName
  name: string
  says: string
}

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
          label={`${d.name}，${d.says}`}
          onTap={() => go(d.page, { ...books, compound: name })}
        >
          <View className="y-door-name">{d.name}</View>
          <Quiet>{d.says}</Quiet>
        </Tap>
      ))}
    </View>
  )
}
