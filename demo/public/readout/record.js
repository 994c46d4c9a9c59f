/*
 * Listens before Waver can speak: this script blocks, the tag is async. Drawing comes later, in panel.js.
 * The key is the demo's own; Waver keeps nothing in sessionStorage under it.
 */
(() => {
  const key = 'demo-readout';
  const most = 50;
  const types = ['moment', 'score', 'decision', 'outcome', 'preference', 'purchase', 'ready'];

  const stored = (name) => {
    try {
      return sessionStorage.getItem(name);
    } catch {
      return null;
    }
  };
  const store = (name, value) => {
    try {
      if (value === null) sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, value);
    } catch {
      // Storage is blocked: the readout then lives as long as the page.
    }
  };

  // A database cannot be deleted by a page that has it open, so "Start over" leaves it to the next page: the request
  // stands in line before Waver's first one.
  if (stored(`${key}-start-over`)) {
    store(key, null);
    store(`${key}-start-over`, null);
    indexedDB.deleteDatabase('waver');
  }

  let records = [];
  try {
    records = JSON.parse(stored(key)) ?? [];
  } catch {
    // Someone else's text under our key: begin anew.
  }

  const keep = (record) => {
    // Of these only the last one is drawn; they come often and must not push the rest out.
    const isLatestOnly = record.type === 'score' || record.type === 'ready';
    const others = isLatestOnly ? records.filter(({ type }) => type !== record.type) : records;
    records = [...others, record].slice(-most);
    store(key, JSON.stringify(records));
    dispatchEvent(new Event('demo-readout'));
  };

  for (const type of types)
    addEventListener(`waver:${type}`, ({ detail }) => keep({ type, at: Date.now(), ...detail }));

  window.demoReadout = { records: () => records, stored, store };
})();
