// What was read, the doubts about it as choices, and what can be changed.
const state = {
  files: new Map(),  // by name
  cures: [],         // flags chosen for doubts, a list of words each
  columns: new Map(), // field by column, changed by hand
  check: null, checking: null, // what check says, and its promise
  survey: false, turn: 0,
};

// readFlags are the flags of reading that were chosen, as words.
function readFlags() {
  const chosen = state.cures.flat();
  for (const [column, field] of state.columns) chosen.push("--columns", field + "=" + column);
  if (byID("rubric").value) chosen.push("--rubric", byID("rubric").value);
  if (byID("round").value) chosen.push("--round", byID("round").value);
  const levels = levelNames();
  if (levels) chosen.push("--scale", levels);
  return chosen.concat(words(byID("flags").value) ?? []);
}

// fileWords name the files; one that begins with a dash is no flag.
const fileWords = () => [...state.files.keys()].map(name => name.startsWith("-") ? "./" + name : name);

// levelNames is the scale with the names that were typed, where one was.
function levelNames() {
  const inputs = [...byID("levels").querySelectorAll("input")];
  if (inputs.every(i => i.value === i.defaultValue)) return "";
  return inputs.map(i => i.name + "=" + i.value.replace(/[,=]/g, " ").trim()).join(",");
}

// read reads the files, and shows what is to be seen of them: the page for the
// room first, where there is one, and then what was read.
async function read() {
  const turn = ++state.turn;
  const old = () => turn !== state.turn;
  Object.assign(state, {check: null, survey: false});
  if (state.files.size === 0) { show(); say(""); return; }
  say("Reading\u2026");
  try {
    const early = await openEarly();
    if (old()) return;
    state.checking = checked();
    const check = await state.checking;
    if (old()) return;
    const fatal = check.problems.filter(p => p.severity === "fatal");
    state.survey = fatal.length > 0 && fatal.every(p => p.code === "survey");
    if (!check.ok && !state.survey) { show(fatal); return; }
    state.check = check;
    if (!state.survey) fillSettings(check);
    show();
    if (early) say(readInWords());
    else await openView(views()[0].id);
  } catch (error) {
    if (!old()) stopped(error);
  }
}

// checked is what the program says of the files.
async function checked() {
  const answer = await program.run("check", "--format", "json", ...readFlags(), ...fileWords());
  const check = answer.output.length > 0 ? JSON.parse(answer.text()) : null;
  if (check?.ok || check?.problems.some(p => p.severity === "fatal")) return check;
  return {ok: false, problems: [{severity: "fatal", text: message(answer.messages)}]};
}

// openEarly shows the page for the room before all else, and says whether it
// could: it takes no more than the ratings.
async function openEarly() {
  const turn = state.turn;
  const answer = await program.run(...score(), "--format", "html", ...fileWords());
  if (answer.code !== 0 || turn !== state.turn) return false;
  keptPages().set("room", answer.text());
  show();
  await openView("room");
  return true;
}

// stopped says that the program has ended, and starts it anew.
function stopped(error) {
  const large = [...state.files.values()].some(f => f.size > 5e7);
  say("The program has stopped" + (large ? ": the file may be larger than a browser can hold; the calibrate command reads it" : "") + ". " + message(error.message).split("\n")[0]);
  if (!program.running()) program.start().then(layFiles, () => {});
}

// layFiles hands the files to the program, which reads them from the disk
// itself: the page touches no byte of them.
function layFiles() {
  const list = agreed() ? [...state.files, [agreedName(), agreed()]] : [...state.files];
  return program.lay(list.map(([name, content]) => ({name, content})));
}

// show shows the parts of the page that there is something for.
function show(problems) {
  const read = state.files.size > 0;
  byID("doubts").hidden = !problems;
  byID("changes").hidden = !read || state.survey;
  byID("results").hidden = !read || Boolean(problems);
  const flags = readFlags().concat(scoreFlags());
  byID("same").replaceChildren();
  if (flags.length > 0 && read) byID("same").append("The same on the command line: ", make("code", {}, ["calibrate score", ...flags.map(shellWord), ...fileWords().map(shellWord)].join(" ")));
  if (!problems) return;
  say(count(problems.length, "question") + " to settle before anything is computed.");
  byID("problems").replaceChildren(...problems.map(problemOf));
  byID("doubts").focus();
}

// problemOf shows a problem, and the ways to settle it as buttons.
function problemOf(p) {
  const place = [p.file, p.row && "row " + p.row, p.column && "column " + p.column].filter(Boolean).join(", ");
  const shown = make("div", {className: "problem"}, make("p", {}, place ? make("strong", {}, place + ": ") : "", p.text));
  if (p.choices?.length > 0) {
    shown.append(make("ul", {className: "choices"}, ...p.choices.map(c => make("li", {}, choiceOf(c)))));
  } else if (p.hint) {
    shown.append(make("p", {className: "aside"}, p.hint));
  }
  return shown;
}

// choiceOf is one way to settle a doubt.
function choiceOf({flags, says}) {
  const sentence = says ? says[0].toUpperCase() + says.slice(1) + " " : "Read it so ";
  const choice = button(sentence, () => { state.cures.push(words(flags) ?? []); read(); });
  choice.append(make("code", {}, flags));
  return choice;
}

// fillSettings shows what can be changed, as it stands now.
function fillSettings(check) {
  const standards = program.offers.standards.filter(s => agreed() || !s.needs_master).map(s => [s.id, s.title]);
  options(byID("standard"), standards, byID("standard").value || standards[0][0]);
  if (byID("rubric").options.length === 0) {
    options(byID("rubric"), [["", "As found in the file"], ...program.offers.rubrics.map(r => [r.id, r.title])], "");
  }
  const groups = [...new Set(check.columns.filter(c => c.field === "group").map(c => c.header))];
  options(byID("by"), [["", "No groups"], ...groups.map(g => [g, g])], byID("by").value);
  const rounds = check.rounds.found;
  options(byID("round"), [["", "The last"], ...rounds.map(r => [r, r]), ["all", "All"]], byID("round").value);
  byID("round-line").hidden = rounds.length < 2;
  byID("levels").hidden = check.scales.length !== 1 || check.scales[0].levels.length > 11;
  if (byID("levels").hidden || levelNames()) return;
  byID("levels").replaceChildren(byID("levels").firstElementChild, ...check.scales[0].levels.map(l =>
    make("label", {}, l.value + " ", make("input", {name: String(l.value), defaultValue: l.label ?? ""}))));
}

// readTab shows what was read: who, what, what was left out, column by column.
function readTab(check) {
  const parts = [
    make("p", {}, `${count(check.ratings, "rating")} by ${count(check.raters, "rater")}, of ${count(check.lessons, "lesson")} and ${count(check.indicators, "indicator")}. Not observed ${check.not_observed}, left blank ${check.blank}, without a row ${check.absent}.`),
    make("p", {}, check.raters_are + "."),
  ];
  const left = check.left_out.map(l => make("li", {}, `${l.what}${l.header ? " " + l.header : ""}: ${l.why}`));
  if (left.length > 0) parts.push(make("h3", {}, "Left out"), make("ul", {}, ...left));
  const odd = check.problems.filter(p => p.code !== "raters_are");
  if (odd.length > 0) parts.push(make("h3", {}, "Worth a look"), ...odd.map(problemOf));
  parts.push(make("h3", {}, "What each column was taken for"), columnTable(check));
  if (check.preview.length > 0) parts.push(make("h3", {}, "The first ratings as they were understood"), previewTable(check.preview));
  return parts;
}

const fields = ["rater", "lesson", "indicator", "score", "reason", "round", "segment", "master", "ignore"];

// table is a table of rows of cells, by a name of its own.
const table = (name, titles, rows) => make("div", {className: "scroll", tabIndex: 0, role: "region", ariaLabel: name}, make("table", {},
  make("thead", {}, make("tr", {}, ...titles.map(t => make("th", {scope: "col"}, t)))),
  make("tbody", {}, ...rows.map(cells => make("tr", {}, ...cells.map(c => make("td", {}, c)))))));

// columnTable lists the columns, each with a list to choose what it holds.
function columnTable(check) {
  const seen = new Map();
  for (const c of check.columns) seen.set(c.header, (seen.get(c.header) ?? 0) + 1);
  const quoted = h => /[,=+"]|^@|^\s|\s$/.test(h) ? '"' + h.replaceAll('"', '""') + '"' : h;
  return table("Columns", ["Column", "Header", "Holds", "Why", "Read it as"], check.columns.map(c => {
    const column = c.header && seen.get(c.header) === 1 ? quoted(c.header) : "@" + c.column;
    const select = make("select", {ariaLabel: "Read " + (c.header || "column " + c.column) + " as", onchange() {
      if (this.value) state.columns.set(column, this.value);
      else state.columns.delete(column);
      read();
    }});
    options(select, [["", "as found"], ...fields.map(f => [f, f])], state.columns.get(column) ?? "");
    return [c.column, c.header, [c.field, c.rater, c.lesson, c.indicator].filter(Boolean).join(" "), c.why, select];
  }));
}

const previewTable = rows => table("First ratings", ["Row", "Rater", "Lesson", "Indicator", "Cell", "Read as", "Reason"],
  rows.map(r => [r.row, r.rater, r.lesson, r.indicator, r.cell, r.score || r.state.replaceAll("_", " "), r.reason ?? ""]));
