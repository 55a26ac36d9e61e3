export default definePageConfig({ navigationBarTitleText: '设岗、发任务' })
