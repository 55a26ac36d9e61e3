export default definePageConfig({ navigationBarTitleText: '还没交的' })
