import { describe, expect, test } from 'vitest';
import { advance } from '../../src/core/advance';
import { MUTED } from '../../src/core/attention';
import type { Step } from '../../src/core/draft';
import { heed } from '../../src/core/heed';
import { judge } from '../../src/core/judge';
import { scenario } from '../../src/core/scenario';
import { mergeHistory, mergeVisits, REST_MS, startVisit } from '../../src/core/visit';
import type { Campaign, Limits, PopupOutcome, Rules, Shown, Signal, Visit } from '../../src/types';
import { DAY, MINUTE, NOW, RULES } from './given';

/**
 * Budgets in any order of events: one shopper's tabs over one store, as `runVisit`, `memory` and `mind` keep it, driven by
 * events drawn at random. Simulated: the tabs, the store and the clock. Not simulated: all that decides.
 *
 * A tab knows what it has read; it reads when it opens, when it hears of another tab's save, and before each decision. A
 * decision is one transaction over the shown popups. A tab that is killed has written what it has written.
 */

const TABS = 4;
const EVENTS = 40;
const HISTORIES = 20_000;
const HOUR = 60 * MINUTE;

/** Numbers from 0 to 1 that follow from the seed: mulberry32. */
const randomFrom = (seed: number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};
type Random = () => number;
const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;

const copy = { en: { title: 'Still there' } };
const campaignsOf = (random: Random): Campaign[] => {
  const limits = (): Limits => ({
    ...(random() < 0.5 && { perVisit: pick(random, [1, 2, 3]) }),
    ...(random() < 0.5 && { cooldown: pick(random, [0, HOUR, DAY, 30 * DAY]) }),
    ...(random() < 0.3 && { total: pick(random, [1, 2, 4]) }),
  });
  const priority = () => pick(random, [0, 0, 1]);
  const notice = (id: string): Campaign => ({
    id,
    popup: 'notice',
    intent: 'delivery',
    copy,
    priority: priority(),
    ...(random() < 0.8 && { limits: limits() }),
  });
  const question = {
    id: 'asks',
    popup: 'question',
    intent: 'delivery',
    question: 'budget',
    priority: priority(),
  } as const;
  return [notice('first'), notice('second'), { ...notice('third'), delay: pick(random, [0, 2000]) }, question];
};

/** What was put on the page, as somebody who looks over the shopper's shoulder writes it down. */
interface Seen {
  readonly campaign: string;
  readonly visit: string;
  /** By the device's clock. */
  readonly at: number;
  readonly free: boolean;
  outcome: PopupOutcome;
}
interface Tab {
  visit: Visit;
  open?: Seen;
}

/** What is changed in the code under test, to see that the test would tell. */
interface Mutant {
  readonly rules?: Partial<Rules>;
  readonly campaigns?: (campaign: Campaign) => Campaign;
  /** What a decision is made on. */
  readonly sight?: (visit: Visit) => Visit;
  /** Decides on what the tab knows, and reads nothing. */
  readonly alone?: boolean;
}

/** One history. Returns how many popups were seen, and what was wrong with the first that should not have been. */
const live = (seed: number, mutant: Mutant = {}) => {
  const random = randomFrom(seed);
  const maxPerVisit = pick(random, [0, 1, 1, 1, 2, 5]);
  const rules: Rules = {
    ...RULES,
    threshold: 0,
    holdout: 0,
    maxPerVisit,
    cooldown: pick(random, [0, DAY, 7 * DAY]),
    moments: {},
  };
  const campaigns = campaignsOf(random);
  const judged = { rules: { ...rules, ...mutant.rules }, campaigns: campaigns.map(mutant.campaigns ?? ((one) => one)) };
  const jumps = random() < 0.5;

  let now = NOW;
  let ids = 0;
  let visitor = '';
  let mutedUntil = 0;
  let answered = false;
  let steadyFrom = NOW;
  const store: { visit?: Visit; history: readonly Shown[]; preferences: Visit['preferences'] } = {
    history: [],
    preferences: {},
  };
  const tabs: Tab[] = [];
  const seen: Seen[] = [];
  const wrongs: string[] = [];

  const known = () => {
    const { [MUTED]: until, ...others } = store.preferences;
    return { history: store.history, preferences: Number(until) > now ? store.preferences : others };
  };
  const recall = (mine: Visit): Visit => {
    const { visit: kept } = store;
    if (!kept || now - kept.at > REST_MS)
      return { ...mine, ...known(), before: kept?.at, visitor: kept?.visitor ?? mine.visitor };
    const { id, visitor: same, chance, detectors } = kept;
    return {
      ...mergeVisits(kept, { ...mine, id, visitor: same, detectors, chance: mine.chance ?? chance }),
      ...known(),
    };
  };
  const fresh = () => {
    const id = `v${++ids}`;
    visitor ||= id;
    return startVisit(id, visitor, now);
  };
  const page = (tab: Tab) => feed(tab, { type: 'page', view: `view-${++ids}`, path: '/cart', kind: 'cart', at: now });
  const feed = (
    tab: Tab,
    signal: Signal,
    step: (visit: Visit, signal: never, rules: Rules) => Step = advance as never,
  ) => {
    const done = step(tab.visit, signal as never, rules);
    tab.visit = done.visit;
    return done.showing;
  };
  const sync = (tab: Tab) => feed(tab, { type: 'shared', visit: store.visit, ...known(), at: now });
  const save = (tab: Tab) => {
    store.visit = store.visit ? mergeVisits(store.visit, tab.visit) : tab.visit;
  };
  const spend = (tab: Tab) => {
    store.history = mergeHistory(store.history, tab.visit.history);
  };
  const rest = (tab: Tab) => {
    if (now - tab.visit.at <= REST_MS) return;
    tab.visit = recall(fresh());
    page(tab);
  };

  /** Should this popup have been kept back? By what was seen and how it ended, and by nothing that the code remembers. */
  const judgeSeen = ({ campaign, visit, at, free }: Seen) => {
    const {
      perVisit = 1,
      total = 99,
      cooldown = rules.cooldown,
    } = campaigns.find(({ id }) => id === campaign)?.limits ?? {};
    const spent = seen.filter((one) => !one.free && !/answered|failed/.test(one.outcome));
    const mine = (one: Seen) => one.campaign === campaign;
    const here = spent.filter((one) => one.visit === visit);
    const lately = spent.filter((one) => one.at >= steadyFrom && at - one.at <= REST_MS);
    const isOver = (one: Seen) =>
      mine(one) && /accepted|dismissed|answered|expired/.test(one.outcome) && at - one.at < cooldown;
    if (mutedUntil > at) wrongs.push('muted');
    if (here.filter(mine).length >= perVisit || lately.filter(mine).length >= perVisit)
      wrongs.push('campaign in a visit');
    if (spent.filter(mine).length >= total) wrongs.push('campaign in all');
    if (seen.some(isOver)) wrongs.push('cool-down');
    if (!free && here.length >= maxPerVisit) wrongs.push('visit');
    if (!free && lately.length >= maxPerVisit) wrongs.push('half an hour');
  };
  /** `fate`: what becomes of the popup between the decision and the page. */
  const decide = (tab: Tab, fate: 'shown' | 'failed' | 'killed', force?: string) => {
    const alone = { history: tab.visit.history, preferences: tab.visit.preferences };
    const attention = mutant.alone ? alone : known();
    feed(tab, { type: 'shared', ...attention, at: now });
    const free = !!tab.visit.chance?.invited;
    const busy = tab.open ? 'popup-open' : null;
    const seedOfChoice = Math.floor(random() * 2 ** 32);
    const sight = mutant.sight ?? ((visit: Visit) => visit);
    const showing = feed(
      tab,
      { type: 'decide', busy, canKeep: true, seed: seedOfChoice, locales: ['en'], force, at: now },
      (visit, signal) => {
        const step = judge(sight(visit), signal, judged.rules, undefined, { campaigns: judged.campaigns, scenario });
        return { ...step, visit: { ...step.visit, history: mergeHistory(visit.history, step.visit.history) } };
      },
    );
    spend(tab);
    if (!showing || fate === 'killed') return;
    const { campaign, intent } = showing;
    if (fate === 'failed') {
      feed(tab, { type: 'outcome', outcome: 'failed', campaign, intent, at: now });
      return spend(tab);
    }
    const one: Seen = { campaign, visit: tab.visit.id, at: now, free, outcome: 'shown' };
    if (!force) judgeSeen(one);
    seen.push(one);
    tab.open = one;
  };
  const close = (tab: Tab) => void tabs.splice(tabs.indexOf(tab), 1);
  const finish = (tab: Tab, outcome: PopupOutcome, isWritten: boolean) => {
    const { open } = tab;
    if (!open) return;
    tab.open = undefined;
    // Killed before it was written: nobody will ever know.
    if (!isWritten) return close(tab);
    const asks = open.campaign === 'asks';
    const ended = asks && outcome === 'accepted' ? 'answered' : outcome;
    // The popup outlived its visit: its end is told to the one that has begun.
    open.outcome = ended;
    feed(tab, { type: 'outcome', outcome: ended, campaign: open.campaign, intent: 'delivery', at: now });
    spend(tab);
    if (ended !== 'answered') return;
    answered = true;
    const said = { type: 'preference', key: 'budget', value: 50, at: now } as const;
    store.preferences = { ...store.preferences, budget: 50 };
    feed(tab, { ...said, invites: true }, heed as never);
  };

  const reload = (tab: Tab) => {
    save(tab);
    tab.open = undefined;
    tab.visit = recall(fresh());
    page(tab);
  };
  const mute = (tab: Tab) => {
    mutedUntil = random() < 0.7 ? now + pick(random, [HOUR, DAY]) : 0;
    store.preferences = { ...store.preferences, [MUTED]: mutedUntil };
    feed(tab, { type: 'preference', key: MUTED, value: mutedUntil, at: now }, heed as never);
  };
  const custom = { type: 'custom', name: 'asked', detail: { intent: 'delivery', strength: 1 } } as const;
  const END = ['accepted', 'dismissed', 'expired'] as const;
  const EVENTS_OF: readonly (readonly [weight: number, event: (tab: Tab) => unknown])[] = [
    [6, (tab) => feed(tab, { ...custom, at: now })],
    [10, (tab) => decide(tab, 'shown')],
    [1, (tab) => decide(tab, 'failed')],
    // The tab dies between the decision and the page.
    [1, (tab) => [decide(tab, 'killed'), close(tab)]],
    // The shop asks for one by name.
    [0.3, (tab) => decide(tab, 'shown', pick(random, campaigns).id)],
    // One in twenty tabs dies before it has written how its popup ended.
    [6, (tab) => finish(tab, pick(random, END), random() < 0.95)],
    [4, save],
    [4, sync],
    [3, rest],
    [1, (tab) => [save(tab), close(tab)]],
    [1, close],
    [2, reload],
    [0.5, mute],
  ];
  const weights = EVENTS_OF.reduce((sum, [weight]) => sum + weight, 0);
  const CLOCK = [-400 * DAY, -3 * HOUR, -20 * MINUTE, 3 * HOUR, 400 * DAY];

  for (let i = 0; i < EVENTS && !wrongs[0]; i++) {
    now += pick(random, [
      0,
      0,
      1,
      1000,
      1000,
      5000,
      5000,
      MINUTE,
      MINUTE,
      10 * MINUTE,
      REST_MS,
      REST_MS + 1,
      HOUR,
      2 * DAY,
    ]);
    if (jumps && random() < 0.05) {
      now += pick(random, CLOCK);
      steadyFrom = Number.POSITIVE_INFINITY;
    }
    if (!tabs[0] || (tabs.length < TABS && random() < 0.15)) {
      const tab = { visit: recall(fresh()) };
      tabs.push(tab);
      page(tab);
    }
    let left = random() * weights;
    const [, event] = EVENTS_OF.find(([weight]) => {
      left -= weight;
      return left < 0;
    }) ?? [0, sync];
    event(pick(random, tabs));
  }
  return { seen: seen.length, wrong: wrongs[0], answered };
};

describe('no order of tabs, reloads, kills, clocks, answers and wishes spends more than there is', () => {
  test(`in ${HISTORIES} histories`, () => {
    const start = performance.now();
    let popups = 0;
    let answers = 0;
    const wrong: string[] = [];
    for (let seed = 0; seed < HISTORIES; seed++) {
      const history = live(seed);
      popups += history.seen;
      answers += +history.answered;
      if (history.wrong) wrong.push(`${seed}: ${history.wrong}`);
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${HISTORIES} simulated histories, ${popups} popups, ${answers} answers, ${wrong.length} wrong, ${seconds} s`,
    );
    expect(wrong).toEqual([]);
    expect(popups).toBeGreaterThan(HISTORIES / 2);
    expect(answers).toBeGreaterThan(HISTORIES / 100);
  }, 60_000);

  const LIMITLESS = { perVisit: 99, cooldown: 0 };
  test.each<[string, string[], Mutant]>([
    ['the budget of the visit', ['visit', 'half an hour'], { rules: { maxPerVisit: 99 } }],
    [
      'the limit of a campaign in a visit',
      ['campaign in a visit'],
      { campaigns: (c) => ({ ...c, limits: { ...c.limits, perVisit: 99 } }) },
    ],
    ['its cool-down', ['cool-down'], { campaigns: (c) => ({ ...c, limits: { ...c.limits, cooldown: 0 } }) }],
    ['its total', ['campaign in all'], { campaigns: (c) => ({ ...c, limits: { ...c.limits, total: 99 } }) }],
    ['the shopper’s wish', ['muted'], { sight: (visit) => ({ ...visit, preferences: {} }) }],
    [
      'all of them',
      ['visit', 'half an hour', 'muted', 'cool-down'],
      { sight: (v) => ({ ...v, history: [], preferences: {} }), campaigns: (c) => ({ ...c, limits: LIMITLESS }) },
    ],
    ['the transaction', ['visit', 'half an hour', 'muted'], { alone: true }],
    [
      'the visit of another tab',
      ['half an hour'],
      { sight: (v) => ({ ...v, history: v.history.filter((s) => s.visit === v.id) }) },
    ],
  ])('and without %s it is noticed', (_, expected, mutant) => {
    const wrong = new Set<string>();
    let histories = 0;
    for (; histories < 2000 && !expected.every((one) => wrong.has(one)); histories++)
      wrong.add(live(histories, mutant).wrong ?? '');
    expect([...wrong]).toEqual(expect.arrayContaining(expected));
  });
});
