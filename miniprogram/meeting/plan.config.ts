export default definePageConfig({ navigationBarTitleText: '排一次会议' })
