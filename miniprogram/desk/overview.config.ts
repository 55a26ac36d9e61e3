export default definePageConfig({ navigationBarTitleText: '各社区的情况' })
