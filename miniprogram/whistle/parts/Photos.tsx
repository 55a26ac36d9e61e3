import { View } from '@tarojs/components'
import { addressOf, Picture, showPictures } from '../../kernel/photos'
import { Quiet, Tap } from '../../kernel/ui'
import type { Photo } from './words'
import './whistle.scss'

const whenWords: Record<Photo['when'], string> = { before: '之前', after: '之后' }
const waitsToBeSeen = '等社区看过再公开'

const largeOf = ({ whole, thumb }: Photo): string | undefined => addressOf(whole ?? thumb)

interface Shown {
  photo: Photo
  /** Those that are turned over with it. */
  among: readonly Photo[]
  n: number
  small?: boolean
}

function Tile({ photo, among, n, small }: Shown) {
  const { released } = photo
  const thumb = addressOf(photo.thumb)
  const when = whenWords[photo.when]
  const name = `${when}的照片 ${n}`
  const large = largeOf(photo)
  const inside = (
    <>
      <View className="w-photo-frame">
        {thumb === undefined ? (
          <View className="w-photo-none">
            <Quiet>{released ? '照片正在处理' : waitsToBeSeen}</Quiet>
          </View>
        ) : (
          <Picture address={thumb} name={name} />
        )}
        {small ? null : <View className="w-photo-when">{when}</View>}
      </View>
      {!released && thumb !== undefined ? <Quiet>{waitsToBeSeen}</Quiet> : null}
    </>
  )
  return large === undefined ? (
    <View className="w-photo-tile">{inside}</View>
  ) : (
    <Tap
      className="w-photo-tile"
      label={`看大图：${name}${released ? '' : `，${waitsToBeSeen}`}`}
      onTap={() =>
        showPictures(
          among.flatMap((p) => largeOf(p) ?? []),
          large,
        )
      }
    >
      {inside}
    </Tap>
  )
}

/** Thumbs in their order, each opened large by a tap; what nobody has looked at yet says so. */
export function Photos({ photos, small }: { photos: readonly Photo[]; small?: boolean }) {
  if (photos.length === 0) return null
  return (
    <View className={`w-photos${small ? ' is-small' : ''}${photos.length === 1 ? ' is-single' : ''}`}>
      {photos.map((photo, i) => (
        <Tile key={photo.photoId} photo={photo} among={photos} n={i + 1} small={small} />
      ))}
    </View>
  )
}
