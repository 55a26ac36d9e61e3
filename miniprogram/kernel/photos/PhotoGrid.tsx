import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { isBrowser } from '../platform'
import { Quiet, Says, Tap } from '../ui'
import { useRoom } from './keep'
import type { Photos, Tile } from './usePhotos'

const stateWords: Record<Tile['state'], string> = {
  waits: '待传',
  sending: '',
  sent: '已传',
  failed: '没传上，再试',
  offline: '等信号',
}
const sayState = (tile: Tile): string =>
  tile.state === 'sending' ? `${tile.percent}%` : stateWords[tile.state]

/** One that begins with `/` is of the house's own host, which WeChat has to be told. */
export const addressOf = (address: string | null): string | undefined =>
  address?.startsWith('/') ? SHAODAO_API + address : (address ?? undefined)

/** A picture that fills its frame. */
export const Picture = ({ address, name }: { address: string; name: string }) =>
  isBrowser ? (
    <img className="k-picture" src={address} alt={name} />
  ) : (
    <Image className="k-picture" src={address} mode="aspectFill" ariaLabel={name} />
  )

export const showPictures = (addresses: readonly string[], current: string): void => {
  void Taro.previewImage({ urls: [...addresses], current })
}

/** The photos of a form, each with how far it is; what failed is tried again by a tap, any can be taken away. */
export function PhotoGrid({ of, add = '拍照或选照片' }: { of: Photos; add?: string }) {
  const room = useRoom()
  const addresses = of.tiles.flatMap((t) => t.address ?? [])
  return (
    <>
      <View className="k-photos">
        {of.tiles.map((tile, i) => {
          const name = `第 ${i + 1} 张照片`
          const says = sayState(tile)
          const isWrong = tile.state === 'failed' || tile.state === 'offline'
          const { address } = tile
          return (
            <View className="k-photo-one" key={tile.key}>
              <Tap
                className="k-photo"
                label={isWrong ? `${name}，${says}` : `${name}，${says}，放大看`}
                onTap={() => {
                  if (isWrong) of.retry(tile.key)
                  else if (address) showPictures(addresses, address)
                }}
              >
                {address ? <Picture address={address} name={name} /> : null}
                <View className={`k-photo-state${tile.state === 'failed' ? ' is-wrong' : ''}`}>{says}</View>
              </Tap>
              <Tap className="k-photo-drop" label={`删掉${name}`} onTap={() => of.remove(tile.key)}>
                删掉
              </Tap>
            </View>
          )
        })}
        {of.left > 0 ? (
          <Tap
            className={`k-photo k-photo-add${of.tiles.length === 0 ? ' is-first' : ''}`}
            label={of.tiles.length === 0 ? add : `再加照片，还能加 ${of.left} 张`}
            onTap={() => void of.add()}
          >
            <View className="k-photo-plus">+</View>
            {of.tiles.length === 0 ? <View>{add}</View> : null}
          </Tap>
        ) : (
          <Quiet className="k-photos-full">照片满了，最多 {of.tiles.length} 张</Quiet>
        )}
      </View>
      {of.says ? <Says tone="vermilion">{of.says}</Says> : null}
      {room?.short ? <Says tone="sun">{room.says}</Says> : null}
    </>
  )
}
