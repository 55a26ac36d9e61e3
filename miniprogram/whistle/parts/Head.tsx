import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { categoryWords, urgencyWords } from '../../../shared/whistle/categories'
import { outcomeWords, sourceWords } from '../../../shared/whistle/words'
import { isBrowser } from '../../kernel/device'
import { go } from '../../kernel/go'
import { Card, Chip, Heading, LinkWord, Quiet, Row, Says } from '../../kernel/ui'
import { Photos } from './Photos'
import { beside, isLate, sayAt, sayDeadlines, sayJoined, sayState, toneOf, type Whistle } from './words'
import './whistle.scss'

/** What it is, how it stands and until when. */
export function Head({
  whistle,
  waitsForMe,
  works,
  now,
}: {
  whistle: Whistle
  waitsForMe: boolean
  /** The reader works on it: told whom it came from. */
  works: boolean
  now: Date
}) {
  const { state, urgency, pin } = whistle
  const late = isLate(whistle, now)
  const deadlines = sayDeadlines(whistle, now)
  // the sentence above tells the one that is left already
  const toldTwice = deadlines === undefined || whistle.says.includes(deadlines)
  return (
    <>
      <View>
        <View className="w-head">
          <Heading className="w-title">{whistle.title}</Heading>
          <Chip tone={late ? 'vermilion' : toneOf(state, waitsForMe)}>{sayState(state, waitsForMe)}</Chip>
        </View>
        <Quiet className="k-pieces">
          {beside(
            whistle.place,
            categoryWords[whistle.category],
            works && sourceWords[whistle.source],
            works && `${sayAt(whistle.submittedAt, now)} 报来`,
            sayJoined(whistle.joined),
          )}
        </Quiet>
      </View>
      {urgency === 'danger' || (urgency === 'complex' && works) || whistle.raised ? (
        <View className="w-chips">
          {urgency === 'danger' ? <Chip tone="vermilion">{urgencyWords.danger}</Chip> : null}
          {urgency === 'complex' && works ? <Chip tone="quiet">{urgencyWords.complex}</Chip> : null}
          {whistle.raised ? <Chip tone="vermilion">已上报上一级</Chip> : null}
        </View>
      ) : null}
      <View className="w-due">
        {late ? (
          <Says tone="vermilion">{whistle.says}</Says>
        ) : (
          <View className="w-due-says">{whistle.says}</View>
        )}
        {toldTwice ? null : <Quiet>{deadlines}</Quiet>}
        {pin && !isBrowser ? (
          <LinkWord
            onTap={() =>
              void Taro.openLocation({ latitude: pin.lat, longitude: pin.lng, name: whistle.place })
            }
          >
            在地图上看
          </LinkWord>
        ) : null}
      </View>
    </>
  )
}

/** Longer words would leave the pictures alone beside them. */
const fewWords = 120

/** What was seen and said, and what was said about it at the end. */
export function Told({ whistle, compact }: { whistle: Whistle; compact: boolean }) {
  const { title, photos, outcome, stars, mergedInto, communityId, finding } = whistle
  // few words are the title already
  const words = whistle.words === title ? null : whistle.words
  const who = whistle.mine === 'first' ? '你' : '居民'
  const own = photos.filter((photo) => photo.when === 'before')
  const proofs = photos.filter((photo) => photo.when === 'after')
  return (
    <>
      {words === null && photos.length === 0 ? null : (
        <View
          className={`w-told${compact && words !== null && words.length <= fewWords ? ' is-beside' : ''}`}
        >
          <Photos photos={[...own, ...proofs]} />
          {words === null ? null : (
            <Text className="w-words" userSelect>
              {words}
            </Text>
          )}
        </View>
      )}
      {outcome ? (
        <Says tone={outcome === 'solved' ? 'pine' : 'sun'}>
          {`${who}说${outcomeWords[outcome]}${stars === null ? '' : `，满意 ${stars} 颗星（一共 5 颗）`}`}
        </Says>
      ) : null}
      {mergedInto ? (
        <Card
          onTap={() => go('whistle/one', { communityId, whistleId: mergedInto })}
          label="这件事并到了另一件，去看那一件"
        >
          <Row left="并到了另一件" quiet="那一件还在办，去看进展" opens />
        </Card>
      ) : null}
      {finding ? (
        <Card
          onTap={() => go('patrol/finding', { communityId, findingId: finding.findingId })}
          label={`巡查时发现的，${finding.plan}，去看`}
        >
          <Row left="巡查时发现的" quiet={`${finding.plan}，看那一次的照片和经过`} />
        </Card>
      ) : null}
      {whistle.incidentId ? <Says>这是许多人遇到的同一件事，一起办，一起答复。</Says> : null}
    </>
  )
}
