import { View } from '@tarojs/components'
import { isLive } from '../../shared/checkin/states'
import { nextActWords } from '../../shared/checkin/words'
import type { Output } from '../../shared/contract'
import { sayMinutes } from '../../shared/service/words'
import { NotSignedRows } from '../checkin/parts/NotSigned'
import { type Now, useNow } from '../checkin/parts/useNow'
import { useWaits } from '../checkin/parts/useWaits'
import { sayCheckin } from '../checkin/parts/words'
import { go } from '../kernel/go'
import { useList, useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Card, Chip, Faces, Heading, LinkWord, Quiet, Row, type Tone } from '../kernel/ui'
import { sayClock } from '../meeting/parts/words'
import { beside } from '../whistle/parts/words'
import { WaitRows } from './WaitRows'

type Mine = Output<'checkin.mine'>

/** Where the member is, with the one next act; what they are in the middle of comes first. */
function sayMine({ current, next }: Mine): { says: string; tone: Tone; chip: string } {
  if (next === 'again') return { says: current?.reason ?? '社区退回来了', tone: 'vermilion', chip: '请补正' }
  if (current === null) return { says: nextActWords[next], tone: 'vermilion', chip: '等你交报到单' }
  if (next === 'wait')
    return { says: `报到单交给${current.community}了`, tone: 'sun', chip: sayCheckin(current) }
  return {
    says: beside(
      current.community,
      `服务 ${sayMinutes(current.minutes)}`,
      current.homes > 0 && `包 ${current.homes} 户`,
    ),
    tone: isLive(current.state) ? 'pine' : 'quiet',
    chip: sayCheckin(current),
  }
}

/** For members alone: nobody else is asked whether they are one. Who is in the middle of serving finds the way out, also without signal. */
export function MyCheckin() {
  const mine = useLoad('checkin.mine', {})
  const { data } = mine
  const isMember = data !== undefined && (data.consent.givenAt !== null || data.current !== null)
  const { here, refused } = useNow(isMember)
  const waits = useWaits(isMember)
  if (here === undefined && refused.length === 0 && !(isMember && data.next !== 'consent')) return null
  return (
    <Card>
      <View className="k-row">
        <Heading>党员报到</Heading>
        <LinkWord onTap={() => go('checkin/mine')} label="党员报到，看全部">
          看全部
        </LinkWord>
      </View>
      <NotSignedRows of={refused} />
      {here ? null : <WaitRows of={waits} />}
      {here ? <ServingRow here={here} /> : data ? <NextRow mine={data} /> : null}
    </Card>
  )
}

const ServingRow = ({ here }: { here: Now }) => (
  <Row
    left={`正在服务：${here.title}`}
    quiet={`${sayClock(new Date(here.inAt))} 签到，走之前签退`}
    chip={<Chip tone="vermilion">记得签退</Chip>}
    label={`正在服务：${here.title}，去签退`}
    onTap={() => go('checkin/tasks')}
  />
)

function NextRow({ mine }: { mine: Mine }) {
  const { says, tone, chip } = sayMine(mine)
  const serves = mine.current !== null && isLive(mine.current.state)
  const act = serves ? nextActWords.serve : nextActWords[mine.next]
  return (
    <Row
      left={act}
      quiet={says}
      chip={<Chip tone={tone}>{chip}</Chip>}
      label={`${act}，${chip}，打开`}
      onTap={() => go(serves ? 'checkin/tasks' : 'checkin/mine')}
    />
  )
}

/** What members wait for in one community: to be accepted, and their service to be confirmed. */
function CommunityWaits({ communityId, name, alone }: { communityId: string; name: string; alone: boolean }) {
  const slips = useLoad('checkin.list', { communityId, state: 'presented' })
  const services = useList('service.list', { communityId, state: 'out' })
  return (
    <Faces of={slips} lines={1}>
      {({ counts }) => {
        const toAccept = counts.presented
        const toConfirm = services.items.length
        const many = services.done || services.state !== 'ready' ? `${toConfirm} 次` : `${toConfirm} 次以上`
        return (
          <Card>
            <View className="k-row">
              <Heading>{alone ? '党员报到' : `${name}党员报到`}</Heading>
              <LinkWord onTap={() => go('checkin/desk', { communityId })} label="党员报到，全部">
                全部
              </LinkWord>
            </View>
            {toAccept === 0 && toConfirm === 0 ? <Quiet>眼下没有等你办的。</Quiet> : null}
            {toAccept > 0 ? (
              <Row
                left="等受理的报到单"
                quiet="看一眼，受理或退回"
                chip={<Chip tone="vermilion">{`${toAccept} 张`}</Chip>}
                label={`等受理的报到单 ${toAccept} 张，打开`}
                onTap={() => go('checkin/desk', { communityId })}
              />
            ) : null}
            {toConfirm > 0 ? (
              <Row
                left="等确认的服务"
                quiet="签退了的，确认后才算时长"
                chip={<Chip tone="vermilion">{many}</Chip>}
                label={`等确认的服务 ${many}，打开`}
                onTap={() => go('checkin/services', { communityId })}
              />
            ) : null}
          </Card>
        )
      }}
    </Faces>
  )
}

export function CheckinsWaiting() {
  const { communitiesFor } = useMe()
  const mine = communitiesFor('checkin.list')
  return (
    <>
      {mine.map((c) => (
        <CommunityWaits key={c.communityId} {...c} alone={mine.length === 1} />
      ))}
    </>
  )
}

/** A unit's slips and receipts, for its liaison. */
export function Units() {
  const units = useLoad('slip.units', {})
  return (
    <Faces of={units} lines={1}>
      {({ items }) => (
        <>
          {items.map((u) => {
            const params = { unitId: u.unitId }
            const ofWaiting = { ...params, stand: 'waiting' }
            const lines = [
              {
                name: '等单位确认的回执',
                count: u.toConfirm,
                says: '社区受理了，确认一下就报到成功',
                page: 'checkin/receipts',
                to: params,
                tone: 'vermilion',
              },
              {
                name: '15 天还没报到',
                count: u.slow,
                says: '提醒本人去社区交报到单',
                page: 'checkin/unit',
                to: ofWaiting,
                tone: 'sun',
              },
            ] as const
            const waits = lines.filter((l) => l.count > 0)
            return (
              <Card key={u.unitId}>
                <View className="k-row">
                  <Heading>{`${u.name}的党员报到`}</Heading>
                  <LinkWord onTap={() => go('checkin/unit', params)} label={`${u.name}的党员报到，全部`}>
                    全部
                  </LinkWord>
                </View>
                {waits.length === 0 ? <Quiet>眼下没有等你办的。</Quiet> : null}
                {waits.map((l) => (
                  <Row
                    key={l.name}
                    left={l.name}
                    quiet={l.says}
                    chip={<Chip tone={l.tone}>{`${l.count} 人`}</Chip>}
                    label={`${l.name} ${l.count} 人，打开`}
                    onTap={() => go(l.page, l.to)}
                  />
                ))}
              </Card>
            )
          })}
        </>
      )}
    </Faces>
  )
}
