import { View } from '@tarojs/components'
import { useState } from 'react'
import { categories, categoryWords, urgencies, urgencyWords } from '../../../shared/whistle/categories'
import { Card, Chip, Choice, Row, Sheet, Tap } from '../../kernel/ui'
import { type Place, sayPlace } from './place'
import type { Judged, Report } from './report'
import { urgencyHints, visibility } from './words'

const Value = ({ children }: { children: string }) => <View className="row-value">{children}</View>
const Guessed = () => <Chip tone="quiet">按文字猜的</Chip>

const urgencyOptions = urgencies.map((value) => ({
  value,
  label: urgencyWords[value],
  hint: urgencyHints[value],
}))

/** Where, of what kind, how pressing, and who sees me: each with its answer, open to a change of mind. */
export function Choices({
  place,
  report,
  judged,
  change,
  onWhere,
}: {
  place: Place | undefined
  report: Report
  judged: Judged
  change: (changes: Partial<Report>) => void
  onWhere: () => void
}) {
  const [open, setOpen] = useState<'category' | 'urgency' | 'anonymous'>()
  const close = () => setOpen(undefined)
  const answer = (changes: Partial<Report>) => {
    change(changes)
    close()
  }
  const spot = report.spot.trim()
  const at = place ? [sayPlace(place), spot || report.pin?.name].filter(Boolean).join(' · ') : '选一下'
  const category = categoryWords[judged.category]
  const urgency = urgencyWords[judged.urgency]
  const feltUrgent = report.urgency === undefined && judged.urgency === 'danger'
  const seen = visibility[report.anonymous ? 0 : 1]
  return (
    <>
      <Card>
        <Row
          left="在哪"
          quiet={place?.building ? place.compound : undefined}
          right={<Value>{at}</Value>}
          label={`在哪，${at}，改`}
          onTap={onWhere}
        />
        <Row
          left="哪一类"
          chip={judged.because ? <Guessed /> : undefined}
          right={<Value>{category}</Value>}
          label={`哪一类，${category}${judged.because ? '，按文字猜的' : ''}，改`}
          onTap={() => setOpen('category')}
        />
        <Row
          left="急不急"
          chip={feltUrgent ? <Guessed /> : undefined}
          right={<Value>{urgency}</Value>}
          label={`急不急，${urgency}${feltUrgent ? '，按文字猜的' : ''}，改`}
          onTap={() => setOpen('urgency')}
        />
        <Row
          left="别人看得到我吗"
          right={<Value>{seen.label}</Value>}
          label={`别人看得到我吗，${seen.label}，改`}
          onTap={() => setOpen('anonymous')}
        />
      </Card>
      <Sheet open={open === 'category'} title="哪一类" onClose={close}>
        <View className="kinds" ariaRole="radiogroup" ariaLabel="哪一类">
          {categories.map((kind) => {
            const isOn = kind === judged.category
            return (
              <Tap
                key={kind}
                role="radio"
                checked={isOn}
                className={`kind${isOn ? ' is-on' : ''}`}
                onTap={() => answer({ category: kind })}
              >
                {isOn ? `✓ ${categoryWords[kind]}` : categoryWords[kind]}
              </Tap>
            )
          })}
        </View>
      </Sheet>
      <Sheet open={open === 'urgency'} title="急不急" onClose={close}>
        <Choice
          label="急不急"
          options={urgencyOptions}
          value={judged.urgency}
          onChange={(value) => answer({ urgency: value })}
        />
      </Sheet>
      <Sheet open={open === 'anonymous'} title="别人看得到我吗" onClose={close}>
        <Choice
          label="别人看得到我吗"
          options={visibility}
          value={seen.value}
          onChange={(value) => answer({ anonymous: value === 'hidden' })}
        />
      </Sheet>
    </>
  )
}
