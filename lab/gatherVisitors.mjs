const noVisitor = () => ({ tellers: new Map(), due: undefined, dueIn: new Set(), arm: undefined, isKept: undefined });

/**
 * Visitors, each with the group it was first told in and the decision by which a popup was first due: shown, or withheld.
 * One whose popup failed counts as treated, since nobody knows whose would have failed in the holdout. Popups that the
 * shop asked for by name know no holdout, and make nobody due. Where visitors are put together (`teller` tells which one
 * told), each of them was drawn into a group by itself: `tellers` has the groups of each.
 * @param {Record<string, any>[]} records in the order of time
 */
export const gatherVisitors = (records) => {
  // Where nobody is held out, every popup is certain, and none can be told from one that was asked for.
  const isHeld = records.some(({ hold, outcome }) => hold === 'holdout' || outcome === 'withheld');
  /** @type {Map<string, { tellers: Map<string, Set<string>>, due?: Record<string, any>, dueIn: Set<string>, arm?: string, isKept?: boolean }>} */
  const visitors = new Map();
  const carts = new Map();
  const asked = new Set();
  for (const record of records) {
    const { type, visitor: id, teller = id, visit, arm, campaign, outcome, hold, show, propensity } = record;
    const visitor = visitors.get(id) ?? noVisitor();
    visitors.set(id, visitor);
    const arms = visitor.tellers.get(teller) ?? new Set();
    visitor.tellers.set(teller, arms);
    const toldIn = (which) => {
      visitor.arm ??= which;
      arms.add(which);
    };
    if (record.isKept !== undefined) visitor.isKept ||= record.isKept;
    if (record.cart !== undefined) carts.set(visit, record.cart > 0);
    if (type !== 'decision' && type !== 'outcome') continue;
    if (arm) toldIn(arm);
    const due = (how) => {
      visitor.due ??= { ...record, arm: how, hasCart: carts.get(visit) ?? false };
      visitor.dueIn.add(how);
      toldIn(how);
    };
    const place = `${visit} ${campaign}`;
    if (type === 'decision' && show && propensity === 1 && isHeld) asked.add(place);
    else if (type === 'decision' && show) due('treatment');
    else if (hold === 'holdout' || outcome === 'withheld') due('holdout');
    else if ((outcome === 'shown' || outcome === 'failed') && !asked.has(place)) due('treatment');
  }
  return { visitors, asked: asked.size };
};
