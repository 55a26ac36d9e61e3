// Imported before anything of the app: the screen under test is the browser build's.
process.env.TARO_ENV = 'h5'
