import { Image } from '@tarojs/components'
import { isBrowser } from '../../kernel/device'
import './checkin.scss'

/** Without a size of its own an SVG would be drawn as small as its grid. */
const address = (svg: string) => {
  const sized = /<svg[^>]*\swidth=/.test(svg) ? svg : svg.replace('<svg', '<svg width="600" height="600"')
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(sized)}`
}

/** Black on white whatever the theme, or a phone cannot read it. */
export const QrPicture = ({ svg, of }: { svg: string; of: string }) =>
  isBrowser ? (
    <img className="p-qr" src={address(svg)} alt={`${of}的二维码`} />
  ) : (
    <Image className="p-qr" mode="aspectFit" src={address(svg)} ariaLabel={`${of}的二维码`} />
  )
