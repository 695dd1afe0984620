// What the app is measured against: the least that a page of this kind needs a
// script for, written by hand. "Show all" and "hide all", and the search, which
// leaves out the points that lack a word of it.
const root = document.getElementById("app");
const sources = [...document.querySelectorAll("details.sourcing")];
const points = [...document.querySelectorAll(".ledger .point")];
const button = document.querySelector(".all-sources button");
const field = document.getElementById("_search");

let all = false;
button.addEventListener("click", () => {
  all = !all;
  for (const source of sources) {
    source.open = all;
  }
  button.textContent = all ? "Hide all sources" : "Show all sources";
});

// What each point says, read once, when somebody searches.
let texts;
field.addEventListener("input", () => {
  texts ??= points.map((point) => point.textContent.toLowerCase());
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  points.forEach((point, index) => {
    point.hidden = !words.every((word) => texts[index].includes(word));
  });
});

root.dataset.app = "ready";
