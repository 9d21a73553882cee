// Links and copies: the plan as a part of the address, and as a text that the program opens.

const LONGEST_LINK = 65536;

function linkText() {
  const plan = Object.fromEntries(terms.flatMap(([id], term) => (inPlan(term) ? [[id, ids[term][state.plan[term]]]] : [])));
  const text = JSON.stringify({ case: data.case, print: data.print, day: days[state.day][0], plan });
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return `#plan=${btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** The address of the page with the plan as it stands. */
function address() {
  const asItCame = state.day === data.day && state.plan.every((value, term) => value === data.plan[term]);
  return location.pathname + location.search + (asItCame ? '' : linkText());
}

function writeLink(to = address()) {
  state.link = null;
  // Some browsers refuse this for files; the plan can still be copied.
  try { history.replaceState(null, '', to); } catch { /* See above. */ }
}

/** Takes the plan of a link over, if it can be read; says what became of it. */
function readLink(hash) {
  if (!hash.startsWith('#plan=')) return '';
  if (hash.length > LONGEST_LINK) return words.link.long;
  let read;
  try {
    const bytes = Uint8Array.from(atob(hash.slice(6).replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));
    read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch { /* It is no text, or none of ours. */ }
  if (typeof read?.plan !== 'object' || read.plan === null) return words.link.garbage;
  if (read.case !== data.case) return words.link.other;
  const day = days.findIndex(([iso]) => iso === read.day);
  const values = terms.map(([id], term) => ids[term].indexOf(Object.hasOwn(read.plan, id) ? String(read.plan[id]) : ''));
  const lost = Object.keys(read.plan).length + 1 - [...values, day].filter((found) => found >= 0).length;
  [state.plan, state.day] = [values, day < 0 ? data.day : day];
  const parts = [words.link.read, lost > 0 ? fill(words.link.parts, lost) : '', read.print === data.print ? '' : words.link.version];
  return parts.filter((part) => part !== '').join(' ');
}

/** Shows the plan of the address. A reload takes the address from before, if one waits to be written: then the tab has it. */
function followLink(isReload) {
  clearTimeout(state.link);
  if (isReload && window.name.split('#')[0] === location.pathname + location.search) writeLink(window.name);
  else [state.link, window.name] = [null, ''];
  $('notice').textContent = readLink(location.hash);
  fillControls();
  now = evaluate(data, state.plan, state.day);
  state.changed = new Set();
  paint();
}

function showCopy() {
  const entries = terms.map(([id], term) => (inPlan(term) ? `        "${id}": "${ids[term][state.plan[term]]}",\n` : ''));
  const changed = state.plan.some((value, term) => value !== data.plan[term]);
  $('text').value = data.file[0] + days[state.day][0] + data.file[1] + entries.join('') + data.file[changed ? 3 : 2];
  [$('link').value, $('copied').textContent] = [location.href.split('#')[0] + linkText(), ''];
  $('save').href = URL.createObjectURL(new Blob([$('text').value], { type: 'text/plain' }));
  $('mine').showModal();
}

function copyField(field) {
  const done = (text) => () => tell($('copied'), text);
  field.select();
  (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(done(words.copied), done(words.not_copied));
}
