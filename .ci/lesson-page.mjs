// Has a browser look up the marks of random plans, and compares them with what the program said; see `lesson-page`
// beside this file. Chromium is driven by Playwright; Firefox as it is shipped is driven by Puppeteer.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export async function open(kind, executablePath, options = {}) {
  if (kind === 'firefox') {
    const { default: puppeteer } = await import('puppeteer-core');
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    return { browser, newPage: () => browser.newPage() };
  }
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return { browser, newPage: () => browser.newPage(options) };
}

/** In the page: the same line of text that the program wrote, from the script's own answer. */
function lookUp(cases) {
  const told = ([plan, day]) => {
    const { cells, tallies, lost, broken } = evaluate(data, plan, day);
    if (lost.some((n) => n > 0)) return null;
    const cell = ({ mark, greyed, size }) => `${mark}${greyed ?? '-'}${size} `;
    const rules = broken.flatMap((is, place) => (is ? [place] : []));
    return `${cells.map(cell).join('')}${tallies.map((tally) => `${tally.join(',')} `).join('')}[${rules.join(', ')}]`;
  };
  return cases.map((one) => [told(one), one[2]]);
}

/** In the page: plans set as a link sets them, and what is painted of each cell compared with the script's answer. A day
 * before all of the page's cannot be chosen on it. */
function painted(cases) {
  const wrong = [];
  const chosen = cases.filter(([, day]) => day >= 0);
  for (const [plan, day] of chosen) {
    state.plan = [...plan];
    state.day = day;
    location.hash = linkText();
    state.plan = plan.map(() => -1);
    followLink();
    const expected = evaluate(data, plan, day);
    buttons.forEach((button, place) => {
      const { mark, grey } = shown(expected.cells[place]);
      const svg = button.querySelector('svg');
      const is = svg.querySelector('use').getAttribute('href') + svg.classList.contains('grey');
      if (is !== `#m${mark}${grey}`) wrong.push([plan, day, place, is]);
    });
  }
  return [chosen.length, wrong];
}

/** In the page: presses whatever there is, and tells what would be there if a text of the case had become more than that. */
async function pressed() {
  const refused = [];
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI));
  const names = ['#changes', '#hide', '#reveal', '#hide', 'td[data-head] button', '#plan th button', '#copy', 'summary'];
  for (const name of names) document.querySelectorAll(name).forEach((button) => button.click());
  await new Promise((done) => { setTimeout(done, 100); });
  const strange = [...document.querySelectorAll('img, iframe, [onerror], a[href^="javascript"]'), ...[...document.scripts].slice(2)];
  return [...refused, ...strange.map(({ outerHTML }) => outerHTML.slice(0, 80)), ...(window.evil === undefined ? [] : ['a text was run'])];
}

async function main([kind, executablePath, folder]) {
  const { browser, newPage } = await open(kind, executablePath);
  let [n, nLost, nPainted, differences] = [0, 0, 0, 0];
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.html'))) {
    const page = await newPage();
    // The largest page has 12,000 cells: on a busy machine that is no page of half a minute.
    page.setDefaultNavigationTimeout(180000);
    page.on('pageerror', (error) => { differences += 1; console.error(`${file}: ${error.message}`); });
    await page.goto(`file://${resolve(folder, file)}`);
    const cases = JSON.parse(readFileSync(resolve(folder, file.replace('.html', '.json')), 'utf8'));
    for (let at = 0; at < cases.length; at += 500) {
      for (const [found, expected] of await page.evaluate(lookUp, cases.slice(at, at + 500))) {
        n += 1;
        if (found === null) nLost += 1;
        else if (found !== expected) {
          differences += 1;
          if (differences < 4) console.error(`${file}\n${found}\n${expected}`);
        }
      }
    }
    const [nChosen, wrong] = await page.evaluate(painted, cases.slice(0, 20));
    nPainted += nChosen;
    differences += wrong.length;
    if (wrong.length > 0) console.error(`${file}: painted otherwise: ${JSON.stringify(wrong[0])}`);
    if (file === 'hostile.html') {
      const found = await page.evaluate(pressed);
      differences += found.length;
      if (found.length > 0) console.error(`${file}: texts became more than texts: ${found.slice(0, 3).join('; ')}`);
    }
    await page.close();
  }
  await browser.close();
  console.log(`${kind}: ${n} plans and days looked up, ${nLost} with a cell that the page cannot follow, ${nPainted} painted; ${differences} differences`);
  if (differences > 0) process.exit(1);
}

if (process.argv[1].endsWith('lesson-page.mjs')) await main(process.argv.slice(2));
