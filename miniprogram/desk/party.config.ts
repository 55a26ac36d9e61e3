export default definePageConfig({ navigationBarTitleText: '派给我们的事' })
