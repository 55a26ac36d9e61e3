export default definePageConfig({ navigationBarTitleText: '预算和实际' })
