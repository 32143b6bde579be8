// The vote after the talk: what each level got before and gets now, beside each
// other, and the sheet of decisions.
const votes = {turn: -1, items: []};

async function voteAgain() {
  if (votes.turn !== state.turn) {
    const answer = await compute(agenda(), "--format", "json");
    votes.items = JSON.parse(answer.text()).agenda.map(itemOf);
    votes.turn = state.turn;
  }
  if (votes.items.length === 0) return [make("p", {}, "There is nothing to vote on again: no indicator is on the agenda.")];
  return [
    make("p", {}, "After you have talked about an indicator, count the hands for each level again. What you type stays on this page until you save it."),
    ...votes.items.map(voteOf), make("p", {}, button("Save the decisions (CSV)", saveDecisions)),
  ];
}

// itemOf is an item of the agenda with its levels, and what the team decides.
function itemOf(a) {
  const before = new Map(a.spread.map(s => [s.value, s.count]));
  const levels = levelsOf(a).map(l => ({value: l.value, name: l.label || String(l.value), before: before.get(l.value) ?? 0, after: ""}));
  return {
    round: a.round ?? "", lesson: a.lesson, indicator: a.indicator, name: a.name ?? "", boundary: a.boundary ?? [], levels,
    level: "", time: "", wording: "", commitment: "", who: "", due: "",
  };
}

// levelsOf are the levels that can be voted for: those of the scale that has
// all that were given, with the words at the boundary.
function levelsOf(a) {
  const given = [...a.spread, ...a.levels ?? []];
  const scale = state.check.scales.find(s => given.every(g => s.levels.some(l => l.value === g.value && (!g.label || g.label === l.label))));
  return scale ? scale.levels : a.spread;
}

// sameRating is how often two of the people gave the same level, in percent;
// null where fewer than two voted.
function sameRating(counts) {
  const n = counts.reduce((sum, c) => sum + c, 0);
  if (n < 2) return null;
  return Math.round(100 * counts.reduce((sum, c) => sum + c * (c - 1), 0) / (n * (n - 1)));
}

const typed = item => item.levels.map(l => Math.max(0, Math.floor(Number(l.after) || 0)));

// inWords compares before and after.
function inWords(item) {
  const before = sameRating(item.levels.map(l => l.before));
  const after = sameRating(typed(item));
  const sentence = before === null ? "" : `Before the talk, any two of you gave the same rating ${before}% of the time`;
  if (after === null) return sentence && sentence + ".";
  return sentence ? `${sentence}; now ${after}%.` : `Now any two of you give the same rating ${after}% of the time.`;
}

// voteOf is the table of one item.
function voteOf(item) {
  const most = Math.max(1, ...item.levels.map(l => l.before), ...typed(item));
  const said = make("p", {role: "status"}, inWords(item));
  const bar = n => make("span", {className: "bar", ariaHidden: "true"});
  const widen = (b, n) => { b.style.width = 6 * n / most + "rem"; };
  const rows = item.levels.map(level => {
    const old = bar(), now = bar();
    const input = make("input", {type: "number", min: 0, max: 999, value: level.after, ariaLabel: `${item.indicator}: ${level.name}, now`});
    const update = () => { level.after = input.value; widen(now, Number(input.value) || 0); said.textContent = inWords(item); };
    input.oninput = update;
    widen(old, level.before);
    widen(now, Number(level.after) || 0);
    return [level.name, make("span", {}, old, " " + level.before), make("span", {}, input, " ", now)];
  });
  const lesson = votes.items.some(i => i.lesson !== item.lesson) ? item.lesson + ", " : "";
  const title = (lesson + item.indicator + " " + item.name).trim();
  return make("section", {ariaLabel: title}, make("h3", {}, title), table("Votes on " + lesson + item.indicator, ["Level", "Before", "Now"], rows), said, decisionOf(item));
}

// decisionOf is what the team decides on an item.
function decisionOf(item) {
  const agreed = make("select", {onchange() { item.level = this.value; }});
  options(agreed, [["", "not decided"], ...item.levels.map(l => [String(l.value), l.name])], item.level);
  const line = (title, key) => make("label", {}, title + " ", make("input", {type: "text", value: item[key], oninput() { item[key] = this.value; }}), " ");
  return make("p", {}, make("label", {}, "We agree on ", agreed, " "), line("The video shows it at", "time"), line("In these words:", "wording"),
    line("We are committed to", "commitment"), line("Who:", "who"), line("By when:", "due"));
}

// saveDecisions saves the sheet that calibrate agenda --decisions-out writes,
// filled in: agenda and trend read it with --decisions.
function saveDecisions() {
  const cell = text => {
    text = String(text).replace(/[\r\n]+/g, " ").trim();
    if (/^[=+\-@\t]/.test(text)) text = "'" + text; // no formula of a spreadsheet
    return /[",;\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  const spread = (item, counts) => item.levels.map((l, i) => [l.value, counts[i]]).filter(([, n]) => n > 0).map(([value, n]) => `${value}: ${n}`).join(", ");
  const rows = votes.items.map(item => [
    item.round, item.lesson, item.indicator, item.name, item.boundary.join("|"), spread(item, item.levels.map(l => l.before)), spread(item, typed(item)),
    item.level, item.time, item.wording, item.commitment, item.who, item.due, "",
  ]);
  const head = ["round", "lesson", "indicator", "name", "boundary", "independent", "revote", "level", "time", "wording", "commitment", "who", "due", "held"];
  save("decisions.csv", "\ufeff" + [head, ...rows].map(r => r.map(cell).join(",")).join("\r\n") + "\r\n", "text/csv");
  say("Saved.");
}
