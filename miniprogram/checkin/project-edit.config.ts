export default definePageConfig({ navigationBarTitleText: '提一个项目' })
