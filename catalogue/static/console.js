// Python in the page: loads when somebody asks for it, from this folder and from nowhere else, and says what it does.
"use strict";

const manifest = JSON.parse(document.getElementById("manifest").textContent);
const status = document.getElementById("status");
let session = null;

async function sha256(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function fetched(address) {
  const response = await fetch(new URL(address, document.baseURI));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function begin() {
  const told = (text) => { status.textContent = text; return new Promise((resolve) => setTimeout(resolve, 20)); };
  const begun = performance.now();
  await told("Loading Python …");
  const { loadPyodide } = await import("./pyodide/pyodide.mjs");
  const python = await loadPyodide({ indexURL: new URL("pyodide/", document.baseURI).href });
  for (const [name, expected] of Object.entries(manifest.wheels)) {
    await told(`Unpacking ${name} …`);
    const bytes = await (await fetched(`wheels/${name}`)).arrayBuffer();
    // Browsers only count digests on addresses that they trust; the release itself is proven by the library below.
    if (crypto.subtle && await sha256(bytes) !== expected) throw new Error(`${name} is not what was built`);
    python.unpackArchive(bytes, "wheel");
  }
  await told(`Opening release ${manifest.version} …`);
  python.FS.writeFile("session.py", await (await fetched("session.py")).text());
  python.runPython("import sys; sys.path.insert(0, '.')");
  const started = python.pyimport("session").Session();
  const proof = `import nordic_partnerships as nordic\nnordic.load(${JSON.stringify(manifest.version)}, sha256=${JSON.stringify(manifest.digest)})\n`;
  const opened = started.run(proof);
  if (!opened.startsWith("<Dataset")) throw new Error(opened);
  await told(`Ready after ${((performance.now() - begun) / 1000).toFixed(1)} s: release ${manifest.version}, proven by its SHA-256. Python ${python.runPython("sys.version.split()[0]")} runs in this page, and nothing leaves it.`);
  return started;
}

async function run(example) {
  const output = example.querySelector("output");
  const buttons = document.querySelectorAll("button.run");
  buttons.forEach((button) => { button.disabled = true; });
  try {
    session = session || await begin();
    status.classList.remove("wrong");
    output.textContent = session.run(example.querySelector("textarea").value) || "(nothing printed)";
    output.parentElement.classList.add("ran");
  } catch (error) {
    status.classList.add("wrong");
    status.textContent = `Python did not start: ${error.message}`;
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
    example.querySelector("button.run").focus();
  }
}

for (const example of document.querySelectorAll(".example")) {
  const area = example.querySelector("textarea");
  example.querySelector("button.run").addEventListener("click", () => run(example));
  area.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(example); }
  });
}
const own = document.querySelector("#own textarea");
if (location.hash.length > 1) {
  try { own.value = decodeURIComponent(location.hash.slice(1)); } catch { /* an address that nobody here wrote */ }
  own.focus();
}
