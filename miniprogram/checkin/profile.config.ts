export default definePageConfig({ navigationBarTitleText: '我的特长和时间' })
