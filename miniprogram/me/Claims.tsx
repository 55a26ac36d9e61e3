import { tieKindWords } from '../../shared/home/words'
import { sayClaim } from '../home/sayClaim'
import { useAct } from '../kernel/act'
import { type Me, reloadMe } from '../kernel/session'
import { Card, Chip, Heading, PlainButton, Refused, Row, type Tone } from '../kernel/ui'

type Claim = Me['claims'][number]

const tones: Record<Claim['state'], Tone> = {
  submitted: 'sun',
  accepted: 'pine',
  rejected: 'vermilion',
  withdrawn: 'quiet',
}
const words: Record<Claim['state'], string> = {
  submitted: '等核实',
  accepted: '通过了',
  rejected: '没通过',
  withdrawn: '撤回了',
}

/** What I asked for, and taking it back while nobody has looked at it. */
export function MyClaims({ me }: { me: Me }) {
  const withdraw = useAct('claim.withdraw')
  if (me.claims.length === 0) return null
  const takeBack = async (c: Claim) => {
    const answer = await withdraw.run({ communityId: c.communityId, claimId: c.claimId })
    if (answer) await reloadMe()
  }
  return (
    <Card>
      <Heading>我的申请</Heading>
      {me.claims.map((c) => (
        <Row
          key={c.claimId}
          left={`${c.compound} ${c.label}（${tieKindWords[c.kind]}）`}
          quiet={sayClaim(c, new Date())}
          chip={<Chip tone={tones[c.state]}>{words[c.state]}</Chip>}
        />
      ))}
      {me.claims
        .filter((c) => c.state === 'submitted')
        .map((c) => (
          <PlainButton key={c.claimId} onTap={() => takeBack(c)} busy={withdraw.busy}>
            撤回 {c.label} 的申请
          </PlainButton>
        ))}
      <Refused by={withdraw.refusal} />
    </Card>
  )
}
