export default definePageConfig({ navigationBarTitleText: '一笔认款' })
