export default definePageConfig({ navigationBarTitleText: '人员和身份' })
