(() => {
  "use strict";
  const FACETS = ["speaker", "topic", "document", "rule"];
  const form = document.getElementById("filters");
  if (!form) return;
  document.documentElement.classList.add("scripted");
  const articles = [...document.querySelectorAll("article.finding")];
  const listed = new Map([...document.querySelectorAll(".contents li")].map((li) => [li.firstElementChild.hash.slice(1), li]));
  const folds = [...document.querySelectorAll("details.section")];
  const count = document.getElementById("count");
  const findings = articles.map((article) => {
    const facets = Object.fromEntries(FACETS.map((name) => [name, new Set(article.dataset[name].split(" "))]));
    return { article, facets, severity: article.dataset.severity, state: article.dataset.state, text: null };
  });
  let at = "";

  const boxes = (name) => [...form.querySelectorAll(`input[name="${name}"]`)];
  const chosen = (name) => new Set(boxes(name).filter((box) => box.checked).map((box) => box.value));
  const words = () => form.elements.words.value.trim().toLowerCase();

  const textOf = (finding) => (finding.text ??= finding.article.textContent.toLowerCase());

  /* Texts are taken while there is nothing else to do, so that the first search need not wait for them. */
  let ready = 0;
  function prepare(deadline) {
    while (ready < findings.length && deadline.timeRemaining() > 2) textOf(findings[ready++]);
    if (ready < findings.length) requestIdleCallback(prepare);
  }

  /* Show what every filter lets through; what is not known of a finding never hides it. */
  function filter() {
    const severities = chosen("severity");
    const states = boxes("state").length ? chosen("state") : null;
    const facets = FACETS.filter((name) => form.elements[name]?.value).map((name) => [name, form.elements[name].value]);
    const said = words();
    let shown = 0;
    for (const finding of findings) {
      const passes =
        severities.has(finding.severity) &&
        (!states || states.has(finding.state)) &&
        facets.every(([name, value]) => finding.facets[name].has(value)) &&
        (!said || textOf(finding).includes(said));
      finding.article.hidden = !passes;
      const row = listed.get(finding.article.id);
      if (row) row.hidden = !passes;
      shown += passes;
    }
    const narrowed = shown < findings.length;
    for (const fold of folds) {
      const any = fold.querySelector("article:not([hidden])") !== null;
      fold.hidden = !any;
      if (narrowed && any) fold.open = true;
    }
    count.value = `${shown} of ${findings.length} findings`;
  }

  /* The filters as the part of the address after "#": severity=error&speaker=Ilse%20Brandt&at=f-00aa */
  function address() {
    const parts = [];
    for (const name of ["severity", "state"]) {
      const all = boxes(name);
      const on = all.filter((box) => box.checked);
      if (on.length < all.length) parts.push([name, on.map((box) => box.value).join(",")]);
    }
    for (const name of FACETS) {
      const select = form.elements[name];
      if (select?.value) parts.push([name, select.selectedOptions[0].text]);
    }
    if (words()) parts.push(["words", form.elements.words.value.trim()]);
    if (!parts.length) return at ? `#${at}` : "";
    if (at) parts.push(["at", at]);
    return `#${parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`;
  }

  function remember() {
    history.replaceState(null, "", address() || location.pathname + location.search);
  }

  function apply() {
    const hash = location.hash.slice(1);
    const plain = hash.startsWith("f-");
    const asked = new Map();
    for (const part of plain ? [] : hash.split("&")) {
      const [name, value = ""] = part.split("=");
      try { asked.set(name, decodeURIComponent(value)); } catch { /* not ours */ }
    }
    for (const name of ["severity", "state"]) {
      const on = asked.has(name) ? new Set(asked.get(name).split(",")) : null;
      for (const box of boxes(name)) box.checked = !on || on.has(box.value);
    }
    for (const name of FACETS) {
      const select = form.elements[name];
      if (!select) continue;
      const option = [...select.options].find((one) => one.value && one.text === asked.get(name));
      select.value = option ? option.value : "";
    }
    form.elements.words.value = asked.get("words") ?? "";
    filter();
    go(document.getElementById(plain ? hash : asked.get("at") ?? ""));
  }

  function go(article) {
    if (!article?.classList.contains("finding") || article.hidden) return;
    const fold = article.closest("details.section");
    if (fold) fold.open = true;
    at = article.id;
    article.scrollIntoView({ block: "start" });
    article.focus({ preventScroll: true });
  }

  function step(by) {
    const open = articles.filter((article) => !article.hidden && !article.closest("details.section:not([open])"));
    const now = open.findIndex((article) => article.id === at);
    go(open[now < 0 ? (by > 0 ? 0 : open.length - 1) : Math.min(Math.max(now + by, 0), open.length - 1)]);
    remember();
  }

  function reset() {
    form.reset();
    filter();
    remember();
  }

  form.addEventListener("input", (event) => {
    if (event.target.name === "keys") return;
    filter();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { filter(); remember(); }));
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#f-"]');
    if (!link) return;
    event.preventDefault();
    go(document.getElementById(link.hash.slice(1)));
    remember();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("select, input[type=search]");
    if (event.key === "Escape" && typing) return typing.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !form.elements.keys.checked) return;
    const action = { j: () => step(1), k: () => step(-1), a: reset, "/": () => form.elements.words.focus() }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  /* A finding that is gone to stands below the filters, where these stay at the top. */
  function makeRoom() {
    const stays = getComputedStyle(form).position === "sticky";
    document.documentElement.style.scrollPaddingTop = stays ? `${form.offsetHeight}px` : "";
  }

  new ResizeObserver(makeRoom).observe(form);
  makeRoom();
  addEventListener("hashchange", apply);
  addEventListener("beforeprint", () => { for (const fold of folds) fold.open = true; });
  apply();
  if ("requestIdleCallback" in window) requestIdleCallback(prepare);
})();
