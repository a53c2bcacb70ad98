"use strict";
const form = document.getElementById("filters");
const told = document.getElementById("told");
const pages = [...document.querySelectorAll("details.page")];
let packed = null;

async function unpacked() {
  const element = document.getElementById("packed");
  if (!element) return [];
  const bytes = Uint8Array.from(atob(element.textContent), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return JSON.parse(await new Response(stream).text());
}

async function filled(page) {
  if (page.dataset.packed === undefined) return;
  packed ??= unpacked();
  const texts = await packed;
  if (page.dataset.packed === undefined) return;
  const inside = document.createElement("div");
  inside.innerHTML = texts[Number(page.dataset.packed)];  // written and escaped by jdlint
  delete page.dataset.packed;
  page.append(inside);
}

function wanted() {
  const severities = new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
  const rule = form.elements.rule.value;
  const words = form.elements.words.value.trim().toLowerCase();
  return { severities, rule, words };
}

function fits(want, severity, rule) {
  return want.severities.has(severity) && (!want.rule || rule === want.rule || rule.startsWith(want.rule + "/"));
}

function mayHold(page, want) {
  const known = page.querySelector("summary").dataset.rules.split(" ");
  return known.some((row) => fits(want, ...row.split(/:(.*)/)));
}

async function apply() {
  const want = wanted();
  let shown = 0;
  for (const page of pages) {
    if (!mayHold(page, want)) { page.hidden = true; continue; }
    if (page.dataset.packed !== undefined) await filled(page);
    const named = want.words && page.querySelector("summary").textContent.toLowerCase().includes(want.words);
    let here = 0;
    for (const finding of page.querySelectorAll("article")) {
      const on = fits(want, finding.dataset.severity, finding.dataset.rule)
        && (!want.words || named || finding.textContent.toLowerCase().includes(want.words));
      finding.hidden = !on;
      here += on ? Number(finding.dataset.count) : 0;
    }
    page.hidden = here === 0;
    if ((want.rule || want.words) && here) page.open = true;
    shown += here;
  }
  told.textContent = shown === 1 ? "1 finding shown" : shown.toLocaleString("en") + " findings shown";
}

function opened() {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.matches("details")) target.open = true;
}

let waiting = 0;
form.hidden = false;
form.addEventListener("input", (event) => {
  clearTimeout(waiting);
  if (event.target.type === "search") waiting = setTimeout(apply, 200);
  else apply();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(apply));
for (const page of pages) page.addEventListener("toggle", () => { if (page.open) filled(page); });
addEventListener("hashchange", opened);
opened();
addEventListener("beforeprint", () => { for (const page of pages) if (page.dataset.packed === undefined) page.open = true; });
