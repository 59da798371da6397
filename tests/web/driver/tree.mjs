// What assistive technology is told: [{ role, name, description, expanded, pressed, level, focused, id }] in order. Chromium gives its own
// accessibility tree; in the others roles and names are computed here from the DOM, by the rules of HTML for the elements that the
// outline is made of.

export async function accessibilityTree(page, browser) {
  return browser === 'chromium' ? fromChromium(page) : page.run(fromDom);
}

async function fromChromium(page) {
  const session = await page.own.createCDPSession();
  try {
    await session.send('Accessibility.enable');
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const list = [];
    const walk = (node) => {
      const property = (name) => node.properties?.find((one) => one.name === name)?.value?.value;
      if (!node.ignored) {
        list.push({
          role: node.role?.value ?? '', name: node.name?.value ?? '', description: node.description?.value ?? '',
          expanded: property('expanded'), pressed: property('pressed'), level: property('level'), live: property('live'), disabled: property('disabled') ?? false,
          focused: property('focused') ?? false, keys: property('keyshortcuts') ?? '', parents: node.parents,
          details: node.properties?.find((one) => one.name === 'details')?.value?.relatedNodes?.[0]?.idref ?? '',
        });
      }
      for (const child of node.childIds ?? []) {
        const next = byId.get(child);
        if (!next) continue;
        next.parents = [...(node.parents ?? []), ...(node.ignored ? [] : [node.role?.value])];
        walk(next);
      }
    };
    const root = nodes.find((node) => node.parentId === undefined);
    root.parents = [];
    walk(root);
    return list;
  } finally {
    await session.detach();
  }
}

function fromDom() {
  const roles = { BUTTON: 'button', UL: 'list', LI: 'listitem', ARTICLE: 'article', P: 'paragraph', TEXTAREA: 'textbox', INPUT: 'textbox', A: 'link' };
  const role = (e) => e.getAttribute('role') ?? (/^H[1-6]$/.test(e.tagName) ? 'heading' : e.tagName === 'INPUT' && e.type === 'search' ? 'searchbox' : e.tagName === 'SECTION' && e.ariaLabel ? 'region' : (roles[e.tagName] ?? 'generic'));
  const named = (e) => e.getAttribute('aria-label') ?? (e.labels?.[0]?.textContent || (/^(BUTTON|A|H\d)$/.test(e.tagName) ? e.textContent : ''));
  const flag = (value) => (value === null ? undefined : value === 'true');
  const list = [];
  const deepest = () => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active;
  };
  const focused = deepest();
  const walk = (e, parents) => {
    if (e.hidden || e.getAttribute('aria-hidden') === 'true' || getComputedStyle(e).display === 'none' || getComputedStyle(e).visibility === 'hidden') return;
    const own = role(e);
    list.push({
      role: own, name: named(e).trim(), description: e.getAttribute('aria-description') ?? '', expanded: flag(e.getAttribute('aria-expanded')),
      pressed: flag(e.getAttribute('aria-pressed')), level: own === 'heading' ? Number(e.tagName[1]) : undefined, live: e.getAttribute('aria-live') ?? undefined,
      disabled: e.getAttribute('aria-disabled') === 'true', focused: e === focused, keys: e.getAttribute('aria-keyshortcuts') ?? '', parents,
    });
    for (const node of (e.shadowRoot ?? e).childNodes) {
      if (node.nodeType === 3 && node.data.trim()) list.push({ role: 'StaticText', name: node.data.trim(), parents: [...parents, own] });
      if (node.nodeType === 1) walk(node, [...parents, own]);
    }
  };
  walk(document.body, []);
  return list;
}
