export default definePageConfig({ navigationBarTitleText: '会议的期限' })
