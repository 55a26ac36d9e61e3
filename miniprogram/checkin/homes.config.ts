export default definePageConfig({ navigationBarTitleText: '我包的几户' })
