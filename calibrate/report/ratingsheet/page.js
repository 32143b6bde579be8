"use strict";
(() => {
  const form = document.getElementById("sheet");
  const rater = document.getElementById("rater");
  const status = document.getElementById("status");
  const answers = [...form.querySelectorAll("textarea, input.time, input[type=radio]")];

  // What is filled in is kept under the name of this sheet and of the person:
  // whoever opens the sheet after someone else sees nothing of theirs.
  const keyOf = name => form.dataset.key + " " + name.trim().toLowerCase();
  const given = f => f.type === "radio" ? f.checked : f.value !== "";
  const nameOf = f => f.type === "radio" ? f.name + "=" + f.value : f.id;
  let owner = rater.value;
  function keep() {
    if (!rater.value.trim()) return false;
    try {
      localStorage.setItem(keyOf(rater.value), JSON.stringify(Object.fromEntries(answers.filter(given).map(f => [nameOf(f), f.value]))));
      return true;
    } catch { return false; }
  }
  function forget(name) {
    try { localStorage.removeItem(keyOf(name)); } catch { /* nothing was kept */ }
  }
  function restore() {
    let kept = {};
    try { kept = JSON.parse(localStorage.getItem(keyOf(rater.value))) ?? {}; } catch { /* nothing is kept here */ }
    for (const f of answers) {
      if (!(nameOf(f) in kept)) continue;
      if (f.type === "radio") f.checked = true;
      else f.value = kept[nameOf(f)];
    }
  }

  const asks = [...form.querySelectorAll("fieldset")];
  const rated = ask => ask.querySelector("input[type=radio]:checked");
  const left = () => asks.filter(a => !rated(a)).length;
  function tell(kept) {
    const n = asks.length - left();
    status.textContent = `${n} of ${asks.length} rated.` + (kept ? "" : rater.value.trim() ? " This browser keeps nothing: save before you close the page." : " Enter your name, so that this is kept.");
  }

  // A row is rater, lesson, indicator, score and reason; the time leads the
  // reason. A sheet without a rating has the row all the same, left blank.
  const time = /^\d{1,3}(:[0-5]\d){1,2}$/;
  function cell(text) {
    text = text.trim().replace(/\s+/g, " ");
    if (/^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text)) text = "'" + text; // no formula of a spreadsheet
    return /[",;\t]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  }
  function rows() {
    return asks.map(ask => {
      const reason = [ask.querySelector(".time").value.trim(), ask.querySelector("textarea").value.trim()].filter(Boolean).join(" ");
      return [rater.value, ask.closest(".lesson").dataset.lesson, ask.dataset.indicator, rated(ask)?.value ?? "", reason];
    });
  }
  const fileName = () => "ratings " + rater.value.trim().replace(/[^\p{L}\p{N}]+/gu, " ").trim() + ".csv";

  // wrong marks the fields that keep the sheet from being saved.
  function wrong() {
    const all = [...form.querySelectorAll("input.time")].filter(f => f.value.trim() && !time.test(f.value.trim()));
    if (!rater.value.trim()) all.unshift(rater);
    for (const f of [rater, ...answers]) f.removeAttribute("aria-invalid");
    for (const f of all) f.setAttribute("aria-invalid", "true");
    return all;
  }

  form.addEventListener("submit", event => {
    event.preventDefault();
    const first = wrong()[0];
    if (first) {
      status.textContent = first === rater ? "Say who you are first: your name is needed." : "Write the time as minutes and seconds, such as 12:30.";
      first.focus();
      return;
    }
    const lines = [["rater", "lesson", "indicator", "score", "reason"], ...rows()].map(r => r.map(cell).join(","));
    const address = URL.createObjectURL(new Blob(["\ufeff" + lines.join("\r\n") + "\r\n"], {type: "text/csv"}));
    const link = document.createElement("a");
    link.href = address;
    link.download = fileName();
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
    const missing = left();
    status.textContent = `Saved as “${link.download}”. Mail it back.` + (missing > 0 ? ` ${missing} of ${asks.length} are not rated: you can go on, and save again.` : "");
  });

  form.addEventListener("input", event => { if (event.target !== rater) tell(keep()); });
  rater.addEventListener("change", () => {
    if (answers.some(given)) forget(owner); // the same person, by another spelling
    else restore();
    owner = rater.value;
    tell(keep());
  });
  form.addEventListener("click", event => {
    if (!event.target.matches(".clear")) return;
    const chosen = rated(event.target.closest("fieldset"));
    if (chosen) chosen.checked = false;
    tell(keep());
  });
  document.getElementById("erase").addEventListener("click", () => {
    if (!confirm("Erase everything that you entered on this sheet from this browser?")) return;
    forget(rater.value);
    form.reset();
    owner = rater.value;
    tell(true);
  });

  restore();
  tell(true);
})();
