import { View } from '@tarojs/components'
import { useState } from 'react'
import { commonCategories } from '../../../shared/patrol/words'
import { categories, categoryWords } from '../../../shared/whistle/categories'
import { go } from '../../kernel/go'
import { Card, Chip, Heading, PlainButton, Row, Sheet, Tap } from '../../kernel/ui'
import { itemsOf, type Round, type Watched } from '../kept/round'
import { hasBegun } from '../parts/found'
import { sayFound, sayOutcome, sayWhere } from '../parts/words'
import '../parts/patrol.scss'

const others = categories.filter((c) => !(commonCategories as readonly string[]).includes(c))
const shownAtFirst = 5

/** The first of two taps: of what kind it is. The camera opens next. */
export function FindingKinds({ round }: { round: Round }) {
  const [more, setMore] = useState(false)
  const find = (category: string) => {
    setMore(false)
    go('patrol/find', { roundId: round.roundId, category })
  }
  const tile = (category: (typeof categories)[number]) => (
    <Tap
      key={category}
      className="t-kind"
      label={`发现问题：${categoryWords[category]}，拍照`}
      onTap={() => find(category)}
    >
      {categoryWords[category]}
    </Tap>
  )
  return (
    <View className="t-group">
      <Heading>发现问题</Heading>
      {hasBegun(round) ? (
        <PlainButton tone="vermilion" onTap={() => find('other')}>
          有一个没记完，接着记
        </PlainButton>
      ) : null}
      <View className="t-kinds">
        {commonCategories.map(tile)}
        <Tap className="t-kind is-other" label="发现问题：别的" onTap={() => setMore(true)}>
          别的
        </Tap>
      </View>
      <Sheet open={more} title="哪一类" onClose={() => setMore(false)}>
        <View className="t-kinds">{others.map(tile)}</View>
      </Sheet>
    </View>
  )
}

/** What this round has seen, the last first; one that is watched can be put right later in the same round. */
export function Seen({ round, onLook }: { round: Round; onLook: (watched: Watched) => void }) {
  const [all, setAll] = useState(false)
  const looks = new Map(itemsOf(round, 'looks').map((l) => [l.findingId, l]))
  const isSent = (id: string) => round.entries.slice(0, round.sent).some((e) => e.item.id === id)
  const found = itemsOf(round, 'findings').reverse()
  if (found.length === 0) return null
  return (
    <Card>
      <Heading>{`这一趟发现了 ${found.length} 个`}</Heading>
      {found.slice(0, all ? undefined : shownAtFirst).map((f) => {
        const look = looks.get(f.id)
        const { tone, says } = sayOutcome(look?.outcome ?? f.outcome, isSent(look?.id ?? f.id))
        const title = sayFound(f)
        const place = sayWhere(round, f)
        const isWatched = f.outcome === 'watched' && (look === undefined || look.outcome === 'still')
        return (
          <Row
            key={f.id}
            left={title}
            quiet={place}
            chip={<Chip tone={tone}>{says}</Chip>}
            {...(isWatched && {
              label: `${title}，${says}，再看看`,
              onTap: () =>
                onLook({
                  ...{ findingId: f.id, category: f.category, words: f.words ?? null, place },
                  ...{ checkpointId: f.checkpointId ?? null, seenAt: f.at, looks: 0, thumb: null },
                }),
            })}
          />
        )
      })}
      {!all && found.length > shownAtFirst ? (
        <PlainButton onTap={() => setAll(true)}>{`全部 ${found.length} 个`}</PlainButton>
      ) : null}
    </Card>
  )
}

/** What was left to be looked at again, where it lies on the way. */
export function ToLookAt({ round, onLook }: { round: Round; onLook: (watched: Watched) => void }) {
  const looks = new Map(itemsOf(round, 'looks').map((l) => [l.findingId, l]))
  const isSent = (id: string) => round.entries.slice(0, round.sent).some((e) => e.item.id === id)
  if (round.watched.length === 0) return null
  const left = round.watched.filter((w) => !looks.has(w.findingId)).length
  return (
    <Card>
      <Heading>{left === 0 ? '上次先看着的，都看过了' : `上次先看着的，还有 ${left} 处要再看`}</Heading>
      {round.watched.map((w) => {
        const look = looks.get(w.findingId)
        const title = sayFound({ words: w.words ?? undefined, category: w.category })
        const stands = look && sayOutcome(look.outcome, isSent(look.id))
        return (
          <Row
            key={w.findingId}
            left={title}
            quiet={w.place}
            chip={
              stands ? <Chip tone={stands.tone}>{stands.says}</Chip> : <Chip tone="vermilion">去看看</Chip>
            }
            label={`${title}，${w.place}，${stands?.says ?? '去看看'}`}
            onTap={() => onLook(w)}
          />
        )
      })}
    </Card>
  )
}
