export default definePageConfig({ navigationBarTitleText: '一笔支出' })
