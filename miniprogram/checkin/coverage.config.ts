export default definePageConfig({ navigationBarTitleText: '包户' })
