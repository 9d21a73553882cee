// The page: reads the plan from the controls, paints what the rule says, and shows copies of what stands below.

const $ = (id) => document.getElementById(id);
const all = (what, inside = document) => [...inside.querySelectorAll(what)];
const data = unpacked(JSON.parse($('data').textContent));
const { words, marks, parties, terms, days } = data;
const [form, width] = [$('plan'), parties.length];
const [rows, feet] = [all('tbody tr', form), all('tfoot tr', form).map((row) => all('td[data-head]', row))];
const start = evaluate(data, data.plan, data.day);
const state = {
  plan: [...data.plan], day: data.day,
  hidden: null, // the columns whose marks are hidden, while any are
  guesses: {},
  changed: new Set(), // the cells that the last step changed
  comparing: false,
  open: null, // how to show again what stands in the panel
  link: null, // what will write the address, until it has
};
let now = start;
const caseName = document.title.slice(document.title.lastIndexOf(' \u00b7 '));

// The values of each term, as the controls name them. Lists are filled first: without a script nobody sees them.
all('select', form).forEach((list) => list.append(...data.values[list.name.slice(1)].map(([id, name]) => new Option(name, id))));
$('day').append(...days.map(([, name], day) => new Option(name, day)));
const inputs = rows.map((row) => all('option, input', row).filter((input) => input.value !== ''));
const ids = inputs.map((of) => of.map((input) => input.value));
const names = inputs.map((of) => of.map((input) => input.text ?? input.nextElementSibling.textContent));

const fill = (text, values) => text.replace(/\{(\w*)\}/g, (_, key) => (key === '' ? values : values[key]));
const ofTerms = (n) => fill(words.of_terms[n === 1 ? 0 : 1], n);
const list = (items) => (items.length < 2 ? items.join('') : items.slice(0, -1).join(', ') + words.and + items.at(-1));
const nInPlan = () => state.plan.filter((value) => value >= 0).length;
const says = (term, plan = state.plan) => (plan[term] < 0 ? words.not_in_plan : names[term][plan[term]]);
const inPlan = (term) => state.plan[term] >= 0;
const isHidden = (party) => state.hidden !== null && state.hidden.has(party);
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const where = (place) => [Math.floor(place / width), place % width];
const tell = (element, text) => { if (element.textContent !== String(text)) element.textContent = text; };
const copyOf = (id) => [...$(id).cloneNode(true).children];
const show = (...parts) => $('cards').replaceChildren(...parts);

function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

function draw(svg, mark, grey = false) {
  svg.firstChild.setAttribute('href', `#m${mark}`);
  svg.setAttribute('class', grey ? 'm grey' : 'm');
  return svg;
}

const sample = document.querySelector('.legend svg');
const drawing = (mark, grey) => draw(sample.cloneNode(true), mark, grey);
const headed = (text, ...drawn) => make('p', { class: 'effect' }, ...drawn, make('b', {}, text));

/** What a cell shows: its mark, or in grey the mark of what is on file but not counted. */
function shown(cell) {
  const grey = marks[cell.mark].blank && cell.greyed !== null && cell.greyed !== data.empty;
  return { mark: grey ? cell.greyed : cell.mark, grey };
}

/** True if a mark is another than before. From nothing on file to not in the plan is no change. */
function differs(before, place) {
  const [old, mark] = [before.cells[place].mark, now.cells[place].mark];
  return old !== mark && !(marks[old].blank && marks[mark].blank);
}

const changedSince = (before) => [...buttons.keys()].filter((place) => differs(before, place) && !isHidden(place % width));

// The table.

const buttons = rows.flatMap((row) => all('td[data-head]', row)).map((td, place) => {
  const inside = [drawing(data.empty), make('span', { class: 'n' })];
  td.replaceChildren(Object.assign(make('button', { type: 'button', tabindex: '-1' }, ...inside), { place }));
  return td.firstChild;
});

let [current] = buttons; // the cell that the keyboard is on

const lineOf = (place, mark) => fill(words.cell, { party: parties[place % width][1], term: terms[where(place)[0]][1], mark });

function cellName(place) {
  const [term, party] = where(place);
  const { mark, greyed, size } = now.cells[place];
  const guess = state.guesses[place];
  const parts = [lineOf(place, isHidden(party) ? words.hidden : inPlan(term) ? marks[mark].name : words.not_in_plan)];
  if (!isHidden(party) && size > 0) parts.push(fill(words.statements[size === 1 ? 0 : 1], size));
  if (!isHidden(party) && greyed !== null) parts.push(fill(words.not_counted, marks[greyed].name));
  if (guess) parts.push(fill(words.guess, words.guesses[guess][1]));
  return parts.join('. ');
}

function paintCell(button, place) {
  const [term, party] = where(place);
  const cell = now.cells[place];
  const hidden = isHidden(party) && inPlan(term);
  const { mark, grey } = shown(cell);
  const n = !hidden && inPlan(term) && cell.size > 1 ? cell.size : '';
  const framed = !isHidden(party) && (state.comparing ? differs(start, place) : state.changed.has(place));
  const key = `${hidden} ${mark} ${grey} ${cell.greyed} ${cell.size} ${inPlan(term)} ${framed} ${isHidden(party)} ${state.guesses[place]}`;
  if (button.key === key) return;
  button.key = key;
  draw(button.firstChild, hidden ? data.lost : mark, grey && !hidden);
  tell(button.lastChild, n);
  [button.dataset.guess] = words.guesses[state.guesses[place] ?? 0];
  button.classList.toggle('changed', framed);
  button.setAttribute('aria-label', cellName(place));
}

/** A plan that was changed is no longer that of whoever put it forward. */
function paintHeads() {
  if (!data.heads) return;
  const { plan, same, one, more } = data.heads;
  const n = state.plan.filter((value, term) => value !== plan[term]).length;
  const [title, line] = [same, one][n] ?? more;
  tell($('name'), title.join(n));
  tell($('whose'), line.join(n));
  document.title = title.join(n) + caseName;
}

function paint() {
  paintHeads();
  rows.forEach((row, term) => {
    row.classList.toggle('set', inPlan(term));
    tell(row.querySelector('.says'), capital(says(term)));
  });
  buttons.forEach(paintCell);
  const n = nInPlan();
  parties.forEach((_, party) => {
    const [red, opposed, otherwise, inLine, silent] = now.tallies[party];
    const known = !isHidden(party) && now.lost[party] === 0;
    const against = n > 0 && silent === n ? '\u2013' : red + opposed + otherwise; // nothing said, nothing contradicted
    [against, inLine, silent].forEach((figure, foot) => { tell(feet[foot][party], known ? figure : '?'); });
  });
  for (const cell of all('tfoot td:not([data-head])', form)) tell(cell, ofTerms(n));
  now.broken.forEach((broken, place) => { $(`rule${place}`).hidden = !broken; });
  $('asof').textContent = `${words.as_of} ${days[state.day][1]}`;
  [$('hide').textContent, $('reveal').hidden] = state.hidden === null ? [words.hide, true] : [words.show_all, false];
  $('changes').setAttribute('aria-pressed', state.comparing);
  [$('day').value, $('earlier').disabled, $('later').disabled] = [state.day, state.day === 0, state.day === days.length - 1];
  if (state.open) state.open();
}

/** One step: what was done, and which marks it changed; and what else it brought. */
function step(what, more = '') {
  const before = now;
  now = evaluate(data, state.plan, state.day);
  const places = changedSince(before);
  state.changed = new Set(places);
  const codes = [...new Set(places.map((place) => parties[place % width][0]))].sort();
  const marked = fill(words.changed[Math.min(places.length, 2)], { n: places.length, parties: codes.join(', ') });
  $('news').textContent = `${what} ${state.hidden?.size === width ? words.marks_hidden : marked}${more}`;
  paint();
  // Browsers take their time for an address, and some allow few of them: it is written once the plan is left alone. Until
  // then the tab keeps it as its name, which a reload leaves as it is.
  window.name = address();
  clearTimeout(state.link);
  state.link = setTimeout(() => writeLink(), 300);
}

function setPlan(term, id) {
  const from = says(term);
  state.plan[term] = ids[term].indexOf(id);
  step(fill(words.change, { what: terms[term][1], from, to: says(term) }));
}

/** Another day. What no longer holds on a later one is told with the reason on file: no mark moves without a word. */
function setDay(day) {
  const [from, gone] = [state.day, data.positions.filter((one) => day > state.day && standing(one, state.day) > 0 && !standing(one, day))];
  const since = ({ id, about, party }) => (isHidden(party) ? '' : ` ${lineOf(about * width + party, $(`p${id}`).lastChild.textContent)}`);
  state.day = day;
  step(fill(words.change, { what: words.as_of, from: days[from][1], to: days[day][1] }), gone.map(since).join(''));
}

const fillControls = () => state.plan.forEach((value, term) => { form.elements[`t${term}`].value = ids[term][value] ?? ''; });

// The panel: what stands behind a mark, a party or a term.

function openPanel(what, byKey) {
  state.open = what;
  what();
  $('why').classList.add('open');
  if (byKey) $('why-head').focus();
}

function closePanel() {
  [state.open, state.comparing] = [null, false];
  $('why').classList.remove('open');
  paint();
  focusCell(current);
}

function effectLine(position, effect) {
  const said = (statement) => all('b, time', $(`s${statement}`)).map((part) => part.textContent).join(', ');
  const by = madeBy(data, position, state.day).map(said);
  const statements = by.length === 1 ? fill(words.by[0], by[0]) : fill(words.by[1], { n: by.length, by: by.join('; ') });
  const open = position.terms.filter((term) => !inPlan(term)).map((term) => terms[term][1]);
  return fill(words.effects[effect] ?? words.lost, { by: statements, open: list(open) });
}

function card(position) {
  const stands = standing(position, state.day);
  const effect = endOf(data, position.root, state.plan);
  const parts = [];
  if (stands === 0) parts.push(headed(fill(words.not_in_force, days[state.day][1])));
  if (stands > 0 && inPlan(position.about)) {
    const mark = effect < 0 ? data.lost : data.rule[1][data.adds[effect][position.strength]];
    parts.push(headed(effectLine(position, effect), drawing(mark, stands > 1)));
  }
  if (stands > 1) parts.push(make('p', { class: 'note' }, capital(data.uncounted[stands - 2])));
  parts.push(...madeBy(data, position, state.day).flatMap((statement) => copyOf(`s${statement}`)));
  return make('article', {}, ...parts, make('div', { class: 'reading' }, ...copyOf(`p${position.id}`)));
}

function showCell(place) {
  const [term, party] = where(place);
  const values = { party: parties[party][1], term: terms[term][1], day: days[state.day][1] };
  const head = [make('h3', {}, values.party), make('p', { class: 's' }, `${values.term}: ${says(term)}`)];
  if (isHidden(party)) return show(...head, make('p', {}, fill(words.reveal_first, values)));
  const cell = now.cells[place];
  const { mark, grey } = shown(cell);
  const effect = (position) => endOf(data, position.root, state.plan);
  const rank = (position) => effect(position) * 10 + (effect(position) === 0 ? position.strength : 0);
  const here = data.positions.filter((position) => position.about === term && position.party === party);
  const inForce = here.filter((position) => standing(position, state.day) > 0).sort((a, b) => rank(a) - rank(b));
  const others = here.filter((position) => standing(position, state.day) === 0);
  head.push(headed(capital(inPlan(term) ? marks[cell.mark].name : words.not_in_plan), drawing(mark, grey)));
  if (inForce.length === 0) head.push(make('p', {}, fill(words.nothing[here.length > 0 ? 1 : 0], values)));
  const more = make('details', {}, make('summary', {}, fill(words.other_days, others.length)), ...others.map(card));
  return show(...head, ...inForce.map(card), ...(others.length > 0 ? [more] : []));
}

function showParty(party) {
  const head = make('p', {}, fill(words.tally_head, { party: parties[party][1], of: ofTerms(nInPlan()) }));
  const counts = words.tally.map((text, figure) => make('li', {}, fill(text, now.tallies[party][figure])));
  const counted = nInPlan() > 0 && now.lost[party] === 0 && !isHidden(party);
  show(...copyOf(`party${data.columns[party]}`), ...(counted ? [head, make('ul', {}, ...counts)] : []));
}

function showChanges() {
  const arrow = (before, after) => fill(words.before_after, { before, after });
  const lines = terms.flatMap(([, what], term) => (state.plan[term] === data.plan[term] ? []
    : [`${what}: ${arrow(says(term, data.plan), says(term))}`]));
  if (state.day !== data.day) lines.unshift(`${words.as_of}: ${arrow(days[data.day][1], days[state.day][1])}`);
  lines.push(...changedSince(start).map((place) => lineOf(place, arrow(...[start, now].map(({ cells }) => marks[cells[place].mark].name)))));
  const items = make('ul', {}, ...lines.map((text) => make('li', {}, text)));
  show(make('h3', {}, words.changed_head), lines.length > 0 ? items : make('p', {}, words.same));
}

// What is pressed.

function focusCell(button) {
  [current.tabIndex, button.tabIndex] = [-1, 0];
  current = button;
  current.focus();
}

/** A hidden mark is guessed, press by press; any other shows what stands behind it. */
function pressCell(button, byKey) {
  const [place, [term, party]] = [button.place, where(button.place)];
  focusCell(button);
  if (isHidden(party) && inPlan(term)) {
    state.guesses[place] = ((state.guesses[place] ?? 0) + 1) % words.guesses.length;
  } else {
    state.comparing = false;
    openPanel(() => showCell(place), byKey);
  }
  paint();
}

function hide(columns, news) {
  [state.hidden, state.changed] = [columns.length > 0 ? new Set(columns) : null, new Set()];
  $('news').textContent = news;
  paint();
}

/** Shows the marks of a party, or hides them again. */
function reveal(party) {
  if (isHidden(party)) hide([...state.hidden].filter((other) => other !== party), fill(words.revealed, parties[party][1]));
  else hide([...state.hidden, party], words.marks_hidden);
}

const press = {
  earlier: () => setDay(state.day - 1),
  later: () => setDay(state.day + 1),
  hide: () => (state.hidden === null ? hide([...parties.keys()], words.marks_hidden) : hide([], '')),
  reveal: () => reveal(Math.min(...state.hidden)),
  changes: () => {
    state.comparing = !state.comparing;
    if (state.comparing) openPanel(showChanges, false);
    paint();
  },
  reset: () => {
    [state.plan, state.day] = [[...data.plan], data.day];
    fillControls();
    step(words.reset);
  },
  copy: showCopy,
  print: () => print(),
  close: closePanel,
  'copy-text': () => copyField($('text')),
  'copy-link': () => copyField($('link')),
  done: () => $('mine').close(),
};
for (const [id, act] of Object.entries(press)) $(id).addEventListener('click', act);
$('day').addEventListener('change', () => setDay(Number($('day').value)));
addEventListener('hashchange', () => followLink(false));
addEventListener('pagehide', () => { if (state.link !== null) writeLink(); });
document.addEventListener('keydown', ({ key }) => { if (key === 'Escape' && state.open && !$('mine').open) closePanel(); });
form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('change', ({ target: { name, value } }) => setPlan(Number(name.slice(1)), value));
form.addEventListener('click', ({ target, detail }) => {
  const button = target.closest('td[data-head] button');
  if (button) pressCell(button, detail === 0);
});
form.addEventListener('keydown', (event) => {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -width, ArrowDown: width }[event.key];
  const next = buttons[event.target.place + by];
  if (next === undefined) return;
  event.preventDefault();
  focusCell(next);
});

// Heads become buttons, controls come to life. Roles are named although the elements have them: on a narrow screen the
// table is laid out as a list, and some browsers then no longer see a table in it.
const headButton = (head, act, attributes = {}) => {
  const button = make('button', { type: 'button', ...attributes }, ...head.childNodes);
  button.addEventListener('click', ({ detail }) => act(detail === 0));
  head.replaceChildren(button);
};
all('tbody th', form).forEach((head, term) => headButton(head, (byKey) => openPanel(() => show(...copyOf(`term${term}`)), byKey)));
all('th.party', form).forEach((head, party) => headButton(head, (byKey) => {
  if (state.hidden === null) openPanel(() => showParty(party), byKey);
  else reveal(party);
}, { 'aria-label': [...new Set(parties[party])].join(', ') }));
const roles = { table: 'table', 'thead, tbody, tfoot': 'rowgroup', tr: 'row', td: 'cell', th: 'columnheader', 'th[scope=row]': 'rowheader' };
for (const [what, role] of Object.entries(roles)) all(what, form).forEach((element) => element.setAttribute('role', role));
all('fieldset, select, #tools, #why').forEach((element) => { element.hidden = false; });
document.body.classList.add('live');
current.tabIndex = 0;
followLink(performance.getEntriesByType('navigation')[0]?.type === 'reload');
