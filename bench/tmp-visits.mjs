import { launchBrowser } from '/work/main/bench/browser.js'
import { bundle } from '/work/main/bench/bundle.js'
import { contenders } from '/work/main/bench/contenders.js'
import { openSite } from '/work/main/bench/site.js'
import { measureVisits } from '/work/main/bench/visits.js'
const ids=['ometria-headless','fetch','fetch-with-care']
const scripts={empty:''}
for (const {id,module} of contenders.filter(c=>ids.includes(c.id))) scripts[id]=await bundle(`import { drive } from './page.js'; import * as contender from './${module}'; drive(contender)`)
const site=await openSite(scripts); const browser=await launchBrowser()
console.log(JSON.stringify(await measureVisits(browser,site,ids),null,0).replaceAll('{"id"','\n{"id"'))
await browser.close(); site.close()
