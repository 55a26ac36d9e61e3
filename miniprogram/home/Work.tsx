import { View } from '@tarojs/components'
import { managementWords } from '../../shared/place/modes'
import { type Door, saysOf } from '../kernel/doors'
import { go } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Faces, Heading, Quiet, Row, Tap } from '../kernel/ui'
import { sayWaited } from '../kernel/waited'
import { Hero } from './Hero'

/** Claims that wait for me in one community: how many, and how long the oldest has waited. */
function ClaimsWaiting({ communityId, name, alone }: { communityId: string; name: string; alone: boolean }) {
  const claims = useList('claim.list', { communityId, state: 'submitted' })
  const where = alone ? '' : `${name} `
  const open = () => go('desk/claims', { communityId })
  if (claims.state !== 'ready') {
    return (
      <Faces of={{ ...claims, data: undefined }} lines={1}>
        {() => null}
      </Faces>
    )
  }
  const count = claims.items.length
  if (count === 0) {
    return (
      <Card onTap={open} label={`${where}没有等核实的认领，打开`}>
        <Row left={<Heading>{where}认领都核实完了</Heading>} quiet="有人申请认领住户，会排在这里" opens />
      </Card>
    )
  }
  const oldest = claims.items.map((c) => c.submittedAt).sort()[0]!
  const many = claims.done ? `${count} 户` : `${count} 户以上`
  return (
    <Hero
      sign="核"
      waiting
      title={`${where}${many}等你核实`}
      says={`最早的一户等了 ${sayWaited(oldest, new Date())}`}
      onTap={open}
    />
  )
}

const doors: readonly Door[] = [
  { for: 'whistle.intake', page: 'desk/intake', name: '替居民登记', says: '电话、窗口、意见箱' },
  { for: 'incident.open', page: 'desk/incidents', name: '一事一告', says: '停水停电，一次告诉大家' },
  { for: 'meeting.plan', page: 'meeting/list', name: '会议', says: '排会、签到、记纪要' },
  { for: 'resolution.progress', page: 'meeting/resolutions', name: '定下来的事', says: '谁来办，办到哪了' },
  {
    for: 'lease.list',
    page: 'money/desk',
    name: '公共收益',
    says: '看账、支出、公示',
    does: { act: 'receipt.take', says: '收款、支出、公示' },
  },
  { for: 'checkin.list', page: 'checkin/desk', name: '党员报到', says: '报到单、无职党员、年度记录' },
  { for: 'task.add', page: 'checkin/posts', name: '设岗和任务', says: '招人、谁来、签到' },
  { for: 'care.buildings', page: 'checkin/coverage', name: '包户', says: '哪几户还没人管' },
  { for: 'project.offer', page: 'checkin/projects', name: '共建项目', says: '单位和社区一起做的事' },
  { for: 'slip.issue', page: 'checkin/unit', name: '报到单', says: '开单、名册、打印' },
  { for: 'serviceRecord.unit', page: 'checkin/unit-records', name: '服务记录', says: '社区送来的，导出表格' },
  { for: 'checkin.totals', page: 'checkin/totals', name: '报到总数', says: '各社区、各单位' },
  { for: 'rates.get', page: 'desk/rates', name: '三率', says: '按时到场、解决、满意' },
  { for: 'patrol.month', page: 'desk/patrol-month', name: '巡查', says: '走了几次，漏了哪些点' },
  { for: 'finding.list', page: 'patrol/findings', name: '巡查发现', says: '看到的问题，后来怎样' },
  { for: 'patrol.plans', page: 'desk/patrols', name: '巡查安排', says: '巡查点、几天一次、谁去' },
  { for: 'media.check', page: 'desk/photos', name: '审核照片', says: '看过的才公开' },
  { for: 'roll.upload', page: 'desk/roll', name: '导入名册', says: '用社区现有的表格' },
  { for: 'home.list', page: 'desk/homes', name: '住户', says: '查一户，登记人' },
  { for: 'role.list', page: 'desk/roles', name: '人员和身份', says: '谁在管，授予和收回' },
  { for: 'place.addCompound', page: 'desk/places', name: '小区楼栋', says: '登记、合并、拆分' },
  { for: 'organisation.list', page: 'desk/organisations', name: '单位', says: '物业、部门等' },
  { for: 'whistle.clocks', page: 'desk/clocks', name: '办理时限', says: '多久到场，多久办好' },
  { for: 'record.list', page: 'desk/record', name: '办事记录', says: '谁办的，什么时候' },
]

export function Doors() {
  const { can } = useMe()
  const mine = doors.filter((d) => can(d.for))
  if (mine.length === 0) return null
  return (
    <View className="desk-doors">
      {mine.map((d, i) => (
        <Tap
          key={d.page}
          className={`desk-door${i === mine.length - 1 && i % 2 === 0 ? ' is-alone' : ''}`}
          onTap={() => go(d.page)}
          label={`${d.name}，${saysOf(d, can)}`}
        >
          <View className="desk-door-name">{d.name}</View>
          <Quiet>{saysOf(d, can)}</Quiet>
        </Tap>
      ))}
    </View>
  )
}

export function Work() {
  const { communitiesFor } = useMe()
  const communities = communitiesFor('claim.list')
  return (
    <>
      {communities.map((c) => (
        <ClaimsWaiting key={c.communityId} {...c} alone={communities.length === 1} />
      ))}
    </>
  )
}

/** The community somebody works for, in one sentence that leads to all of it. */
function CommunityCard({ communityId }: { communityId: string }) {
  const tree = useLoad('place.tree', { communityId })
  return (
    <Faces of={tree} lines={1}>
      {(data) => {
        const buildings = data.compounds.flatMap((c) => c.buildings)
        const homes = buildings.reduce((sum, b) => sum + b.homes, 0)
        return (
          <Card onTap={() => go('open/index')} label={`${data.name}，看小区和楼栋`}>
            <Row
              left={<Heading>{data.name}</Heading>}
              quiet={
                homes === 0
                  ? '还没有住户，先导入名册'
                  : `${data.compounds.length} 个小区，${buildings.length} 栋楼，${homes} 户`
              }
              opens
            />
            {data.compounds.slice(0, 6).map((c) => (
              <Row key={c.compoundId} left={c.name} right={managementWords[c.management]} />
            ))}
          </Card>
        )
      }}
    </Faces>
  )
}

export function WorkPlaces() {
  const { me } = useMe()
  const communities = new Set(
    me?.roles.flatMap((r) =>
      (r.scope === 'community' || r.scope === 'grid') && r.path.communityId ? [r.path.communityId] : [],
    ),
  )
  return (
    <>
      {[...communities].map((id) => (
        <CommunityCard key={id} communityId={id} />
      ))}
    </>
  )
}
