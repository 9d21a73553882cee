'use strict';
// The rule of marks, as tables that the program wrote. Nothing here knows what a party demands.

/** The data with names for what the program packed: newest position first, its runs as days followed by standings. */
function unpacked(data) {
  const entry = ([id, party, about, strength, root, runs, statements, terms]) => (
    { id, party, about, strength, root, runs, statements, terms });
  return { ...data, positions: data.positions.map(entry), marks: data.marks.map(([name, blank]) => ({ name, blank: blank === 1 })) };
}

/** What a plan does to a position or rule: the place of what comes of it, or -1 where this page cannot follow. */
function endOf(data, root, plan) {
  if (root === null) return -1;
  let at = root;
  while (at >= 0) {
    const fork = data.forks[at];
    at = fork[plan[fork[0]] + 2];
  }
  return -1 - at;
}

/** How a position stands on a day: 0 not in force, 1 it counts, from 2 on why it does not. */
function standing(position, day) {
  const { runs } = position;
  let stands = 0;
  for (let i = 0; i < runs.length && runs[i] <= day; i += 2) stands = runs[i + 1];
  return stands;
}

/** The statements of a position that had been made by a day; all of them if none had. */
function madeBy(data, position, day) {
  const made = position.statements.filter((statement) => data.said[statement] <= day);
  return made.length > 0 ? made : position.statements;
}

/** All marks and counts of a plan on a day. Cells stand term by term; a plan has -1 for what is not in it. */
function evaluate(data, plan, day) {
  const cells = data.terms.flatMap(() => data.parties.map(() => (
    { counted: 0, all: 0, lost: false, inForce: false, statements: new Set(), onFile: false })));
  for (const position of data.positions) {
    const cell = cells[position.about * data.parties.length + position.party];
    const stands = standing(position, day);
    cell.onFile = true;
    if (stands === 0) continue;
    cell.inForce = true;
    madeBy(data, position, day).forEach((statement) => cell.statements.add(statement));
    if (plan[position.about] < 0) continue;
    const effect = endOf(data, position.root, plan);
    const adds = effect < 0 ? 0 : data.adds[effect][position.strength];
    cell.all |= adds;
    if (stands !== 1) continue;
    cell.counted |= adds;
    cell.lost ||= effect < 0;
  }
  const tallies = data.parties.map(() => [0, 0, 0, 0, 0, 0]);
  const lost = data.parties.map(() => 0);
  cells.forEach((cell, place) => {
    const party = place % data.parties.length;
    const inPlan = plan[Math.floor(place / data.parties.length)] >= 0;
    cell.mark = inPlan ? data.rule[cell.counted] : data.empty;
    cell.greyed = inPlan && data.rule[cell.all] !== cell.mark ? data.rule[cell.all] : null;
    cell.otherDay = inPlan && cell.onFile && !cell.inForce;
    if (!inPlan) return;
    if (cell.lost) {
      cell.mark = data.lost;
      cell.greyed = null;
      lost[party] += 1;
    } else {
      tallies[party][data.figures[cell.counted]] += 1;
    }
  });
  const broken = data.rules.map((root) => endOf(data, root, plan) === 1);
  return { cells, tallies, lost, broken };
}
