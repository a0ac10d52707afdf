// One search box over all names, and the filters, which are one: they all hold at once. names.js has the records.
"use strict";

const MOST = 100;
const LETTERS = { "æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ð": "d", "þ": "th", "ß": "ss", "ł": "l", "đ": "d", "ı": "i" };

function folded(text) {
  return text.toLowerCase().replace(/[æøåäöðþßłđı]/g, (letter) => LETTERS[letter])
    .normalize("NFD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

const records = NAMES.records.map(([id, label, type, kind, countries, themes, from, to, names]) => ({
  id, label, type, kind, countries, themes, from, to, names,
  texts: [label, ...names, id].map((name) => ` ${folded(name)} `),
}));
const form = document.getElementById("filters");
const results = document.getElementById("results");
const count = document.getElementById("count");

function fill(select, options) {
  for (const [value, text] of options) select.add(new Option(text, value));
}
fill(form.country, Object.entries(NAMES.countries).sort((a, b) => a[1].localeCompare(b[1])));
const used = new Set(records.flatMap((record) => record.themes));
fill(form.theme, [...NAMES.themes.entries()].filter(([place]) => used.has(place)));

// How well a record's names fit: 3 the same, 2 its beginning, 1 the beginning of each word; 0 not at all.
function fit(record, words) {
  if (!words.length) return 1;
  const text = words.join(" ");
  let best = 0;
  for (const name of record.texts) {
    if (name === ` ${text} `) return 3;
    if (name.startsWith(` ${text}`)) best = Math.max(best, 2);
    else if (words.every((word) => name.includes(` ${word}`))) best = Math.max(best, 1);
  }
  return best;
}

function show() {
  const wanted = Object.fromEntries(new FormData(form));
  const words = folded(wanted.q).split(" ").filter(Boolean);
  const year = Number(wanted.year) || null;
  const theme = wanted.theme === "" ? null : Number(wanted.theme);
  const asked = words.length || wanted.type || wanted.kind || wanted.country || theme !== null || year;
  const found = !asked ? [] : records.map((record) => [fit(record, words), record]).filter(([score, record]) => score
    && (!wanted.type || record.type === wanted.type) && (!wanted.kind || record.kind === wanted.kind)
    && (!wanted.country || record.countries.includes(wanted.country)) && (theme === null || record.themes.includes(theme))
    && (!year || ((record.from === null || record.from <= year) && (record.to === null || record.to >= year))));
  found.sort((a, b) => b[0] - a[0] || a[1].label.localeCompare(b[1].label));
  results.replaceChildren(...found.slice(0, MOST).map(([, record]) => entry(record, words)));
  count.textContent = !asked ? "" : found.length === 0 ? "Nothing is called so. Try fewer letters, or other filters."
    : found.length > MOST ? `${found.length} found; the first ${MOST} are shown.` : `${found.length} found.`;
}

function entry(record, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${record.id}.html`;
  link.dir = "auto";
  link.textContent = record.label;
  const details = document.createElement("span");
  const fits = (name) => words.every((word) => ` ${folded(name)} `.includes(` ${word}`));
  const also = words.length && !fits(record.label) && record.names.find(fits);
  const places = record.countries.length > 3 ? `${record.countries.length} countries` : record.countries.map((code) => NAMES.countries[code]).join(", ");
  details.textContent = [record.kind, places, also ? `also called ${also}` : ""].filter(Boolean).join(" · ");
  item.append(link, details);
  return item;
}

form.addEventListener("input", show);
form.addEventListener("submit", (event) => event.preventDefault());
form.q.value = new URLSearchParams(location.search).get("q") || "";
show();
form.q.focus();
