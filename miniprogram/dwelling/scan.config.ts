export default definePageConfig({ navigationBarTitleText: '扫到的地方' })
