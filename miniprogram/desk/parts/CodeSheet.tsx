import { Image, View } from '@tarojs/components'
import { isBrowser } from '../../kernel/device'
import { Quiet } from '../../kernel/ui'
import '../codes.scss'

/** Without a size of its own an SVG would be drawn as small as its grid. */
const picture = (svg: string) => {
  const sized = /<svg[^>]*\swidth=/.test(svg) ? svg : svg.replace('<svg', '<svg width="600" height="600"')
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`
}

/** Codes to print, cut and hang, each with its name and what it is for. */
export const CodeSheet = (props: {
  items: readonly { name: string; link: string; svg: string; more?: string; says?: string }[]
  under: string
  help: string
  says: string
}) => (
  <View>
    <View className="d-code-help">
      <Quiet>{props.help}</Quiet>
      {!isBrowser && <Quiet>要打印的话，请在电脑的浏览器里打开这一页。</Quiet>}
    </View>
    <View className="d-codes">
      {props.items.map((item) => (
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
          {item.more ? <View className="d-code-number">{item.more}</View> : null}
          <View className="d-code-says">{props.says}</View>
          {item.says ? <View className="d-code-says">{item.says}</View> : null}
          <View className="d-code-compound">{props.under}</View>
        </View>
      ))}
    </View>
  </View>
)
