export default definePageConfig({ navigationBarTitleText: '物业垫资' })
