export default definePageConfig({ navigationBarTitleText: '认款的账' })
