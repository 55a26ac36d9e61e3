export default definePageConfig({ navigationBarTitleText: '纪要' })
