import { expect, test, vi } from 'vitest';
import { createPopups } from '../../../src/popup';
import type { Popup, PopupDoor, PopupOutcome, Showing, Widgets } from '../../../src/types';
import { askDoor, centreDoor } from './stage';

const showing: Showing = {
  campaign: 'ask',
  intent: null,
  content: { popup: 'question', question: 'priority' },
  because: [],
};
const door: Omit<PopupDoor, 'end'> = {
  locales: ['en'],
  now: Date.now,
  ask: askDoor(),
  claim: { url: '', offer: undefined, answered: vi.fn() },
};

/** A promise that is kept or broken from outside. */
const defer = <T>() => {
  let keep: (value: T) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const promise = new Promise<T>((resolve, reject) => {
    keep = resolve;
    fail = reject;
  });
  return { promise, keep, fail };
};

const setUp = () => {
  const chunk = defer<Widgets>();
  const parts: ReturnType<typeof defer<Popup>>[] = [];
  const doors: PopupDoor[] = [];
  const warn = vi.fn();
  const told: PopupOutcome[] = [];
  const part = () => {
    const one = defer<Popup>();
    parts.push(one);
    return one.promise;
  };
  const openPopup = vi.fn((_: Showing, given: PopupDoor) => {
    doors.push(given);
    return part();
  });
  const widgets: Widgets = { openPopup, openPreferences: vi.fn(part) };
  const popups = createPopups(() => chunk.promise, warn);
  const gone = vi.fn();
  return {
    popups,
    chunk,
    parts,
    doors,
    widgets,
    warn,
    told,
    gone,
    show: (isBusy?: () => boolean) => popups.show(showing, door, (outcome) => told.push(outcome), gone, isBusy),
    openPreferences: () =>
      popups.open((loaded) => loaded.openPreferences([], { ...centreDoor(), closed: popups.hide })),
  };
};
const popup = (close = () => {}) => ({ close: vi.fn(close) });
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('told as shown only once it is on the page; open from the first word on', async () => {
  const { popups, show, chunk, widgets, parts, doors, told, gone } = setUp();
  show();
  expect(popups.isOpen()).toBe(true);
  chunk.keep(widgets);
  await settled();
  expect(told).toEqual([]);
  parts[0]?.keep(popup());
  await settled();
  expect(told).toEqual(['shown']);
  expect(popups.isOpen()).toBe(true);
  doors[0]?.closed?.();
  doors[0]?.end('dismissed');
  expect(told).toEqual(['shown', 'dismissed']);
  expect(popups.isOpen()).toBe(false);
  expect(gone).toHaveBeenCalledTimes(1);
});

test('one that the page has taken away, with its slot or the whole body, is open no longer', async () => {
  const { popups, show, chunk, widgets, parts } = setUp();
  chunk.keep(widgets);
  show();
  await settled();
  const host = document.createElement('waver-popup');
  document.body.append(host);
  const one = { ...popup(), setLocales: vi.fn() };
  parts[0]?.keep(one);
  await settled();
  expect(popups.isOpen()).toBe(true);
  expect(one.close).not.toHaveBeenCalled();
  host.remove();
  expect(popups.isOpen()).toBe(false);
  expect(one.close).toHaveBeenCalledOnce();
});

test('the page turned to another language while it was loading: it comes in that one, the next in its own', async () => {
  const { popups, show, chunk, widgets, parts } = setUp();
  chunk.keep(widgets);
  show();
  popups.setLocales(['de']);
  await settled();
  const [one, next] = [vi.fn(), vi.fn()];
  parts[0]?.keep({ ...popup(), setLocales: one });
  await settled();
  expect(one).toHaveBeenCalledExactlyOnceWith(['de']);
  show();
  await settled();
  parts[1]?.keep({ ...popup(), setLocales: next });
  await settled();
  expect(next).not.toHaveBeenCalled();
});

test('answered: the next may come, while the thanks are still read', async () => {
  const { popups, show, chunk, widgets, parts, doors, told } = setUp();
  chunk.keep(widgets);
  show();
  await settled();
  const thanks = popup();
  parts[0]?.keep(thanks);
  await settled();
  doors[0]?.end('answered');
  expect(told).toEqual(['shown', 'answered']);
  expect(popups.isOpen()).toBe(false);
  expect(thanks.close).not.toHaveBeenCalled();
  show();
  expect(thanks.close).toHaveBeenCalledTimes(1);
  expect(popups.isOpen()).toBe(true);
});

test('granted: what it says stays until it is put away, and nothing takes its place', async () => {
  const { popups, show, chunk, widgets, parts, doors, told, gone } = setUp();
  chunk.keep(widgets);
  show();
  await settled();
  parts[0]?.keep(popup());
  await settled();
  doors[0]?.end('accepted');
  expect(told).toEqual(['shown', 'accepted']);
  expect(popups.isOpen()).toBe(true);
  expect(gone).not.toHaveBeenCalled();
  doors[0]?.closed?.();
  expect(popups.isOpen()).toBe(false);
  expect(gone).toHaveBeenCalledTimes(1);
});

/** What was decided and did not come has failed; after a stop nothing is told. */
const LATE = [
  ['hide', ['failed']],
  ['stop', []],
] as const;

test.each(LATE)('%s before the chunk is here: nothing is opened', async (how, outcomes) => {
  const { popups, show, chunk, widgets, told, gone, warn } = setUp();
  show();
  popups[how]();
  expect(popups.isOpen()).toBe(false);
  chunk.keep(widgets);
  await settled();
  expect(widgets.openPopup).not.toHaveBeenCalled();
  expect(told).toEqual(outcomes);
  expect(gone).toHaveBeenCalled();
  expect(warn).not.toHaveBeenCalled();
  expect(popups.isOpen()).toBe(false);
});

test.each(LATE)('%s while its parts are loaded: closed as soon as it comes', async (how, outcomes) => {
  const { popups, show, chunk, widgets, parts, told } = setUp();
  chunk.keep(widgets);
  show();
  await settled();
  popups[how]();
  const late = popup();
  parts[0]?.keep(late);
  await settled();
  expect(late.close).toHaveBeenCalledTimes(1);
  expect(told).toEqual(outcomes);
  expect(popups.isOpen()).toBe(false);
});

test.each(['the preference centre', 'another popup'])(
  'overtaken by %s while it is loaded, it has failed',
  async (by) => {
    const { show, openPreferences, chunk, widgets, parts, told, popups } = setUp();
    show();
    if (by === 'another popup') show();
    else openPreferences();
    chunk.keep(widgets);
    await settled();
    expect(told).toEqual(['failed']);
    expect(parts).toHaveLength(1);
    parts[0]?.keep(popup());
    await settled();
    expect(told).toEqual(by === 'another popup' ? ['failed', 'shown'] : ['failed']);
    expect(popups.isOpen()).toBe(true);
  },
);

test('what the page itself begins to ask meanwhile goes first: it has failed, and nobody is warned', async () => {
  const { show, chunk, widgets, told, popups, gone, warn } = setUp();
  let isBusy = false;
  show(() => isBusy);
  isBusy = true;
  chunk.keep(widgets);
  await settled();
  expect(widgets.openPopup).not.toHaveBeenCalled();
  expect(told).toEqual(['failed']);
  expect(gone).toHaveBeenCalledTimes(1);
  expect(warn).not.toHaveBeenCalled();
  expect(popups.isOpen()).toBe(false);
});

test('of two openings the later one holds, whichever is loaded first', async () => {
  const { popups, show, openPreferences, chunk, widgets, parts, told } = setUp();
  chunk.keep(widgets);
  openPreferences();
  await settled();
  show();
  await settled();
  const [centre, asked] = [popup(popups.hide), popup()];
  parts[1]?.keep(asked);
  await settled();
  expect(told).toEqual(['shown']);
  parts[0]?.keep(centre);
  await settled();
  expect(centre.close).toHaveBeenCalledTimes(1);
  expect(asked.close).not.toHaveBeenCalled();
  expect(popups.isOpen()).toBe(true);
  popups.hide();
  expect(asked.close).toHaveBeenCalledTimes(1);
});

test('a late preference centre says that it closed: the one still loading comes all the same', async () => {
  const { popups, show, openPreferences, chunk, widgets, parts, told } = setUp();
  chunk.keep(widgets);
  openPreferences();
  await settled();
  show();
  await settled();
  parts[0]?.keep(popup(popups.hide));
  await settled();
  parts[1]?.keep(popup());
  await settled();
  expect(told).toEqual(['shown']);
});

test('the preference centre, closed by the shopper, makes room', async () => {
  const { popups, openPreferences, chunk, widgets, parts } = setUp();
  chunk.keep(widgets);
  const opening = openPreferences();
  await settled();
  parts[0]?.keep(popup());
  expect(await opening).toBe(true);
  expect(popups.isOpen()).toBe(true);
  popups.hide();
  expect(popups.isOpen()).toBe(false);
});

test.each(['the chunk', 'a part'])('failed when %s cannot be loaded, and said so', async (what) => {
  const { popups, show, chunk, widgets, parts, told, warn } = setUp();
  show();
  if (what === 'the chunk') chunk.fail(new Error('offline'));
  else chunk.keep(widgets);
  await settled();
  parts[0]?.fail(new Error('offline'));
  await settled();
  expect(told).toEqual(['failed']);
  expect(warn).toHaveBeenCalledTimes(1);
  expect(popups.isOpen()).toBe(false);
});

test('a preference centre that cannot be loaded is an error for the opener and blocks nothing', async () => {
  const { popups, openPreferences, chunk } = setUp();
  const opening = openPreferences();
  chunk.fail(new Error('offline'));
  await expect(opening).rejects.toThrow('offline');
  expect(popups.isOpen()).toBe(false);
});

test('a late failure does not make the next one look closed', async () => {
  const { popups, show, openPreferences, chunk, widgets, parts, told } = setUp();
  chunk.keep(widgets);
  show();
  await settled();
  openPreferences();
  await settled();
  parts[0]?.fail(new Error('offline'));
  await settled();
  expect(told).toEqual(['failed']);
  expect(popups.isOpen()).toBe(true);
});

test('after a stop nothing is loaded any more', async () => {
  const load = vi.fn(() => new Promise<Widgets>(() => {}));
  const popups = createPopups(load, vi.fn());
  popups.stop();
  expect(await popups.open((widgets) => widgets.openPopup(showing, { ...door, end: vi.fn() }))).toBe(false);
  expect(load).not.toHaveBeenCalled();
});
