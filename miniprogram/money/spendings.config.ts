export default definePageConfig({ navigationBarTitleText: '支出申请' })
