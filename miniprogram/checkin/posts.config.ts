export default definePageConfig({ navigationBarTitleText: '设岗和任务' })
