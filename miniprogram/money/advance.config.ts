export default definePageConfig({ navigationBarTitleText: '一笔垫资' })
