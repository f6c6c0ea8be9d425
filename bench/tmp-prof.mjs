import { launchBrowser } from '/work/main/bench/browser.js'
import { bundle } from '/work/main/bench/bundle.js'
import { openSite } from '/work/main/bench/site.js'
const run = async (id)=>{
const script=await bundle(`import { drive } from './page.js'; import * as contender from './contenders/${id}.js'; drive(contender)`,{minify:false})
const site=await openSite({empty:'',[id]:script}); const browser=await launchBrowser()
const page=await browser.newPage(); await page.goto(site.url+'/page/'+id)
const cdp=await page.context().newCDPSession(page)
await page.evaluate(()=>{window.bench.trackNow('bench_w',10)}); await page.waitForTimeout(800)
await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval',{interval:50}); await cdp.send('Profiler.start')
const N=40
for(let i=0;i<N;i++){ await page.evaluate(()=>{window.bench.trackNow('bench_x',10)}); await page.waitForTimeout(400)}
const {profile}=await cdp.send('Profiler.stop')
const self={},loc={}; const byId=new Map(profile.nodes.map(n=>[n.id,n])); 
profile.samples.forEach((s,i)=>{const n=byId.get(s);const k=n.callFrame.functionName+':'+n.callFrame.lineNumber; self[k]=(self[k]??0)+profile.timeDeltas[i]})
for(const n of profile.nodes) if(n.callFrame.functionName==='ask2') console.log(JSON.stringify(n.positionTicks), script.split('\n').slice(1350,1362).map((l,i)=>1351+i+' '+l).join('\n'));
const tot=Object.entries(self).filter(([k])=>!k.startsWith('(idle)')&&!k.startsWith('(program)')).reduce((a,[,v])=>a+v,0)
console.log(id,'total us/event',(tot/N/10).toFixed(0),'program',(self['(program):-1']/N/10).toFixed(0))
for(const [k,v] of Object.entries(self).sort((a,b)=>b[1]-a[1]).slice(0,34)) console.log((v/N/10).toFixed(1),k)
await browser.close(); site.close()
}
await run('ometria-headless'); await run('fetch-with-care')
