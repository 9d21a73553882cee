// Goes through a lesson in a browser, page by page: sets terms, reads why, hides and reveals, copies, follows links good
// and bad; has an accessibility checker look at it in light, dark, on paper and on a phone; times a change.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { open } from './lesson-page.mjs';

const [kind, executablePath, folder, site] = process.argv.slice(2);
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
let failures = 0;
const check = (is, what) => { if (!is) { failures += 1; console.error(`${kind}: ${what}`); } };
const { browser, newPage } = await open(kind, executablePath, { bypassCSP: false });

const text = (page, selector) => page.evaluate((of) => document.querySelector(of).textContent, selector);
const marksOf = (page) => page.evaluate(() => [...document.querySelectorAll('td[data-head] button')].map((button) => button.getAttribute('aria-label')));
/** Waits for what the page does once it has painted. */
async function until(page, is) {
  for (let n = 0; n < 100 && !is(page.url()); n += 1) await new Promise((done) => { setTimeout(done, 30); });
  return is(page.url());
}
/** Waits until the browser is back on a page. It may be on its way, and cannot be asked then. */
async function returned(page, link) {
  const where = () => page.evaluate(() => location.href).catch(() => 'on its way');
  for (let n = 0; n < 100 && (await where()) !== link; n += 1) await new Promise((done) => { setTimeout(done, 30); });
  return (await where()) === link;
}
const address = (file) => `file://${resolve(file)}`;

/** Sets a term to the first value that the plan does not have, as a person would. */
async function change(page, term) {
  return page.evaluate((of) => {
    const controls = [...document.querySelectorAll(`[name=t${of}]`)];
    const list = controls[0].tagName === 'SELECT' ? controls[0] : null;
    const values = list ? [...list.options].map((option) => option.value) : controls.map((control) => control.value);
    const now = list ? list.value : controls.find((control) => control.checked).value;
    const value = values.find((one) => one !== '' && one !== now);
    if (list) {
      list.value = value;
      list.dispatchEvent(new Event('change', { bubbles: true }));
    } else controls.find((control) => control.value === value).click();
    return value;
  }, term);
}

async function lesson(file) {
  const page = await newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  await page.goto(address(file));
  const came = await marksOf(page);
  await change(page, 0);
  check(/\d|No mark/.test(await text(page, '#news')), `${file}: a change is told`);
  check(await until(page, (url) => url.includes('#plan=')), `${file}: the plan is in the address`);
  const changed = await marksOf(page);
  const link = page.url();
  await page.click('#changes');
  check((await text(page, '#cards')).includes('\u2192'), `${file}: what changed is listed`);
  await page.click('#reset');
  check(JSON.stringify(await marksOf(page)) === JSON.stringify(came), `${file}: reset`);
  check(await until(page, (url) => !url.includes('#')), `${file}: the address of the plan as it came`);
  await page.goto('about:blank');
  await page.goto(link);
  check(JSON.stringify(await marksOf(page)) === JSON.stringify(changed), `${file}: the plan comes back by its link`);
  // A hand that goes on is not kept waiting for the address: it is written once.
  const written = await page.evaluate(async () => {
    const write = history.replaceState.bind(history);
    let count = 0;
    history.replaceState = (...how) => { count += 1; write(...how); };
    for (const value of ['', ids[0][0], '', ids[0][0], '']) {
      setPlan(0, value);
      await new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 20)); });
    }
    await new Promise((done) => { setTimeout(done, 1000); });
    history.replaceState = write;
    return count;
  });
  check(written === 1, `${file}: the address of one plan is written ${written} times`);
  await page.goto('about:blank');
  await page.goto(link);
  // Every cell can be read, and by the keyboard.
  const n = await page.evaluate(() => {
    const all = [...document.querySelectorAll('td[data-head] button')];
    return all.filter((button) => { button.click(); return document.querySelector('#cards h3') === null; }).length;
  });
  check(n === 0, `${file}: ${n} cells show nothing`);
  await page.evaluate(() => document.querySelector('td[data-head] button').focus());
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  check(await page.evaluate(() => document.activeElement.id === 'why-head'), `${file}: Enter leads to the statements`);
  await page.keyboard.press('Escape');
  check(await page.evaluate(() => document.activeElement.closest('td') !== null), `${file}: Escape leads back`);
  await page.click('#hide');
  const hidden = await marksOf(page);
  check(hidden.every((name) => name.includes('hidden')), `${file}: all marks are hidden`);
  const seen = await page.evaluate(() => document.querySelector('.plan').innerText + document.querySelector('#news').innerText);
  check(!/contradicts|supports|in line(?!\n|\s*of)/.test(seen), `${file}: hidden marks are not told`);
  await page.click('#reveal');
  check((await marksOf(page)).some((name) => !name.includes('hidden')), `${file}: one party is shown`);
  await page.click('#hide');
  await page.click('#copy');
  const plan = await page.evaluate(() => document.querySelector('#text').value);
  check(plan.startsWith('(\n    kind: Scenario,') && plan.includes('plan: {'), `${file}: a plan as a text`);
  await page.keyboard.press('Escape');
  // What ends on a day is told when that day is reached, with the reason on file: a mark must not move without a word.
  const told = await page.evaluate(() => days.slice(1).flatMap((_, before) => {
    setDay(before);
    setDay(before + 1);
    const ended = data.positions.filter((of) => standing(of, before) > 0 && standing(of, before + 1) === 0);
    return ended.map(({ id }) => [document.querySelector(`#p${id}`).lastElementChild.textContent, $('news').textContent]);
  }));
  check(told.every(([why, news]) => news.includes(why)), `${file}: what ended is not told`);
  check(told.length > 0 || !file.includes('belfast'), `${file}: nothing has ended`);
  check(errors.length === 0, `${file}: ${errors.join('; ')}`);
  await page.close();
}

/** Who leaves a page before its address is written finds the plan again on the way back. */
async function leftAtOnce(file) {
  const page = await newPage();
  await page.goto(address(file));
  const left = await page.evaluate(() => {
    setPlan(0, ids[0].find((_, place) => place !== data.plan[0]));
    return location.href.split('#')[0] + linkText();
  });
  await page.goto('about:blank');
  await page.evaluate(() => { setTimeout(() => history.back()); });
  check(await returned(page, left), `${file}: the plan of a page that was left at once is not in the address`);
  await page.close();
}

/** Nor does a reload lose the last change, however soon it comes: by the page itself and by the browser, once and twice. */
async function reloadedAtOnce(file) {
  const page = await newPage();
  const plan = () => page.evaluate(() => JSON.stringify([state.plan, state.day]));
  // A page that is about to go is not asked in place of the one that comes.
  const came = async () => {
    const isNew = () => page.evaluate(() => window.old === undefined && document.body.classList.contains('live')).catch(() => false);
    for (let n = 0; n < 100 && !(await isNew()); n += 1) await new Promise((done) => { setTimeout(done, 30); });
  };
  for (const [how, times] of [['page', 1], ['browser', 1], ['browser', 2]]) for (const before of [false, true]) {
    await page.goto('about:blank');
    await page.goto(address(file));
    // With an address that is written already, and without one.
    if (before) await page.evaluate(() => { setPlan(1, ids[1].at(-1)); writeLink(); });
    const left = await page.evaluate((self) => {
      setPlan(0, ids[0].find((_, place) => place !== data.plan[0]));
      window.old = true;
      if (self) setTimeout(() => location.reload());
      return JSON.stringify([state.plan, state.day]);
    }, how === 'page');
    for (let n = 0; how === 'browser' && n < times; n += 1) await page.reload();
    await came();
    const found = await plan();
    check(found === left, `${file}: reloaded at once by the ${how}, ${times} times: ${left} became ${found}`);
    check(await until(page, (url) => url.includes('#plan=')), `${file}: reloaded, and the plan is not in the address`);
    // A plan that was followed by its link since then is not taken for the one that was kept.
    await page.evaluate(() => new Promise((done) => { addEventListener('hashchange', () => done()); location.hash = ''; }));
    await page.reload();
    check((await plan()) !== left, `${file}: a reload brings back a plan that was left`);
  }
  await page.close();
}

async function badLinks(file) {
  const encode = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const page = await newPage();
  await page.goto(address(file));
  const came = await marksOf(page);
  const bad = ['!!!', '', encode('no plan'), encode('null'), encode('[]'), encode({ plan: 7 }), encode({ plan: {} }),
    encode({ case: 'another', plan: {} }), 'A'.repeat(70000), encode(Buffer.from([255, 254, 0]).toString('latin1'))];
  for (const fragment of bad) {
    await page.goto('about:blank');
    await page.goto(`${address(file)}#plan=${fragment}`);
    const notice = await text(page, '#notice');
    check(notice.length > 20, `${file}: ${fragment.slice(0, 20)}: no word`);
    check(JSON.stringify(await marksOf(page)) === JSON.stringify(came), `${file}: ${fragment.slice(0, 20)} changes marks`);
  }
  const id = await page.evaluate(() => data.case);
  const part = encode({ case: id, plan: { nowhere: 'x', __proto__: 'y', '<img src=x onerror=window.evil=1>': '' }, day: 'never' });
  await page.goto('about:blank');
  await page.goto(`${address(file)}#plan=${part}`);
  check(/left out: [34]/.test(await text(page, '#notice')), `${file}: what is unknown is told: ${await text(page, '#notice')}`);
  check(await page.evaluate(() => window.evil === undefined), `${file}: a link runs something`);
  await page.close();
}

async function look(file, lively) {
  for (const [media, colorScheme, width] of [['screen', 'light', 320], ['screen', 'dark', 390], ['screen', 'light', 768],
    ['screen', 'light', 1280], ['screen', 'dark', 1280], ['print', 'light', 680]]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.goto(address(file));
    if (lively) {
      await page.evaluate(() => document.querySelector('tr.set td[data-head] button').click());
      // All texts once on a screen and once on paper: they are many.
      if (width === 320 || media === 'print') await page.evaluate(() => document.querySelectorAll('section details').forEach((details) => { details.open = true; }));
    }
    await page.emulateMedia({ media });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    check(beyond <= 0, `${file}: ${beyond} pixels wider than a ${media} of ${width}`);
    await page.evaluate(axe);
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const options = { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: media === 'screen' } } };
    const { violations } = await page.evaluate((how) => axe.run(document, how), options);
    for (const { id, nodes } of violations) check(false, `${file} on ${media}, ${colorScheme}, ${width}: ${id}: ${nodes[0].html.slice(0, 160)}`);
    await page.close();
  }
}

/** Wherever the keyboard goes, forwards and backwards, what it is on is not covered by what lies over the page. */
async function focus(file, width, press) {
  const page = await browser.newPage({ viewport: { width, height: 600 } });
  await page.goto(address(file));
  await page.evaluate(() => document.querySelector('tr.set td[data-head] button').click());
  if (press !== 'Tab') await page.focus('section summary');
  const covered = [];
  for (let n = 0; n < 60; n += 1) {
    await page.keyboard.press(press);
    const is = await page.evaluate(() => {
      const on = document.activeElement;
      const { left, top, width: wide, height } = on.getBoundingClientRect();
      const spots = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => document.elementFromPoint(left + wide * x, top + height * y)));
      const own = on.closest('label') ?? on;
      return on === document.body || spots.some((spot) => own.contains(spot)) ? null : on.outerHTML.slice(0, 60);
    });
    if (is) covered.push(is);
  }
  check(covered.length === 0, `${file}, ${width} wide, ${press}: covered ${covered.length} times, first ${covered[0]}`);
  await page.close();
}

/** More room between letters, words and lines, as some readers need it, cuts nothing off. */
async function spaced(file, width) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.goto(address(file));
  const cut = await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }');
    document.adoptedStyleSheets = [sheet];
    const texts = [...document.querySelectorAll('.choice span, .tools button, th button, .legend li, h1, h2, p')].filter((text) => text.offsetParent && !text.closest('.away'));
    const over = texts.filter((text) => text.scrollWidth > text.clientWidth + 1 && getComputedStyle(text).display !== 'inline');
    return [document.documentElement.scrollWidth - innerWidth, ...over.map((text) => text.outerHTML.slice(0, 60))];
  });
  check(cut[0] <= 0 && cut.length === 1, `${file}, ${width} wide, letters further apart: ${cut.slice(0, 3).join('; ')}`);
  await page.close();
}

/** On a tablet on its side the plan is read whole: no column lies beyond the edge, and no choice is cut off. */
async function tablet(file) {
  const page = await browser.newPage({ viewport: { width: 1024, height: 768 } });
  await page.goto(address(file));
  const [beyond, cut] = await page.evaluate(() => {
    const scroll = document.querySelector('.scroll');
    const isCut = (list) => {
      const whole = list.cloneNode();
      whole.append(new Option(list.selectedOptions[0].text));
      document.body.append(whole);
      const is = whole.offsetWidth > list.offsetWidth;
      whole.remove();
      return is;
    };
    return [scroll.scrollWidth - scroll.clientWidth, [...document.querySelectorAll('.plan select')].filter(isCut).map((list) => list.selectedOptions[0].text)];
  });
  check(beyond <= 0 && cut.length === 0, `${file} on a tablet: ${beyond} pixels beyond the edge, ${cut.length} choices cut off: ${cut[0]}`);
  await page.close();
}

/** What a change costs: the time of the processor on the page's thread, which others at work on the machine leave alone,
 * and the clock from the change until it is painted, on a processor slowed `rate` times. */
async function time(file, rate) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address(file));
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => Object.fromEntries((await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]));
  const changes = (n) => page.evaluate(async (of) => {
    const clock = [];
    for (let at = 0; at < of; at += 1) {
      await new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 20)); });
      const values = ids[at % terms.length];
      const begun = performance.now();
      setPlan(at % terms.length, at % 3 === 2 ? '' : values[at % values.length]);
      await new Promise((done) => { requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }); });
      clock.push(performance.now() - begun);
    }
    return clock.sort((a, b) => a - b);
  }, n);
  await changes(20);
  const before = await spent();
  const clock = await changes(100);
  const after = await spent();
  await page.close();
  const each = (...names) => names.map((name) => (after[name] - before[name]) * 10).reduce((a, b) => a + b).toFixed(1);
  return `${each('ScriptDuration', 'RecalcStyleDuration', 'LayoutDuration')} ms of processor for script, style and layout, ${each('TaskDuration')} for all tasks; by the clock, a wait for the next frame included, least ${clock[0].toFixed(0)}, median ${clock[50].toFixed(0)} ms`;
}

const pages = readdirSync(folder).map((name) => `${folder}/${name}`);
for (const file of pages) {
  await lesson(file);
  await leftAtOnce(file);
  await reloadedAtOnce(file);
  await badLinks(file);
}
if (kind === 'chromium') {
  for (const file of pages) await look(file, true);
  for (const file of pages) {
    for (const width of [390, 800, 1024, 1280]) for (const press of ['Tab', 'Shift+Tab']) await focus(file, width, press);
    for (const width of [320, 1280]) await spaced(file, width);
    await tablet(file);
  }
  await look(`${site}/index.html`, false);
  for (const rate of [1, 6]) console.log(`${kind}: a change on a processor slowed ${rate} times: ${await time(`${folder}/ukraine-2025-01.html`, rate)}`);
  const quiet = await browser.newPage({ javaScriptEnabled: false });
  await quiet.goto(address(pages[0]));
  check((await quiet.locator('tbody svg[role=img]').count()) > 0 && !(await quiet.locator('#tools').isVisible()), 'without a script the plan stands there');
  await quiet.close();
}
await browser.close();
console.log(`${kind}: ${pages.length} lessons, ${failures} failures`);
if (failures > 0) process.exit(1);
