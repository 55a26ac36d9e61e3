import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { sayWhen } from '../../../shared/kernel/time'
import { findingStateWords } from '../../../shared/patrol/words'
import { go } from '../../kernel/go'
import { Chip, Row } from '../../kernel/ui'
import { findingTones } from './words'

export type FindingFace = Output<'finding.list'>['items'][number]

export const FindingChip = ({ of }: { of: Pick<FindingFace, 'state'> }) => (
  <Chip tone={findingTones[of.state]}>{findingStateWords[of.state]}</Chip>
)

/** What was found in one line: where, how it stands, and what of its photos is still to come. */
export function FindingRow({ finding: f, onOpen }: { finding: FindingFace; onOpen?: () => void }) {
  const { communityId, findingId } = f
  const at = sayWhen(new Date(f.seenAt), new Date())
  return (
    <Row
      left={f.title}
      quiet={
        <>
          <View>{[f.place, at, f.walker].filter(Boolean).join(' · ')}</View>
          <View>{f.says}</View>
          {f.saysPhotos ? <View>{f.saysPhotos}</View> : null}
        </>
      }
      chip={<FindingChip of={f} />}
      label={[f.title, f.place, f.says, f.saysPhotos, '打开'].filter(Boolean).join('，')}
      onTap={onOpen ?? (() => go('patrol/finding', { communityId, findingId }))}
    />
  )
}
