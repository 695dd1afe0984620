// The baseline for the app: a minimal hand-written script for the same page. It has
// "show all" and "hide all", and a search that hides the points that lack one of its
// words.
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

// The text of each point, read once at the first search.
let texts;
field.addEventListener("input", () => {
  texts ??= points.map((point) => point.textContent.toLowerCase());
  const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  points.forEach((point, index) => {
    point.hidden = !words.every((word) => texts[index].includes(word));
  });
});

root.dataset.app = "ready";
