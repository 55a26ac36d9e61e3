export default definePageConfig({ navigationBarTitleText: '我家的费用' })
