import path from 'node:path'
import type { IPluginContext, TaroPlatformBase } from '@tarojs/service'
import names from '../miniprogram/kernel/aria.json'

/** Lets a weapp page say `ariaLabel` and `ariaRole`: Taro writes only the attributes its templates know. */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: TaroPlatformBase) {
      if (process.env.TARO_ENV !== 'weapp') return
      platform.template.mergeComponents(ctx, names)
      const given = platform.runtimePath
      platform.runtimePath = [
        ...(Array.isArray(given) ? given : [given]),
        path.join(ctx.paths.sourcePath, 'kernel', 'aria.ts'),
      ]
    },
  })
}
