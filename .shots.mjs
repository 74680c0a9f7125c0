import { chromium } from "playwright-core";
const [,, lang, ...names] = process.argv;
const P = { rfm:"/app/insights/rfm", rf:"/app/insights/rfm?view=rf", value:"/app/insights/rfm?view=value", cells:"/app/insights/rfm?view=cells", flow:"/app/insights/flow", settings:"/app/settings", ...Object.fromEntries(names.filter(n=>n.includes("=")).map(n=>{const i=n.indexOf("=");return [n.slice(0,i),n.slice(i+1)]})) };
const b = await chromium.launch({ executablePath:"/usr/bin/chromium", headless:true, args:["--no-sandbox","--disable-features=LocalNetworkAccessChecks"] });
const c = await b.newContext({ userAgent:"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36", viewport:{width:1280,height:900}, locale: lang==="zh"?"zh-CN":"en-GB" });
const page = await c.newPage();
page.on("pageerror", e=>console.log("ERR", e.message));
page.on("console", m=>{ if(m.type()==="error") console.log("CON", m.text().slice(0,300)); });
const base = process.env.ADMIN;
for (const n of names.map(n=>n.split("=")[0])) {
  await page.setViewportSize({width:1280,height:900});
  await page.goto(base + P[n] + (lang==="zh" ? (P[n].includes("?")?"&":"?")+"locale=zh-CN":""));
  await page.waitForTimeout(3500);
  for (const w of [1280,390]) {
    await page.setViewportSize({width:w,height:900}); await page.waitForTimeout(900);
    await page.screenshot({path:`/tmp/h-rfm-${n}-${lang}-${w}.png`, fullPage:true});
  }
}
await b.close();
