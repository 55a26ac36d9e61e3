export default definePageConfig({ navigationBarTitleText: '哨到' })
