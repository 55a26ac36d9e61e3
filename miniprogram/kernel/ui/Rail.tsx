import { View } from '@tarojs/components'
import type { EndpointName } from '../../../shared/contract'
import { go, type PageName } from '../go'
import { useMe } from '../session'
import { sayUnread, useUnread } from '../unread'
import { Tap } from './Tap'

const always: readonly { page: PageName; word: string }[] = [
  { page: 'home/index', word: '首页' },
  { page: 'open/index', word: '公开' },
  { page: 'inbox/index', word: '消息' },
  { page: 'me/index', word: '我的' },
]

/** Pages of the desk, each offered to whoever may do what it is for. */
export const deskPages: readonly { page: PageName; word: string; for: EndpointName }[] = [
  { page: 'desk/board', word: '哨', for: 'whistle.board' },
  { page: 'desk/party', word: '派来的', for: 'whistle.desk' },
  { page: 'desk/raised', word: '上报', for: 'whistle.raised' },
  { page: 'desk/intake', word: '登记', for: 'whistle.intake' },
  { page: 'desk/incidents', word: '一事', for: 'incident.open' },
  { page: 'meeting/list', word: '会议', for: 'meeting.plan' },
  { page: 'meeting/resolutions', word: '决议', for: 'resolution.progress' },
  { page: 'money/desk', word: '账本', for: 'lease.list' },
  { page: 'checkin/desk', word: '报到', for: 'checkin.list' },
  { page: 'checkin/coverage', word: '包户', for: 'care.buildings' },
  { page: 'checkin/unit', word: '报到单', for: 'slip.units' },
  { page: 'checkin/projects', word: '共建', for: 'project.offer' },
  { page: 'checkin/totals', word: '报到数', for: 'checkin.totals' },
  { page: 'desk/rates', word: '三率', for: 'rates.get' },
  { page: 'desk/patrol-month', word: '巡查', for: 'patrol.month' },
  { page: 'patrol/findings', word: '发现', for: 'finding.list' },
  { page: 'desk/photos', word: '照片', for: 'media.check' },
  { page: 'desk/overview', word: '总览', for: 'place.figures' },
  { page: 'desk/claims', word: '认领', for: 'claim.list' },
  { page: 'desk/homes', word: '住户', for: 'home.list' },
  { page: 'desk/roll', word: '名册', for: 'roll.upload' },
  { page: 'desk/places', word: '小区', for: 'place.addCompound' },
  { page: 'desk/roles', word: '人员', for: 'role.list' },
  { page: 'desk/organisations', word: '单位', for: 'organisation.list' },
  { page: 'desk/clocks', word: '时限', for: 'whistle.clocks' },
  { page: 'desk/record', word: '记录', for: 'record.list' },
]

/** On a wide screen the tabs and the desk stand at the left. */
export function Rail({ here }: { here: string }) {
  const { can } = useMe()
  const unread = useUnread()
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
          {page === 'inbox/index' && unread > 0 ? `${word} ${sayUnread(unread)}` : word}
        </Tap>
      ))}
    </View>
  )
}
