export default definePageConfig({ navigationBarTitleText: '住户收费' })
