export default definePageConfig({ navigationBarTitleText: '算一次分摊' })
