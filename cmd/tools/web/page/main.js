// What a reader does, and what then happens.
function add(list) {
  for (const file of list) state.files.set(file.name.replaceAll("/", "_"), file);
  return changeFiles();
}

// changeFiles hands the files over and reads them from the start: what was
// chosen for other files is taken back.
async function changeFiles() {
  takeBack();
  byID("chosen").replaceChildren(...[...state.files].map(([name]) => make("li", {}, name + " ",
    make("button", {type: "button", ariaLabel: "Remove " + name, onclick() { state.files.delete(name); changeFiles(); }}, "Remove"))));
  say("Reading\u2026");
  try {
    await layFiles();
  } catch (error) {
    stopped(error);
    return;
  }
  await read();
}

// takeBack forgets all that was chosen.
function takeBack() {
  state.cures = [];
  state.columns.clear();
  byID("settings").reset();
  byID("levels").replaceChildren(byID("levels").firstElementChild);
  for (const id of ["rubric", "standard", "by", "round"]) byID(id).selectedIndex = 0;
}

byID("choose").onchange = event => { add(event.target.files); event.target.value = ""; };
byID("sample").onclick = () => add([new File([textIn("sample-file")], "walkthrough.csv", {type: "text/csv"})]);
byID("undo").onclick = () => { takeBack(); read(); };
byID("master").onchange = () => layFiles().then(read, stopped);
byID("settings").onsubmit = event => {
  event.preventDefault();
  if (words(byID("flags").value) === null) say("In the flags a quotation mark is not closed.");
  else read();
};
addEventListener("dragover", event => { event.preventDefault(); document.body.classList.add("over"); });
addEventListener("dragleave", () => document.body.classList.remove("over"));
addEventListener("drop", event => {
  event.preventDefault();
  document.body.classList.remove("over");
  if (event.dataTransfer.files.length > 0) add(event.dataTransfer.files);
});

program.start().then(() => { byID("version").textContent = program.offers.version; }, error => {
  say("The program does not start in this browser (" + message(error.message) + "). Chrome, Edge, Firefox and Safari of 2023 or later run it.");
});
