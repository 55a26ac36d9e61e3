import { View } from '@tarojs/components'
import { Fragment, useState } from 'react'
import { visitNeedWords, visitOutcomeWords } from '../../../shared/care/words'
import { naturalKey } from '../../../shared/kernel/order'
import { dayOf } from '../../../shared/kernel/time'
import { useFew } from '../../kernel/few'
import { Card, Chip, Heading, LinkWord, PlainButton, Quiet, TextField } from '../../kernel/ui'
import { beside, sayDayShort } from '../../whistle/parts/words'
import { isLong } from './useWaits'
import type { Home } from './VisitSheet'

// so many can be looked through without being grouped or searched
const few = 20

/** The stair somebody climbs: what the home is called without its own number. */
export const stairOf = (home: string): string => home.replace(/[0-9A-Za-z-]+[室号户]?$/, '') || home

interface Acts {
  onVisit(home: Home): void
  onSee(home: Home): void
}

function One({ home, now, onVisit, onSee }: { home: Home; now: Date } & Acts) {
  const { lastVisit, lastOutcome, lastNeeds, visits } = home
  return (
    <Card>
      <View className="d-headline">
        <Heading>{home.home}</Heading>
        {isLong(home, dayOf(now)) ? (
          <Chip tone="vermilion">该去看看了</Chip>
        ) : lastVisit ? (
          <Chip tone="pine">去过</Chip>
        ) : (
          <Chip tone="sun">还没去过</Chip>
        )}
      </View>
      <Quiet>
        {lastVisit === null
          ? `${sayDayShort(home.since, now)}起由你照看，还没有去过`
          : beside(
              `上次 ${sayDayShort(lastVisit, now)}`,
              lastOutcome && visitOutcomeWords[lastOutcome],
              lastNeeds.map((n) => visitNeedWords[n]).join('、'),
            )}
      </Quiet>
      <PlainButton tone="pine" label={`${home.home}，记一次走访`} onTap={() => onVisit(home)}>
        记一次走访
      </PlainButton>
      {visits > 0 ? (
        <LinkWord label={`${home.home}，看 ${visits} 次走访`} onTap={() => onSee(home)}>
          {`一共去过 ${visits} 次`}
        </LinkWord>
      ) : null}
    </Card>
  )
}

/** Those nobody has seen for long first, then stair by stair as one walks; many of them a page at a time. */
export function CaredHomes({ items, ...acts }: { items: readonly Home[] } & Acts) {
  const [typed, setTyped] = useState('')
  const now = new Date()
  const today = dayOf(now)
  const many = items.length > few
  const placed = items
    .filter((home) => home.home.includes(typed.trim()))
    .map((home) => ({
      home,
      long: isLong(home, today),
      stair: stairOf(home.home),
      at: naturalKey(home.home),
    }))
    .sort((a, b) => Number(b.long) - Number(a.long) || (a.at < b.at ? -1 : 1))
  const { shown, more } = useFew(placed)
  const heading = (i: number): string | undefined => {
    const [here, before] = [shown[i]!, shown[i - 1]]
    if (!many || (before?.long === here.long && before.stair === here.stair)) return undefined
    const alike = placed.filter((p) => p.long === here.long && p.stair === here.stair).length
    return here.long ? `${here.stair}，${alike} 户该去看看了` : `${here.stair}，${alike} 户`
  }
  return (
    <>
      {many ? (
        <TextField label="找一户" value={typed} onInput={setTyped} max={20} placeholder="比如 3栋1单元" />
      ) : null}
      {shown.map(({ home }, i) => {
        const says = heading(i)
        return (
          <Fragment key={home.linkId}>
            {says ? <Heading>{says}</Heading> : null}
            <One home={home} now={now} {...acts} />
          </Fragment>
        )
      })}
      {shown.length === 0 ? <Quiet>{`没有找到“${typed.trim()}”`}</Quiet> : null}
      {more}
    </>
  )
}
