import { go } from '../kernel/go'
import { Card, Faces, Heading, Quiet, Row } from '../kernel/ui'
import { sayStand } from '../patrol/kept/sayStand'
import { type Stand, useStands } from '../patrol/kept/today'
import { Hero } from './Hero'

/** One plan is opened at once; where there are several, the one to walk is chosen first. */
const open = (stands: readonly Stand[]): void => {
  const [only, ...others] = stands
  if (only && others.length === 0) {
    const { communityId, planId } = only.plan
    go('patrol/round', { communityId, planId })
  } else go('patrol/today')
}

/** Today's round: what is due or half done as one big button, else a quiet line; none for whoever walks none. */
export function TodaysRound() {
  const { today, stands, day } = useStands()
  return (
    <Faces of={today} lines={1}>
      {() => {
        const [first, ...others] = stands
        if (!first) return null
        const { title, says } = sayStand(first, day)
        const more = others.filter((s) => s.is === 'underWay' || s.is === 'due').length
        const told = more > 0 ? `${says}。还有 ${more} 处要走` : says
        if (first.is !== 'underWay' && first.is !== 'due')
          return (
            <Card onTap={() => open(stands)} label={`巡查，${title}，${says}，打开`}>
              <Row left={<Heading>{title}</Heading>} quiet={says} />
            </Card>
          )
        return (
          <>
            <Hero sign="巡" title={title} says={told} onTap={() => open(stands)} />
            <Quiet>
              {today.isTaken ? '已经存在手机上，没有信号也能走' : '手机存不下了，有信号的地方才能走'}
            </Quiet>
          </>
        )
      }}
    </Faces>
  )
}
