import { View } from '@tarojs/components'
import type { BoardTab } from '../../shared/whistle/states'
import { tabWords } from '../../shared/whistle/words'
import { go } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import type { Me } from '../kernel/session'
import { Card, Chip, Faces, Heading, LinkWord, Quiet, Row, type Tone } from '../kernel/ui'
import { subdistrictsOf } from './Subdistrict'

/** In the order in which it is taken up; what is late or waits for the reader is in vermilion. */
const toDo: readonly { tab: BoardTab; tone: Tone; says: string }[] = [
  { tab: 'overdue', tone: 'vermilion', says: '过了时限，先催一催' },
  { tab: 'toAccept', tone: 'vermilion', says: '居民在等回复' },
  { tab: 'nearDue', tone: 'sun', says: '时限快到了' },
  { tab: 'disputed', tone: 'vermilion', says: '对方说不该派给他们' },
  { tab: 'toFollowUp', tone: 'sun', says: '办好了，问一声满不满意' },
]

/** What a community has to do with its whistles, each with how many. */
function Board({ communityId, name, alone }: { communityId: string; name: string; alone: boolean }) {
  const board = useLoad('whistle.board', { communityId, tab: 'toAccept' })
  const title = alone ? '要办的哨' : `${name}要办的哨`
  const open = (tab: BoardTab) => go('desk/board', { communityId, tab })
  return (
    <Faces of={board} lines={1}>
      {({ counts }) => {
        const mine = toDo.filter(({ tab }) => counts[tab] > 0)
        return (
          <Card>
            <View className="k-row">
              <Heading>{title}</Heading>
              <LinkWord onTap={() => open('open')} label={`${title}，全部在办 ${counts.open} 件`}>
                在办 {counts.open}
              </LinkWord>
            </View>
            {mine.length === 0 ? <Quiet>眼下没有等你办的。有人吹哨，会排在这里。</Quiet> : null}
            {mine.map(({ tab, tone, says }) => (
              <Row
                key={tab}
                left={tabWords[tab]}
                quiet={says}
                chip={<Chip tone={tone}>{counts[tab]} 件</Chip>}
                label={`${tabWords[tab]} ${counts[tab]} 件，打开`}
                onTap={() => open(tab)}
              />
            ))}
          </Card>
        )
      }}
    </Faces>
  )
}

/** The communities somebody works in themselves; an officer's are too many to be listed here. */
export function Boards({ me }: { me: Me }) {
  const mine = new Map(
    me.roles.flatMap(({ scope, communities }) =>
      scope === 'community' || scope === 'grid' ? communities.map((c) => [c.communityId, c] as const) : [],
    ),
  )
  return (
    <>
      {[...mine.values()].map((c) => (
        <Board key={c.communityId} {...c} alone={mine.size === 1} />
      ))}
    </>
  )
}

/** What lies on the desks at which the reader sits. */
export function PartyDesk() {
  const desk = useLoad('whistle.desk', { show: 'open' })
  return (
    <Faces of={desk} lines={1}>
      {({ counts: { toRespond, underWay, overdue } }) => {
        const rows = [
          { name: '超时的', count: overdue, tone: 'vermilion', says: '过了时限，请马上去办' },
          { name: '等你们到场', count: toRespond, tone: 'vermilion', says: '去看一眼，报个到' },
          { name: '正在办', count: underWay, tone: 'sun', says: '办好了，拍一张照片交上来' },
        ] as const
        const mine = rows.filter((r) => r.count > 0)
        return (
          <Card>
            <View className="k-row">
              <Heading>派给我们的</Heading>
              <LinkWord onTap={() => go('desk/party')} label="派给我们的，全部">
                全部
              </LinkWord>
            </View>
            {mine.length === 0 ? <Quiet>眼下没有派来的事。社区派单以后，会排在这里。</Quiet> : null}
            {mine.map(({ name, count, tone, says }) => (
              <Row
                key={name}
                left={name}
                quiet={says}
                chip={<Chip tone={tone}>{count} 件</Chip>}
                label={`${name} ${count} 件，打开`}
                onTap={() => go('desk/party')}
              />
            ))}
          </Card>
        )
      }}
    </Faces>
  )
}

function RaisedIn({ subdistrictId }: { subdistrictId: string }) {
  const raised = useList('whistle.raised', { subdistrictId })
  const count = raised.items.length
  const many = raised.done ? `${count} 件` : `${count} 件以上`
  const open = () => go('desk/raised', { subdistrictId })
  if (raised.state !== 'ready')
    return (
      <Faces of={{ ...raised, data: undefined }} lines={1}>
        {() => null}
      </Faces>
    )
  return (
    <Card onTap={open} label={count === 0 ? '没有上报来的哨，打开' : `上报来的哨 ${many}，打开`}>
      <Row
        left={<Heading>{count === 0 ? '没有上报来的哨' : '上报来的哨'}</Heading>}
        quiet="社区没能按时办好，或居民第二次说又坏了"
        chip={count > 0 ? <Chip tone="vermilion">{many}</Chip> : undefined}
        opens
      />
    </Card>
  )
}

/** What the communities could not settle, for the level above. */
export function Raised({ me }: { me: Me }) {
  const mine = subdistrictsOf(me)
  if (mine.length > 0)
    return (
      <>
        {mine.map((id) => (
          <RaisedIn key={id} subdistrictId={id} />
        ))}
      </>
    )
  return (
    <Card onTap={() => go('desk/raised')} label="上报来的哨，按街道看，打开">
      <Row left={<Heading>上报来的哨</Heading>} quiet="按街道看，社区没能按时办好的" opens />
    </Card>
  )
}
