export default definePageConfig({ navigationBarTitleText: '手工记账' })
