import { Image, View } from '@tarojs/components'
import { isBrowser } from '../kernel/device'
import { useParams } from '../kernel/go'
import { useLoad } from '../kernel/load'
import { useMe } from '../kernel/session'
import { Faces, MainButton, Quiet, Screen } from '../kernel/ui'
import { NotYours } from './parts/NotYours'
import './codes.scss'

/** Without a size of its own an SVG would be drawn as small as its grid. */
const picture = (svg: string) => {
  const sized = /<svg[^>]*\swidth=/.test(svg) ? svg : svg.replace('<svg', '<svg width="600" height="600"')
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`
}

/** A sheet to print, cut and hang: one code for each building and entrance. */
export default function Codes() {
  const { can } = useMe()
  const { communityId, compoundId } = useParams<{ communityId: string; compoundId: string }>()
  const allowed =
    communityId !== undefined && compoundId !== undefined && can('place.codes', { communityId, compoundId })
  const codes = useLoad('place.codes', allowed ? { communityId, compoundId } : null)
  if (!allowed)
    return (
      <Screen title="二维码">
        <NotYours what="打印二维码" />
      </Screen>
    )
  const print = isBrowser && codes.data && codes.data.items.length > 0 && (
    <MainButton onTap={() => window.print()}>打印这些二维码</MainButton>
  )
  return (
    <Screen title="楼栋和单元的二维码" wide foot={print || undefined}>
      <Faces
        of={codes}
        lines={4}
        isEmpty={(data) => data.items.length === 0}
        empty={{ says: '还没有楼栋', more: '登记楼栋和单元以后，每处会有一个二维码。' }}
      >
        {(data) => (
          <View>
            <View className="d-code-help">
              <Quiet>{`${data.compound} 一共 ${data.items.length} 个。剪下来贴在楼门和单元门旁，居民扫一下就知道是哪里。`}</Quiet>
              {!isBrowser && <Quiet>要打印的话，请在电脑的浏览器里打开这一页。</Quiet>}
            </View>
            <View className="d-codes">
              {data.items.map((item) => (
                <View key={item.link} className="d-code">
                  <View className="d-code-name">{item.name}</View>
                  {isBrowser ? (
                    <img className="d-code-picture" src={picture(item.svg)} alt={`${item.name} 的二维码`} />
                  ) : (
                    <Image
                      className="d-code-picture"
                      mode="aspectFit"
                      src={picture(item.svg)}
                      ariaLabel={`${item.name} 的二维码`}
                    />
                  )}
                  <View className="d-code-says">微信扫一扫，认领住户、反映问题</View>
                  <View className="d-code-compound">{data.compound}</View>
                </View>
              ))}
            </View>
          </View>
        )}
      </Faces>
    </Screen>
  )
}
