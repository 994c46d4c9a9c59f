/** The first time that a popup was due in a visit: seen, or withheld. */
const isDue = ({ type, show, hold }) => type === 'decision' && (show === true || hold === 'holdout');

const INTENTS = ['price', 'delivery', 'effort', 'fit', 'returns', 'payment', 'trust'];

/** Names that objects have anyway: the tag takes no model that has them. */
const isName = (name) => typeof name === 'string' && !/^(__proto__|constructor|prototype|)$/.test(name);

const isShare = (share) => share > 0 && share <= 1;

/**
 * What each visit says of popups: which was due first, whether it was shown or withheld, and whether an order came. Later
 * popups of the same visit are part of what the first one led to. Left out: visits whose end is not known, and popups that
 * the shop opened by `show()`, which no chance withheld from anybody.
 * @param {object[][]} visits the records of each visit, in the order of time
 * @param {ReturnType<typeof import('./judgeVisit.mjs').judgeVisit>[]} judged what is known of each
 */
export const readPopups = (visits, judged) =>
  visits.flatMap((records, i) => {
    const due = records.find(isDue);
    const { why, bought } = judged[i];
    if (!due || !isName(due.campaign) || why === 'without a known end') return [];
    const { campaign, propensity, show, at } = due;
    if (!(propensity > 0 && propensity < 1)) return [];
    const intent = INTENTS.includes(due.intent) ? due.intent : null;
    const scored = records.filter((one) => one.type === 'score' && one.at <= at).pop();
    const share = intent && scored?.intents?.[intent];
    return { campaign, intent, shown: show, bought, propensity, share: isShare(share) ? share : 1 };
  });
