import { chromium } from 'playwright';
import { readFileSync } from 'node:fs';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
const only=process.argv.slice(2);
async function shot(name,{w=1440,h=900,q='',touch=false,forced=false,act=null,full=false,wait=true}){
 if(only.length&&!only.includes(name))return;
 const c=await b.newContext({locale:'en-GB',viewport:{width:w,height:h},hasTouch:touch,isMobile:touch,forcedColors:forced?'active':'none'});
 const p=await c.newPage();await p.goto('http://localhost:4821/'+q);
 if(wait){await p.waitForFunction(()=>document.querySelector('.status .dot:not(.running)')||document.querySelector('section.verdict h2 svg'),undefined,{timeout:60000});
 await p.locator('section[aria-labelledby="warning-title"] .row').first().waitFor({timeout:40000,state:'attached'}).catch(()=>console.log(name,'no evidence'));}
 if(act)await act(p).catch(e=>console.log(name,e.message));
 await p.screenshot({path:`/tmp/wt/shot-${name}.png`,fullPage:full});await c.close();console.log(name)}
const pick=async p=>{await p.getByRole('application').focus();await p.keyboard.press('ArrowDown');for(let i=0;i<6;i++)await p.keyboard.press('ArrowDown');await p.keyboard.press('Enter');await p.locator('.scrub [role=slider]').focus();await p.keyboard.press('End');await p.locator('.story li').nth(1).waitFor({timeout:8000});};
await shot('light',{act:pick});
await shot('phone',{w:390,h:844,touch:true,full:true});
await shot('phonecol',{w:390,h:844,touch:true,act:async p=>{await p.locator('.switch button').nth(2).tap();await p.locator('[role=application]').waitFor();await p.locator('[role=application]').focus();for(let i=0;i<6;i++)await p.keyboard.press('ArrowDown');await p.locator('.story li').nth(1).waitFor({timeout:8000})}});
await shot('phonedec',{w:390,h:844,touch:true,full:true,act:async p=>{await p.locator('nav button').nth(1).tap()}});
await shot('wide',{w:1920,h:1080,act:pick});
await shot('zhdark',{q:'?lang=zh&theme=dark',act:pick});
await shot('forced',{forced:true,act:pick});
await shot('tablet',{w:900,h:1100});
await shot('running',{wait:false,act:async p=>{await p.waitForTimeout(2500)}});
await shot('error',{act:async p=>{await p.setInputFiles('input[type=file]',{name:'wrong.json',mimeType:'application/json',buffer:Buffer.from('{"version":1,"name":3}')});await p.locator('.notice').waitFor()},q:'?lang=zh'});
await shot('about',{act:async p=>{await p.locator('.about').click()}});
await b.close();
