const many = (count, what) => `${count} ${what}${count === 1 ? '' : 's'}`;

/**
 * What was read, and what was left out and why: a line each.
 * @param {ReturnType<typeof import('./judgeVisit.mjs').judgeVisit>[]} visits
 * @param {{ twice: number, standsFor: number }} more lines that stood there before; for how many visits one may stand
 */
export const tellVisits = (visits, { twice, standsFor }) => {
  const used = visits.filter(({ why }) => !why);
  const withheld = used.filter(({ isHeld }) => isHeld);
  const count = (of) => used.reduce((sum, visit) => sum + of(visit), 0);
  const left = (why) => visits.filter((visit) => visit.why === why).length;
  const popups = left('with a popup');
  const scores = count((visit) => visit.scores.length);
  const unknown = count((visit) => visit.unknown);
  const untold = count(({ isTold }) => +!isTold);
  const capped = count(({ propensity }) => +(propensity < 1 / standsFor));
  const reasons = [...new Set(visits.flatMap(({ why }) => why ?? []))].sort();
  return [
    `${many(visits.length, 'visit')}, ${used.length} of them to learn from, with ${many(scores, 'score')}`,
    untold && `${many(untold, 'visit')} of which no end was told, long before the last record: taken for left`,
    ...reasons.map((why) => `left out: ${many(left(why), 'visit')} ${why}`),
    unknown && `left out: ${many(unknown, 'score')} without evidence`,
    twice && `left out: ${many(twice, 'line')} that stood there before`,
    withheld.length &&
      `${many(withheld.length, 'visit')} withheld for comparison: each stands for those with a popup too`,
    capped &&
      `${capped} of them would stand for more than ${standsFor} visits and count ${standsFor}: else few would be the whole model`,
    popups &&
      !withheld.length &&
      `nothing stands for ${many(popups, 'visit')} with a popup, since none was withheld: the model will not know shoppers like them`,
  ].filter(Boolean);
};
