export default definePageConfig({ navigationBarTitleText: '登记无职党员' })
