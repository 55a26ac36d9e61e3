import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// A mini-program written by hand, to test the phone with: one button for each thing a phone can do.

const HOME_SCRIPT = `
const api = 'API'
const fs = wx.getFileSystemManager()
const commands = {
  存: () => { wx.setStorageSync('count', (wx.getStorageSync('count') || 0) + 1); return wx.getStorageSync('count') },
  请求: () => wx.request({ url: api + '/hello', data: { name: '槐树' }, ...show(r => r.data.said) }),
  外网: () => wx.request({ url: 'https://example.com/', ...show() }),
  照片: () => wx.chooseImage({ count: 1, success: ({ tempFilePaths: [path] }) => {
    that.setData({ photo: path })
    const { savedFilePath } = fs.saveFile ? { savedFilePath: fs.saveFileSync(copyOf(path)) } : {}
    wx.setStorageSync('files', [savedFilePath, path])
    wx.uploadFile({ url: api + '/upload', filePath: path, name: 'file', formData: { kind: '照' }, ...show(r => r.data) })
  }, fail: r => that.setData({ result: r.errMsg }) }),
  文件: () => wx.getStorageSync('files').map(exists).join(),
  下载: () => wx.downloadFile({ url: api + '/text', success: r =>
    that.setData({ result: fs.readFileSync(r.tempFilePath, 'utf8') }) }),
  扫码: () => wx.scanCode(show(r => r.result)),
  位置: () => wx.getLocation(show(r => r.latitude)),
  询问: () => wx.showModal({ title: '删除', editable: true, ...show(r => [r.confirm, r.content]) }),
  菜单: () => wx.showActionSheet({ itemList: ['甲', '乙'], ...show(r => r.tapIndex) }),
  随机: () => wx.getRandomValues({ length: 16, ...show(r => new Uint8Array(r.randomValues).length) }),
  隐藏: () => [typeof window, typeof document, typeof fetch, typeof URL, typeof Intl, evaluates()].join(),
  缺少: () => wx.startBeaconDiscovery({ uuids: [], fail: r => that.setData({ result: r.errMsg }) }),
  上传: () => {
    const told = []
    upload(() => told.join()).onProgressUpdate(r => told.push(r.progress + ':' + r.totalBytesSent))
  },
  不传了: () => upload().abort(),
  地图: () => wx.chooseLocation(show(r => r.name)),
  抛错: () => { throw new Error('坏了') },
  慢慢: () => { setTimeout(() => that.setData({ result: '终于' }), 900) },
  提示: () => wx.showToast({ title: '已提交' }),
  隐私: () => wx.setClipboardData({ data: 'x', ...show() }),
  电话: () => wx.makePhoneCall({ phoneNumber: '12345' }),
  网络: () => wx.getNetworkType(show(r => r.networkType)),
  画布: () => wx.createSelectorQuery().select('.board').fields({ node: true, size: true }).exec(([{ node, width }]) => {
    node.getContext('2d').fillRect(0, 0, 10, 10)
    wx.canvasToTempFilePath({ canvas: node, ...show(r => width + exists(r.tempFilePath)) })
  }),
}
let that
const show = (read = r => r.errMsg) => ({
  success: r => that.setData({ result: String(read(r)) }), fail: r => that.setData({ result: r.errMsg }) })
const upload = read => {
  const filePath = wx.env.USER_DATA_PATH + '/note.txt'
  fs.writeFileSync(filePath, '一段')
  return wx.uploadFile({ url: api + '/upload', filePath, name: 'file', ...show(read) })
}
const exists = path => { try { fs.accessSync(path); return '在' } catch (error) { return '没了' } }
const copyOf = path => { const to = wx.env.USER_DATA_PATH + '/copy.png'; fs.copyFileSync(path, to); return to }
const evaluates = () => { try { return new Function('return 1')() } catch (error) { return 'refused' } }
Page({
  data: { names: Object.keys(commands), result: '', photo: '', shows: 0, typed: '' },
  onLoad () { that = this; wx.onNetworkStatusChange(r => this.setData({ result: '网络' + r.networkType })) },
  onShow () { this.setData({ shows: this.data.shows + 1 }) },
  run (e) { const done = commands[e.currentTarget.dataset.name](); if (done !== undefined) this.setData({ result: String(done) }) },
  input (e) { this.setData({ typed: e.detail.value }) },
  phone (e) { this.setData({ result: e.detail.code || e.detail.errMsg }) },
})
`

const HOME_TEMPLATE = `
<view class="home">
  <view class="result">{{result}}</view><text class="shows">第{{shows}}次</text>
  <input class="field" maxlength="6" bindinput="input" /><text class="typed">写了{{typed}}</text>
  <button class="code" open-type="getPhoneNumber" bindgetphonenumber="phone">手机号</button>
  <button wx:for="{{names}}" wx:key="*this" size="mini" data-name="{{item}}" bindtap="run">{{item}}</button>
  <image wx:if="{{photo}}" class="photo" src="{{photo}}" /><canvas class="board" type="2d" />
</view>
`

const FILES: Record<string, string> = {
  'app.json': JSON.stringify({
    pages: ['home/index', 'me/index'],
    requiredPrivateInfos: ['getLocation'],
    subPackages: [{ root: 'far', pages: ['away'] }],
    window: { navigationBarTitleText: '样品', navigationBarBackgroundColor: '@bar' },
    darkmode: true,
    themeLocation: 'theme.json',
    tabBar: {
      list: [
        { pagePath: 'home/index', text: '首页' },
        { pagePath: 'me/index', text: '我的' },
      ],
    },
  }),
  'theme.json': JSON.stringify({ light: { bar: '#ffffff' }, dark: { bar: '#111111' } }),
  'app.js': `App({ onLaunch () {} })`,
  'app.wxss': 'page { font-size: 28rpx } button { color: #333 }',
  'home/index.js': HOME_SCRIPT,
  'home/index.wxml': HOME_TEMPLATE,
  'home/index.wxss': '.photo { width: 100rpx; height: 100rpx } .board { width: 200rpx; height: 40rpx }',
  'me/index.js': `Page({
    data: { count: 0, pulled: 0, shared: '' },
    add () { this.setData({ count: this.data.count + 1 }) },
    away () { wx.navigateTo({ url: '/far/away?id=7', events: { told: text => this.setData({ shared: text }) },
      fail: r => this.setData({ shared: r.errMsg }) }) },
    onPullDownRefresh () { this.setData({ pulled: this.data.pulled + 1 }) },
    onShareAppMessage: () => ({ title: '来看', path: '/home/index' }),
  })`,
  'me/index.wxml': `<view bindtap="add">数到{{count}}</view><view>拉了{{pulled}}</view><view>{{shared}}</view>
    <button class="away" aria-label="远处的页" bindtap="away" />`,
  'me/index.json': JSON.stringify({ enablePullDownRefresh: true, navigationBarTitleText: '我' }),
  'far/away.js': `Page({
    data: { id: '', badge: '' },
    onLoad (query) {
      this.setData({ id: query.id })
      this.getOpenerEventChannel().emit('told', '收到')
      wx.setTabBarBadge({ index: 0, text: '3', fail: r => this.setData({ badge: r.errMsg }) })
    },
    back () { wx.navigateBack() },
  })`,
  'far/away.wxml': '<view bindtap="back">远处{{id}}</view><view>{{badge}}</view>',
}

/** Writes the sample into a fresh folder, with the address of its backend in the scripts. */
export function writeSample(api: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'weapp-sample-'))
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content.replace("'API'", JSON.stringify(api)))
  }
  return folder
}
