// What the parts of the page share: elements, words, files for the reader.
"use strict";
const byID = id => document.getElementById(id);

// make makes an element: its properties, then what it holds.
function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

const button = (text, action) => make("button", {type: "button", onclick: action}, text);
const thousands = n => String(n).replace(/\B(?=(\d{3})+$)/g, ","); // faster at first than toLocaleString
const count = (n, one) => thousands(n) + " " + one + (n === 1 ? "" : "s");
const say = text => { byID("status").textContent = text; };

// options fills a list to choose from: [[value, title], ...].
function options(select, list, chosen) {
  select.replaceChildren(...list.map(([value, title]) => make("option", {value, selected: value === chosen}, title)));
}

// words cuts flags as a shell does; null where a quotation mark is not closed.
function words(line) {
  const all = [];
  let word = null, quote = "";
  for (let i = 0; i < line.length; i++) {
    const c = line[i];
    if (quote ? c === quote : c === "'" || c === '"') { quote = quote ? "" : c; word ??= ""; }
    else if (c === "\\" && quote !== "'" && i + 1 < line.length) word = (word ?? "") + line[++i];
    else if (!quote && /\s/.test(c)) { if (word !== null) all.push(word); word = null; }
    else word = (word ?? "") + c;
  }
  if (quote) return null;
  if (word !== null) all.push(word);
  return all;
}

// shellWord writes a word as a shell takes it.
const shellWord = w => /^[\w.,=+@%:\/-]+$/.test(w) ? w : "'" + w.replaceAll("'", "'\\''") + "'";

// save hands a file to the reader.
function save(name, content, type) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type}));
  const link = make("a", {href: address, download: name, hidden: true});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

// message drops the program's name from what it says.
const message = text => text.trim().replace(/^calibrate: /gm, "");
