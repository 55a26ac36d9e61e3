import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'

// Taro looks for its configuration nowhere but in `config/index`.
const root = path.resolve(__dirname, '..')
const shared = path.join(root, 'shared')
const platform = process.env.TARO_ENV ?? 'weapp'
const api = process.env.SHAODAO_API ?? 'http://127.0.0.1:4680'

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'shaodao',
    date: '2026-11-21',
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'miniprogram',
    outputRoot: `dist/${platform}`,
    plugins: [path.join(__dirname, 'aria.ts')],
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    // same origin in the browser; WeChat needs the address
    defineConstants: { SHAODAO_API: JSON.stringify(platform === 'h5' ? '' : api) },
    mini: {
      compile: { include: [shared] },
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform: { enable: true, config: {} } },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      compile: { include: [shared] },
      router: { mode: 'hash' },
      webpackChain(chain) {
        // when idle all pages are fetched, so that without signal the next one opens too
        chain.module.set('parser', { javascript: { dynamicImportPrefetch: true } })
        // what two pages share comes once, not in every page's own file
        chain.optimization.splitChunks({
          chunks: 'all',
          minSize: 0,
          cacheGroups: {
            default: false,
            defaultVendors: false,
            common: { name: 'common', minChunks: 2, priority: 1, enforce: true },
          },
        })
      },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: {
        autoprefixer: { enable: true, config: {} },
        // one size of type on every screen: a wider window shows more, not larger
        pxtransform: { enable: true, config: { baseFontSize: 20, minRootSize: 20, maxRootSize: 20 } },
      },
    },
  }
  return config
})
