export default definePageConfig({ navigationBarTitleText: '租出去' })
