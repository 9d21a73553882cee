'use strict';
// The rule of marks, as tables that the program wrote. Nothing here knows what a party demands.

// The data with names for what the program packed: newest position first, its runs as days with how it stands from there on.
// Where a walk goes on from many values alike stands once with their number; numbers at equal steps are the first of them,
// their unit, the step and how many.
function unpacked(data) {
  const entry = ([id, party, about, strength, root, runs, statements, terms]) => (
    { id, party, about, strength, root, runs, statements, terms });
  const numbers = ([from, unit, by, n]) => Array.from({ length: n }, (_, at) => [from + at * by, `${from + at * by} ${unit}`]);
  const values = data.values.map((of) => of.flatMap((value) => (value.length > 2 ? numbers(value) : [value])));
  const forks = data.forks.map((fork) => fork.flatMap((to) => (Array.isArray(to) ? Array(to[1]).fill(to[0]) : to)));
  const marks = data.marks.map(([name, blank]) => ({ name, blank: blank === 1 }));
  return { ...data, onDay: [], values, forks, marks, positions: data.positions.map(entry) };
}

/** What a plan does to a position or rule: the place of what comes of it, or -1 where this page cannot follow. */
function endOf(data, root, plan) {
  if (root === null) return -1;
  let at = root;
  while (at >= 0) at = data.forks[at][plan[data.forks[at][0]] + 2];
  return -1 - at;
}

/** How a position stands on a day: 0 not in force, 1 it counts, from 2 on why it does not. */
const standing = ({ runs }, day) => runs.filter(([from]) => from <= day).at(-1)?.[1] ?? 0;

/** The statements of a position that had been made by a day; all of them if none had. */
function madeBy(data, position, day) {
  const made = position.statements.filter((statement) => data.said[statement] <= day);
  return made.length > 0 ? made : position.statements;
}

/** What a day makes of the positions, whatever the plan: those in force, and how many statements stand behind each cell. */
function onDay(data, day) {
  const statements = data.terms.flatMap(() => data.parties.map(() => new Set()));
  const inForce = data.positions.map((position) => ({ ...position, stands: standing(position, day) })).filter(({ stands }) => stands > 0);
  for (const position of inForce) {
    const cell = position.about * data.parties.length + position.party;
    madeBy(data, position, day).forEach((statement) => statements[cell].add(statement));
  }
  return { inForce, sizes: statements.map(({ size }) => size) };
}

/** All marks and counts of a plan on a day. Cells stand term by term; a plan has -1 for what is not in it. */
function evaluate(data, plan, day) {
  const { inForce, sizes } = data.onDay[day] ??= onDay(data, day);
  const width = data.parties.length;
  const cells = sizes.map((size) => ({ counted: 0, all: 0, lost: false, size }));
  for (const { about, party, strength, root, stands } of inForce) {
    if (plan[about] < 0) continue;
    const [cell, effect] = [cells[about * width + party], endOf(data, root, plan)];
    const adds = effect < 0 ? 0 : data.adds[effect][strength];
    cell.all |= adds;
    if (stands === 1) [cell.counted, cell.lost] = [cell.counted | adds, cell.lost || effect < 0];
  }
  const [tallies, lost] = [data.parties.map(() => data.words.tally.map(() => 0)), data.parties.map(() => 0)];
  cells.forEach((cell, place) => {
    const [inPlan, onFile] = [plan[Math.floor(place / width)] >= 0, cell.size > 0 ? 1 : 0];
    const [counted, all] = [data.rule[onFile][cell.counted], data.rule[onFile][cell.all]];
    [cell.mark, cell.greyed] = inPlan ? [counted, all === counted ? null : all] : [data.empty, null];
    if (cell.lost) [cell.mark, cell.greyed] = [data.lost, null];
    if (cell.lost) lost[place % width] += 1;
    else if (inPlan) tallies[place % width][data.figures[onFile][cell.counted]] += 1;
  });
  return { cells, tallies, lost, broken: data.rules.map((root) => endOf(data, root, plan) === 1) };
}
