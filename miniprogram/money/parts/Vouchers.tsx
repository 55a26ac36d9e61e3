import { View } from '@tarojs/components'
import type { Output } from '../../../shared/contract'
import { addressOf, Picture, showPictures } from '../../kernel/photos'
import { LinkWord, Quiet, Tap } from '../../kernel/ui'
import './paper.scss'

export type Voucher = Output<'entry.get'>['vouchers'][number]
type Shown = NonNullable<Voucher['masked']>

function Frame({ picture, name }: { picture: Shown; name: string }) {
  const thumb = addressOf(picture.thumb)
  const whole = addressOf(picture.whole) ?? thumb
  if (thumb === undefined || whole === undefined)
    return (
      <View className="y-paper-frame is-waiting">
        <Quiet>{`${name}正在处理`}</Quiet>
      </View>
    )
  return (
    <Tap className="y-paper-frame" label={`看大图：${name}`} onTap={() => showPictures([whole], whole)}>
      <Picture address={thumb} name={name} />
    </Tap>
  )
}

/** The paper behind an entry: to owners the copy on which a person covered what is private, to those who keep and watch the books both. */
export function Vouchers({
  vouchers,
  onAgain,
}: {
  vouchers: readonly Voucher[]
  /** What was covered badly is covered again. */
  onAgain?(photoId: string): void
}) {
  return (
    <>
      {vouchers.map(({ photoId, masked, paper }, i) => {
        const name = vouchers.length > 1 ? `凭证 ${i + 1}` : '凭证'
        return (
          <View key={photoId} className={`y-paper${paper === null ? ' is-single' : ''}`}>
            {paper === null ? null : (
              <View className="y-stack">
                <Frame picture={paper} name={`${name}原件`} />
                <Quiet>原件，只有管账、批准和监督的人看得到</Quiet>
              </View>
            )}
            <View className="y-stack">
              {masked === null ? (
                <View className="y-paper-frame is-waiting">
                  <View>
                    <View className="y-item-title">凭证待遮挡</View>
                    <Quiet>遮好姓名、电话这些私人的内容，业主就能看到。</Quiet>
                  </View>
                </View>
              ) : (
                <>
                  <Frame picture={masked} name={`${name}${paper === null ? '' : '遮好的'}`} />
                  <Quiet>遮好的，业主都看得到</Quiet>
                  {onAgain ? (
                    <LinkWord label={`没遮好，重新遮挡${name}`} onTap={() => onAgain(photoId)}>
                      没遮好，重新遮
                    </LinkWord>
                  ) : null}
                </>
              )}
            </View>
          </View>
        )
      })}
    </>
  )
}
