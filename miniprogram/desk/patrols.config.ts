export default definePageConfig({ navigationBarTitleText: '巡查安排' })
