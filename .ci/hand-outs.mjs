// Opens each page at the widths of phones, tablets, desks and paper; see `hand-outs` beside this file.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const browser = await chromium.launch({ executablePath: process.env.BROWSER_PROGRAM, args: ['--no-sandbox'] });
const A4 = 680; // 180 mm of text at 96 pixels to the inch
let failures = 0;
const fail = (what) => { failures += 1; console.error(what); };

for (const file of process.argv.slice(2)) {
  for (const [media, width] of [['screen', 320], ['screen', 360], ['screen', 768], ['screen', 1280], ['print', A4]]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    await page.emulateMedia({ media });
    await page.goto('file://' + resolve(file));
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (beyond > 0) fail(`${file}: ${beyond} pixels wider than a ${media} of ${width}`);
    await page.evaluate(axe);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // Nothing is clicked on paper.
    const rules = { 'target-size': { enabled: media === 'screen' } };
    const options = { runOnly: { type: 'tag', values: tags }, rules };
    const { violations } = await page.evaluate((options) => axe.run(document, options), options);
    const dangling = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => link.getAttribute('href')).filter((href) => !document.getElementById(href.slice(1))));
    for (const href of dangling) fail(`${file}: ${href} leads nowhere`);
    for (const { id, nodes } of violations) fail(`${file} at ${width}: ${id}: ${nodes[0].html}`);
    await page.close();
  }
}

/** Prints each page and counts the words of every sheet of paper: one with a word or two is a page too many. */
async function print(name, newPage) {
  let nPages = 0;
  for (const file of process.argv.slice(2)) {
    const page = await newPage();
    await page.goto('file://' + resolve(file));
    const path = file.replace('.html', `-${name}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
    await page.close();
    const sheets = execFileSync('pdftotext', [path, '-'], { stdio: ['ignore', 'pipe', 'ignore'] }).toString().split('\f').slice(0, -1);
    nPages += sheets.length;
    sheets.forEach((text, place) => {
      const n = text.split(/\s+/).filter((word) => word !== '').length;
      if (n < 12) fail(`${file}, ${name}: page ${place + 1} has ${n} words`);
    });
  }
  console.log(`hand-outs: ${nPages} pages printed by ${name}`);
}

if (spawnSync('pdftotext', ['-v']).error) console.log('hand-outs: nothing is printed, there is no pdftotext here');
else {
  await print('chromium', () => browser.newPage());
  if (process.env.FIREFOX_PROGRAM) {
    const { default: puppeteer } = await import('puppeteer-core');
    const firefox = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.FIREFOX_PROGRAM, headless: true });
    await print('firefox', () => firefox.newPage());
    await firefox.close();
  }
}
await browser.close();
if (failures > 0) process.exit(1);
console.log('hand-outs: fit every width, no accessibility complaints');
