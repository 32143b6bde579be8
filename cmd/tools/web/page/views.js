// The results: a tab each, made when it is opened, with its downloads.
let shown = null;             // the open view
const made = {turn: 0, pages: new Map()}; // pages of this reading, by view

// scoreFlags and agendaFlags are what was chosen beside the reading, as words.
const agendaFlags = () => byID("minutes").value && byID("minutes").value !== byID("minutes").defaultValue ? ["--minutes", byID("minutes").value] : [];
// agreed is the file of agreed scores, which stands beside the ratings.
const agreed = () => byID("master").files[0];
const agreedName = () => "agreed-" + agreed().name.replaceAll("/", "_");

function scoreFlags() {
  const chosen = agendaFlags();
  const standard = byID("standard");
  if (standard.selectedIndex > 0) chosen.push("--standard", standard.value);
  if (agreed()) chosen.push("--master", agreedName());
  if (byID("by").value) chosen.push("--by", byID("by").value);
  if (byID("names").checked) chosen.push("--names");
  return chosen;
}

const score = () => ["score", ...readFlags(), ...scoreFlags()];
const agenda = () => ["agenda", ...readFlags(), ...agendaFlags()];
const survey = () => ["survey", ...state.cures.flat(), ...(words(byID("flags").value) ?? [])];

// views are the tabs of what was read.
function views() {
  if (state.survey) {
    return [
      {id: "survey", title: "Where you are, and where you should be", words: survey, file: "survey"},
      {id: "survey-full", title: "Full report", words: () => [...survey(), "--full"], file: "survey-full"},
    ];
  }
  return [
    {id: "room", title: "Page for the room", words: score, file: "report"},
    {id: "agenda", title: "Agenda", words: agenda, file: "agenda"},
    {id: "again", title: "Vote again", parts: voteAgain},
    {id: "full", title: "Full report", words: () => [...score(), "--full"], file: "full-report"},
    {id: "read", title: "What was read", parts: async () => readTab(await state.checking)},
  ];
}

const html = "text/html";
const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

// downloads are what can be saved of a view.
function downloads(view) {
  if (!view.words) return [];
  const formats = [["Save as a page", "html", html], ["Save as a workbook", "xlsx", workbook], ["Save the data (JSON)", "json", "application/json"]];
  const all = formats.map(([title, format, type]) => button(title, () => saveAs(view, format, type)));
  if (view.id === "room" || view.id === "full") {
    all.push(button("Private sheets (zip)", privateSheets), button("Who is who (CSV)", whoIsWho));
  }
  return all;
}

// compute runs a command on the files; a message stands in its place where it
// has no result.
async function compute(list, ...more) {
  const answer = await program.run(...list, ...more, ...fileWords());
  if (answer.code !== 0) throw Object.assign(new Error(answer.messages), {said: true});
  return answer;
}

// saving says what is being done, and what went wrong with it.
async function saving(action) {
  say("Working\u2026");
  try {
    await action();
    say("Saved.");
  } catch (error) {
    if (error.said) say(message(error.message));
    else stopped(error);
  }
}

const saveAs = (view, format, type) => saving(async () => {
  const answer = await compute(view.words(), "--format", format);
  save(view.file + "." + format, answer.output, type);
});
const privateSheets = () => saving(async () => {
  const answer = await compute(score(), "--individual", "/out");
  save("private-sheets.zip", zipOf(answer.files));
});
const whoIsWho = () => saving(async () => {
  const answer = await compute(score(), "--key", "/out/who-is-who.csv");
  save("who-is-who.csv", answer.files[0].content, "text/csv");
});

// openView shows a tab.
async function openView(id) {
  const turn = state.turn;
  const list = views();
  const view = list.find(v => v.id === id) ?? list[0];
  shown = view.id;
  byID("tabs").replaceChildren(...list.map(v => tabOf(v, v === view)));
  byID("panel").setAttribute("aria-labelledby", "tab-" + view.id);
  byID("panel").replaceChildren();
  byID("actions").replaceChildren();
  say("Working\u2026");
  try {
    const content = view.words ? [await pageOf(view)] : await view.parts();
    if (turn !== state.turn || shown !== view.id) return;
    byID("panel").replaceChildren(...content);
    byID("actions").replaceChildren(button("Print", printView), ...downloads(view));
    if (state.check) say(readInWords());
  } catch (error) {
    if (turn !== state.turn) return;
    if (!error.said) return stopped(error);
    byID("panel").replaceChildren(make("p", {}, message(error.message)));
    say("");
  }
}

// readInWords says in a sentence what the results are of.
function readInWords() {
  const c = state.check;
  const from = count(state.files.size, "file");
  if (state.survey) return `Read ${from} as a survey.`;
  return `Read ${from}: ${count(c.ratings, "rating")} by ${count(c.raters, "rater")}, of ${count(c.lessons, "lesson")} and ${count(c.indicators, "indicator")}.`;
}

// tabOf is a tab; the arrow keys go from one to the next.
function tabOf(view, selected) {
  const tab = make("button", {type: "button", role: "tab", id: "tab-" + view.id, ariaSelected: String(selected), tabIndex: selected ? 0 : -1}, view.title);
  tab.setAttribute("aria-controls", "panel");
  tab.onclick = () => openView(view.id).then(() => byID("tab-" + view.id)?.focus());
  tab.onkeydown = event => {
    const step = {ArrowRight: 1, ArrowLeft: -1}[event.key];
    if (!step) return;
    const list = views();
    const next = list[(list.findIndex(v => v.id === view.id) + step + list.length) % list.length];
    openView(next.id);
    byID("tab-" + next.id).focus();
  };
  return tab;
}

// keptPages are the pages that were made of this reading.
function keptPages() {
  if (made.turn !== state.turn) { made.turn = state.turn; made.pages.clear(); }
  return made.pages;
}

// pageOf is the page of a view, in a frame of its own.
async function pageOf(view) {
  if (!keptPages().has(view.id)) {
    const answer = await compute(view.words(), "--format", "html");
    keptPages().set(view.id, answer.text());
  }
  const frame = make("iframe", {title: view.title, srcdoc: keptPages().get(view.id)});
  frame.onload = () => stayInside(frame.contentDocument);
  return frame;
}

// stayInside lets the links of a page lead to its own parts.
function stayInside(page) {
  page.addEventListener("click", event => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link) return;
    event.preventDefault();
    const target = page.getElementById(decodeURIComponent(link.hash.slice(1)));
    target?.scrollIntoView();
    target?.setAttribute("tabindex", "-1");
    target?.focus({preventScroll: true});
  });
}

function printView() {
  const frame = byID("panel").querySelector("iframe");
  (frame ? frame.contentWindow : window).print();
}
