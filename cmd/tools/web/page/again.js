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
  return {lesson: a.lesson, indicator: a.indicator, boundary: a.boundary ?? [], levels, agreed: "", wording: "", commitment: "", who: "", when: ""};
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
  return make("section", {ariaLabel: item.indicator}, make("h3", {}, lesson + item.indicator), table("Votes on " + lesson + item.indicator, ["Level", "Before", "Now"], rows), said, decisionOf(item));
}

// decisionOf is what the team decides on an item.
function decisionOf(item) {
  const agreed = make("select", {onchange() { item.agreed = this.value; }});
  options(agreed, [["", "not decided"], ...item.levels.map(l => [String(l.value), l.name])], item.agreed);
  const line = (title, key) => make("label", {}, title + " ", make("input", {type: "text", value: item[key], oninput() { item[key] = this.value; }}), " ");
  return make("p", {}, make("label", {}, "We agree on ", agreed, " "), line("In these words:", "wording"),
    line("We are committed to", "commitment"), line("Who:", "who"), line("By when:", "when"));
}

// saveDecisions saves the sheet, a row an item.
function saveDecisions() {
  const cell = text => {
    text = String(text).replace(/[\r\n]+/g, " ");
    if (/^[=+\-@\t]/.test(text)) text = "'" + text; // no formula of a spreadsheet
    return /[",;\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  const spread = (item, counts) => item.levels.map((l, i) => `${l.value}:${counts[i]}`).join(" ");
  const rows = votes.items.map(item => [
    item.lesson, item.indicator, item.boundary.join("|"), spread(item, item.levels.map(l => l.before)),
    item.levels.some(l => l.after !== "") ? spread(item, typed(item)) : "",
    item.agreed, item.wording, item.commitment, item.who, item.when,
  ]);
  const head = ["lesson", "indicator", "boundary", "before", "after", "agreed_level", "agreed_wording", "commitment", "who", "by_when"];
  save("decisions.csv", "\ufeff" + [head, ...rows].map(r => r.map(cell).join(",")).join("\r\n") + "\r\n", "text/csv");
  say("Saved.");
}
