import { useState } from 'react'
import { useCreate } from '../../desk/parts/useCreate'
import { goInstead } from '../../kernel/go'
import { useLoad } from '../../kernel/load'
import { useMe } from '../../kernel/session'
import { Card, Faces, Heading, MainButton, Quiet, Refused } from '../../kernel/ui'
import { homesElsewhere } from './myHomes'
import { ProfileFields } from './ProfileFields'
import { type Where, WherePick } from './WherePick'
import type { Checkin } from './words'

/** Moved house: the history comes along, and the old one counts until the new community accepts. */
export function Transfer({ from }: { from: Checkin }) {
  const { me } = useMe()
  const { create, busy, refusal } = useCreate('checkin.transfer')
  const communities = useLoad('place.directory', {
    level: 'community',
    communityId: from.communityId,
  })
  const inDistrict = new Set(communities.data?.items.map((c) => c.communityId))
  const suggested = homesElsewhere(me, from.communityId).filter((h) => inDistrict.has(h.communityId))
  const [first] = suggested
  const [picked, pick] = useState<Where>()
  const where = picked ?? first
  const [profile, setProfile] = useState(from.profile)
  const [tried, setTried] = useState(false)
  const move = async () => {
    setTried(true)
    if (where === undefined) return
    const { communityId, homeId } = where
    const made = await create({
      communityId,
      fromId: from.checkinId,
      name: from.name,
      profile,
      ...(homeId && { homeId }),
    })
    if (made) goInstead('checkin/mine')
  }
  return (
    <Faces of={communities} lines={2}>
      {({ items }) => (
        <>
          <Card>
            <Heading>{`现在在${from.community}`}</Heading>
            <Quiet>服务时长和记录跟着你走。新社区受理以前，原来的报到照样算。</Quiet>
          </Card>
          <WherePick
            suggested={suggested}
            others={items
              .filter((c) => c.communityId !== from.communityId)
              .map((c) => ({ communityId: c.communityId, community: c.name, subdistrict: c.under }))}
            value={where}
            onChange={pick}
            error={tried && where === undefined ? '请选社区' : undefined}
          />
          <ProfileFields value={profile} onChange={setProfile} />
          <Refused by={refusal} />
          <MainButton busy={busy} onTap={() => void move()}>
            {where ? `转到${where.community}` : '转过去'}
          </MainButton>
        </>
      )}
    </Faces>
  )
}
