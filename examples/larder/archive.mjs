/** Keeps a copy of the pantry under a folder for each day: `npm run archive`. */
import { copyFileSync } from 'node:fs'
import mkdirp from 'mkdirp'

const folder = `archive/${new Date().toISOString().slice(0, 10)}`
mkdirp.sync(folder)
copyFileSync(new URL('pantry.csv', import.meta.url), `${folder}/pantry.csv`)
