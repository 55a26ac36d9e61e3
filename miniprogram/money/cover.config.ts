export default definePageConfig({ navigationBarTitleText: '遮挡凭证' })
