import { View } from '@tarojs/components'
import { useState } from 'react'
import { nearnessWords } from '../../../shared/care/words'
import { sayCount } from '../../desk/parts/says'
import { useAct } from '../../kernel/act'
import { useLoad } from '../../kernel/load'
import { Refusal } from '../../kernel/refused'
import { Card, Chip, Empty, Faces, Heading, PlainButton, Quiet, Refused, Row, Says } from '../../kernel/ui'
import { ActFoot } from '../../meeting/parts/ActFoot'
import { ActSheet } from '../../whistle/parts/acts/ActSheet'
import { Picks } from '../../whistle/parts/Picks'
import { beside } from '../../whistle/parts/words'
import { Loads, saySpread } from './Loads'

// what one volunteer can see through comes first; without a limit, a few would carry hundreds
const limits = ['5', '8', '10', '15', '20', 'all'] as const
const shownAtFirst = 6

/** 每人包 13 到 14 户, of whoever carries any. */
function sayEach(loads: readonly { homes: number; members: number }[]): string {
  const carried = loads.filter((l) => l.homes > 0 && l.members > 0).map((l) => l.homes)
  const [least, most] = [Math.min(...carried), Math.max(...carried)]
  return least === most ? `每人包 ${sayCount(most)} 户` : `每人包 ${sayCount(least)} 到 ${sayCount(most)} 户`
}

/** Who might look after each home that has nobody: seen, adjusted, adopted. Nothing is written before. */
export function Proposal({ communityId, onDone }: { communityId: string; onDone(says: string): void }) {
  const [limit, setLimit] = useState<(typeof limits)[number]>('10')
  const [all, setAll] = useState(false)
  const [asks, ask] = useState(false)
  const atMost = limit === 'all' ? undefined : limit
  const proposal = useLoad('care.propose', { communityId, ...(atMost && { atMost }) })
  const accept = useAct('care.accept')
  const nobody = proposal.error instanceof Refusal && proposal.error.code === 'nobody_to_care'
  const adopt = async (digest: string) => {
    ask(false)
    const done = await accept.run({ communityId, digest, ...(atMost && { atMost: Number(atMost) }) })
    if (done) onDone(`安排好了，${sayCount(done.links)} 户都告诉了照看的人`)
  }
  if (nobody) return <Empty says="还没有可以包户的党员" more="先受理报到，或登记无职党员，再来安排。" />
  return (
    <>
      <Picks
        label="一个人最多包几户"
        options={limits.map((value) => ({ value, label: value === 'all' ? '不限' : `${value} 户` }))}
        value={limit}
        onChange={(next) => setLimit(next)}
      />
      <Faces
        of={proposal}
        lines={3}
        isEmpty={(p) => p.homes === 0 && p.left === 0}
        empty={{ says: '每一户都有人管了', more: '有户空出来，再来这里安排。' }}
      >
        {(p) => {
          const shown = all ? p.buildings : p.buildings.slice(0, shownAtFirst)
          return (
            <>
              <Card>
                <View className="d-headline">
                  <Heading>{`给 ${sayCount(p.homes)} 户安排人`}</Heading>
                  {p.left > 0 ? (
                    <Chip tone="vermilion">{`还差 ${sayCount(p.left)} 户`}</Chip>
                  ) : (
                    <Chip tone="pine">都安排上了</Chip>
                  )}
                </View>
                <Quiet>{`${sayCount(p.members)} 位党员，尽量一样多，尽量近。`}</Quiet>
                <Row left={`${nearnessWords.same}的人照看`} right={`${sayCount(p.same)} 户`} />
                <Row left={`${nearnessWords.neighbour}的人照看`} right={`${sayCount(p.neighbour)} 户`} />
                <Row left={`${nearnessWords.far}的人照看`} right={`${sayCount(p.far)} 户`} />
                {p.left > 0 ? <Says tone="sun">按这个上限不够分，把上限放宽，或多请几位党员。</Says> : null}
              </Card>
              <Card>
                <View className="d-headline">
                  <Heading>安排以后每人几户</Heading>
                  <Quiet>{saySpread(p.loads)}</Quiet>
                </View>
                <Loads loads={p.loads} />
              </Card>
              <Card>
                <Heading>哪些楼</Heading>
                {shown.map((b) => (
                  <Row
                    key={b.buildingId}
                    left={`${b.compound} ${b.name}`}
                    quiet={beside(
                      b.same > 0 && `${nearnessWords.same} ${b.same}`,
                      b.neighbour > 0 && `${nearnessWords.neighbour} ${b.neighbour}`,
                      b.far > 0 && `${nearnessWords.far} ${b.far}`,
                    )}
                    right={`${b.homes} 户`}
                  />
                ))}
                {shown.length < p.buildings.length ? (
                  <PlainButton onTap={() => setAll(true)}>{`看全部 ${p.buildings.length} 栋`}</PlainButton>
                ) : null}
              </Card>
              <Card>
                <Heading>比如</Heading>
                {p.sample.map((s) => (
                  <Row key={s.homeId} left={s.home} right={s.member} />
                ))}
                <Quiet>采用以后，哪一户想换人，点开那栋楼单独改。</Quiet>
              </Card>
              <Refused by={accept.refusal} />
              {accept.refusal instanceof Refusal && accept.refusal.code === 'proposal_outdated' ? (
                <PlainButton onTap={proposal.reload}>重新看一遍方案</PlainButton>
              ) : null}
              {p.homes > 0 ? (
                <ActFoot main={{ word: '就这样安排', onTap: () => ask(true), busy: accept.busy }} />
              ) : null}
              {asks ? (
                <ActSheet
                  title={`给 ${sayCount(p.homes)} 户安排人`}
                  act="安排，告诉每一位"
                  onAct={() => void adopt(p.digest)}
                  busy={accept.busy}
                  refusal={undefined}
                  onClose={() => ask(false)}
                >
                  <Heading>{`${sayCount(p.members)} 位党员，${sayEach(p.loads)}`}</Heading>
                  <View>安排好就告诉每一位。以后想换人，要点开那栋楼，一户一户改。</View>
                </ActSheet>
              ) : null}
            </>
          )
        }}
      </Faces>
    </>
  )
}
