import { writeFileSync } from 'node:fs'
import { chart } from './chart.js'
import { installSdks } from './install-sdks.js'
import { measure } from './measure.js'
import { results } from './results.js'

installSdks()
const measured = await measure()
const text = results(measured, new Date())
writeFileSync(`${import.meta.dirname}/results.md`, text)
writeFileSync(`${import.meta.dirname}/chart.svg`, chart(measured))
console.log(text)
