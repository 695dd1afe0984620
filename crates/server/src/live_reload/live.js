// Injected into pages while their site is being edited. Reloads the page when there
// is a newer build, and shows a panel over it when the build failed.
(() => {
  const script = document.currentScript;
  const news = new EventSource(new URL("news", script.src));
  let build = script.dataset.build;
  let panel;

  const show = (problems) => {
    hide();
    panel = document.createElement("section");
    panel.id = "live-problems";
    panel.setAttribute("role", "alert");
    panel.lang = "en";
    panel.dir = "ltr";
    const head = document.createElement("h2");
    head.textContent = "Your last change has an error";
    const text = document.createElement("pre");
    text.textContent = problems;
    text.tabIndex = 0;
    const note = document.createElement("p");
    note.textContent = "The page shows the last good version.";
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "Hide until the next change";
    close.addEventListener("click", hide);
    panel.append(head, note, text, close);
    document.body.append(panel);
  };

  const hide = () => {
    panel?.remove();
    panel = undefined;
  };

  news.addEventListener("message", ({ data }) => {
    const end = data.indexOf("\n");
    const [now, problems] = [data.slice(0, end), data.slice(end + 1)];
    if (problems) {
      show(problems);
    } else if (now !== build) {
      build = now;
      location.reload();
    } else {
      hide();
    }
  });
})();
