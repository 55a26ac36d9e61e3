import { View } from '@tarojs/components'
import type { EndpointName } from '../../../shared/contract'
import { go, type PageName } from '../go'
import { useMe } from '../session'
import { Tap } from './Tap'

const always: readonly { page: PageName; word: string }[] = [
  { page: 'home/index', word: '首页' },
  { page: 'open/index', word: '公开' },
  { page: 'inbox/index', word: '消息' },
  { page: 'me/index', word: '我的' },
]

/** Pages of the desk, each offered to whoever may do what it is for. */
export const deskPages: readonly { page: PageName; word: string; for: EndpointName }[] = [
  { page: 'desk/overview', word: '总览', for: 'place.figures' },
  { page: 'desk/claims', word: '认领', for: 'claim.list' },
  { page: 'desk/homes', word: '住户', for: 'home.list' },
  { page: 'desk/roll', word: '名册', for: 'roll.upload' },
  { page: 'desk/places', word: '小区', for: 'place.addCompound' },
  { page: 'desk/roles', word: '人员', for: 'role.list' },
  { page: 'desk/organisations', word: '单位', for: 'organisation.list' },
  { page: 'desk/record', word: '记录', for: 'record.list' },
]

/** On a wide screen the tabs and the desk stand at the left. */
export function Rail({ here }: { here: string }) {
  const { can } = useMe()
  const items = [...always, ...deskPages.filter((d) => can(d.for))]
  return (
    <View className="k-rail" ariaRole="navigation" {...{ role: 'navigation' }}>
      <View className="k-rail-sign">哨</View>
      {items.map(({ page, word }) => (
        <Tap
          key={page}
          role="link"
          className={`k-rail-item${here === page ? ' is-on' : ''}`}
          onTap={() => {
            if (here !== page) go(page)
          }}
        >
          {word}
        </Tap>
      ))}
    </View>
  )
}
