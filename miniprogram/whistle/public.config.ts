export default definePageConfig({ navigationBarTitleText: '小区里的哨' })
