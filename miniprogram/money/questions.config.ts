export default definePageConfig({ navigationBarTitleText: '业主的提问' })
