import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PopupContent, Showing } from '../../../src/types';
import { closeAll, delivery, host, NOW, open, part, parts, press, text } from './stage';

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<input id="field"><button id="link">Next</button>';
});
afterEach(() => {
  closeAll();
  vi.useRealTimers();
});

const field = () => document.querySelector<HTMLInputElement>('#field') as HTMLInputElement;

describe('on the page', () => {
  test('one element in the body, with its campaign, an open shadow root and all its parts', async () => {
    await open(delivery);
    expect(document.querySelectorAll('body > waver-popup')).toHaveLength(1);
    expect(host()?.dataset).toMatchObject({ campaign: 'my-delivery-promise' });
    expect(host()?.hasAttribute('data-intent')).toBe(false);
    for (const name of ['dialog', 'title', 'body', 'action', 'dismiss', 'why']) expect(parts(name)).toHaveLength(1);
    expect(customElements.get('waver-popup')).toBeUndefined();
  });

  test('a dialog that is not modal, with a name and a description', async () => {
    await open(delivery);
    const dialog = part('dialog');
    expect(dialog.getAttribute('role')).toBe('dialog');
    expect(dialog.hasAttribute('aria-modal')).toBe(false);
    const root = host()?.shadowRoot;
    expect(root?.getElementById(dialog.getAttribute('aria-labelledby') ?? '')).toBe(part('title'));
    expect(root?.getElementById(dialog.getAttribute('aria-describedby') ?? '')).toBe(part('body'));
  });

  test('no inline style but custom properties on the host', async () => {
    await open(delivery, { accent: '#ffd500', nonce: 'abc' });
    expect(host()?.shadowRoot?.querySelectorAll('[style]')).toHaveLength(0);
    expect(host()?.style.getPropertyValue('--w_own')).toBe('#ffd500');
    const style = host()?.shadowRoot?.querySelector('style');
    if (style) expect(style.nonce).toBe('abc');
    expect(style ?? host()?.shadowRoot?.adoptedStyleSheets[0]).toBeTruthy();
  });

  test('told to screen readers once it is there, and not twice', async () => {
    await open(delivery);
    const status = host()?.shadowRoot?.querySelector('[role=status]');
    expect(status?.textContent).toBe('');
    vi.advanceTimersByTime(150);
    expect(status?.textContent).toContain('Order now, arrives');
    vi.advanceTimersByTime(10_000);
    expect(status?.textContent).toBe('');
    part('why').click();
    await vi.waitFor(() => expect(part('why').getAttribute('aria-expanded')).toBe('true'));
    vi.advanceTimersByTime(150);
    expect(status?.textContent).toBe('');
  });
});

describe('the delivery promise', () => {
  test('both dates, the estimate it is, the place and the time to order by', async () => {
    await open(delivery);
    const dates = [...part('title').querySelectorAll('time')].map((time) => [time.dateTime, time.textContent]);
    expect(dates.map(([iso]) => iso)).toEqual(['2026-11-25', '2026-11-27']);
    expect(dates.map(([, day]) => day)).toEqual([
      expect.stringMatching(/Wed,? 25 Nov/),
      expect.stringMatching(/Fri,? 27 Nov/),
    ]);
    expect(text('title')).toMatch(/^Order now, arrives Wed.* – Fri/);
    expect(text('body')).toMatch(/Order by 15:00 today/);
    expect(text('body')).toContain('An estimate by the shop’s own delivery terms. Destination: Germany.');
  });

  test.each([
    ['de', /^Jetzt bestellt, geliefert Mi., 25\. Nov\. – Fr., 27\. Nov\.$/],
    ['ja', /^今ご注文いただくと、11月25日\(水\)～11月27日\(金\)にお届け予定です$/],
  ])('in %s', async (locale, title) => {
    await open(delivery, { locales: [locale] });
    expect(text('title')).toMatch(title);
    expect(part('dialog').lang).toBe(locale);
  });

  test('one date once; no time to order by unless the shop has one', async () => {
    if (delivery.popup !== 'delivery-promise') throw new Error();
    const { destination, ...window } = delivery.window;
    await open({ popup: 'delivery-promise', window: { ...window, earliest: window.latest, cutoff: false } });
    expect(part('title').querySelectorAll('time')).toHaveLength(1);
    expect(text('body')).toMatch(/An estimate by the shop’s own delivery terms. $/);
    expect(text('body')).not.toContain('Order by');
  });

  test('accepted', async () => {
    const { door } = await open(delivery);
    part('action').click();
    expect(door.end.mock.calls).toEqual([['accepted']]);
    expect(host()).toBe(null);
  });
});

describe('why', () => {
  test('opens and closes, and answers from the reasons', async () => {
    await open(delivery, {}, [{ feature: 'dwell-shipping', value: 24, weight: 1 }]);
    const why = part('why');
    expect(why.getAttribute('aria-expanded')).toBe('false');
    why.click();
    await vi.waitFor(() => expect(why.getAttribute('aria-expanded')).toBe('true'));
    const answer = host()?.shadowRoot?.getElementById(why.getAttribute('aria-controls') ?? '');
    expect(answer?.textContent).toBe(
      'You read about delivery for at least 24 seconds.Decided on this device. Nothing was sent for it.',
    );
    why.click();
    await vi.waitFor(() => expect(answer?.hidden).toBe(true));
  });
});

describe('manners', () => {
  test('never takes the focus', async () => {
    field().focus();
    await open(delivery);
    vi.advanceTimersByTime(1000);
    expect(document.activeElement).toBe(field());
  });

  test('gives the focus back to where it came from', async () => {
    field().focus();
    const { door } = await open(delivery);
    part('dismiss').focus();
    part('dismiss').click();
    expect(door.end.mock.calls).toEqual([['dismissed']]);
    expect(document.activeElement).toBe(field());
  });

  test('leaves the focus alone when it was never inside', async () => {
    field().focus();
    const { popup } = await open(delivery);
    document.querySelector<HTMLElement>('#link')?.focus();
    popup.close();
    expect(document.activeElement?.id).toBe('link');
  });

  test('Escape belongs to the shopper’s field, then to the popup', async () => {
    field().focus();
    const { door } = await open(delivery);
    press('Escape', field());
    expect(door.end).not.toHaveBeenCalled();
    field().blur();
    press('Enter');
    expect(door.end).not.toHaveBeenCalled();
    press('Escape');
    expect(door.end.mock.calls).toEqual([['dismissed']]);
    press('Escape');
    expect(door.end).toHaveBeenCalledTimes(1);
  });

  test('Escape belongs to a dialog or menu of the page', async () => {
    document.body.innerHTML = '<div role="dialog"><button id="link">Next</button></div>';
    document.querySelector<HTMLElement>('#link')?.focus();
    const { door } = await open(delivery);
    press('Escape');
    expect(door.end).not.toHaveBeenCalled();
  });

  test('Escape that the page has used is used', async () => {
    const { door } = await open(delivery);
    const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    event.preventDefault();
    document.body.addEventListener('keydown', (e) => e.preventDefault(), { once: true });
    document.body.dispatchEvent(event);
    expect(door.end).not.toHaveBeenCalled();
  });

  test('Escape from inside closes it, whatever else is open', async () => {
    const { door } = await open(delivery);
    part('why').focus();
    press('Escape', part('why'));
    expect(door.end.mock.calls).toEqual([['dismissed']]);
  });

  test('closed from outside it says nothing and leaves nothing', async () => {
    const add = vi.spyOn(document, 'addEventListener');
    const remove = vi.spyOn(document, 'removeEventListener');
    const { door, popup } = await open(delivery);
    popup.close();
    popup.close();
    expect(host()).toBe(null);
    expect(door.end).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
    expect(add.mock.calls.map(([type]) => type).sort()).toEqual(remove.mock.calls.map(([type]) => type).sort());
    add.mockRestore();
    remove.mockRestore();
  });

  test('says how it ended only after it has gone, so that the next one may come at once', async () => {
    const { door } = await open(delivery);
    let next: unknown;
    door.end.mockImplementation(() => {
      expect(host()).toBe(null);
      next = open({ popup: 'offer', kind: 'points', amount: 5, endsAt: NOW + 60_000 });
    });
    part('dismiss').click();
    await next;
    expect(host()?.dataset.campaign).toBe('my-offer');
  });
});

const size: PopupContent = { popup: 'question', question: 'size' };
const root = () => host()?.shadowRoot as ShadowRoot;
const typed = () => root().querySelector('input') as HTMLInputElement;
const at = (content: PopupContent, more: Pick<Showing, 'place' | 'asked'>, given = {}) =>
  open(content, given, [], undefined, undefined, more);

describe('where it stands', () => {
  test.each<[string, Pick<Showing, 'place' | 'asked'>, string | undefined]>([
    ['a corner', {}, undefined],
    ['a corner that is named', { place: 'corner' }, undefined],
    ['a bar', { place: 'bar' }, 'bar'],
    ['a dialog that was asked for', { place: 'dialog', asked: true }, 'dialog'],
    ['a dialog nobody asked for: a corner', { place: 'dialog' }, undefined],
  ])('%s', async (_, more, place) => {
    await at(delivery, more);
    expect(host()?.dataset.place).toBe(place);
    expect(part('dialog').localName).toBe(place === 'dialog' ? 'dialog' : 'div');
    expect(parts('smaller')).toHaveLength(place === 'dialog' ? 0 : 1);
  });

  test('in its slot, whatever it is told', async () => {
    document.body.innerHTML = '<div data-waver-slot="my-delivery-promise"></div>';
    await at(delivery, { place: 'dialog', asked: true });
    expect(host()?.parentElement?.dataset.waverSlot).toBe('my-delivery-promise');
    expect(host()?.dataset.place).toBe('inline');
    expect(parts('smaller')).toEqual([]);
  });

  test('in the first slot that is displayed; where none is, as if there were none', async () => {
    document.body.innerHTML = '<div data-waver-slot="my-delivery-promise"></div>'.repeat(3);
    const slots = [...document.querySelectorAll<HTMLElement>('div')];
    const display = (at: number) => {
      for (const [index, slot] of slots.entries()) slot.checkVisibility = () => index >= at;
    };
    display(1);
    const { popup } = await open(delivery);
    expect(host()?.parentElement).toBe(slots[1]);
    popup.close();
    display(3);
    await open(delivery);
    expect(host()?.parentElement).toBe(document.body);
    expect(host()?.dataset.place).toBeUndefined();
  });

  test('in the top layer where there is one, and nothing is thrown where that fails', async () => {
    const showPopover = vi.fn(function (this: HTMLElement) {
      expect(this.isConnected).toBe(true);
      throw new Error('no');
    });
    const before = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'showPopover');
    Object.defineProperty(HTMLElement.prototype, 'showPopover', { value: showPopover, configurable: true });
    await open(delivery);
    if (before) Object.defineProperty(HTMLElement.prototype, 'showPopover', before);
    else Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
    expect(host()?.isConnected).toBe(true);
    expect(host()?.hasAttribute('popover')).toBe(false);
  });
});

describe('a dialog', () => {
  test('takes the focus, and gives it back', async () => {
    field().focus();
    const { door } = await at(delivery, { place: 'dialog', asked: true });
    expect(part('dialog').hasAttribute('open')).toBe(true);
    expect(root().activeElement).toBe(part('title'));
    vi.advanceTimersByTime(1000);
    expect(root().querySelector('[role=status]')?.textContent).toBe('');
    press('Escape', part('title'));
    expect(door.end.mock.calls).toEqual([['dismissed']]);
    expect(document.activeElement).toBe(field());
  });

  test('is closed by the browser’s own ways out', async () => {
    const { door } = await at(delivery, { place: 'dialog', asked: true });
    part('dialog').dispatchEvent(new Event('close'));
    expect(door.end.mock.calls).toEqual([['dismissed']]);
    expect(host()).toBe(null);
  });

  test('is left by a click beside it that began there', async () => {
    const { door } = await at(delivery, { place: 'dialog', asked: true });
    const dialog = part('dialog');
    dialog.getBoundingClientRect = () => ({ left: 100, top: 100, right: 200, bottom: 200 }) as DOMRect;
    const mouse = (type: string, x: number, target: Element = dialog) =>
      target.dispatchEvent(new MouseEvent(type, { clientX: x, clientY: 150, bubbles: true }));
    mouse('pointerdown', 150);
    mouse('click', 50);
    mouse('pointerdown', 50);
    mouse('click', 150);
    mouse('pointerdown', 50, part('title'));
    mouse('click', 50, part('title'));
    expect(door.end).not.toHaveBeenCalled();
    mouse('pointerdown', 50);
    mouse('click', 50);
    expect(door.end.mock.calls).toEqual([['dismissed']]);
  });
});

describe('made smaller', () => {
  test('its title stays, no outcome is told, and it opens again as it was', async () => {
    const { door } = await at(size, { place: 'bar' });
    typed().value = '42';
    part('smaller').focus();
    part('smaller').click();
    expect(host()?.dataset.place).toBe('teaser');
    expect(part('dialog').hidden).toBe(true);
    expect(text('teaser')).toBe('Show again: Which size do you usually take?');
    expect(root().activeElement).toBe(part('teaser'));
    part('teaser').click();
    expect(parts('teaser')).toEqual([]);
    expect(host()?.dataset.place).toBe('bar');
    expect(part('dialog').hidden).toBe(false);
    expect(root().activeElement).toBe(part('smaller'));
    expect(typed().value).toBe('42');
    expect(door.end).not.toHaveBeenCalled();
  });

  test('without the focus it takes none', async () => {
    await open(delivery);
    field().focus();
    part('smaller').click();
    part('teaser').click();
    expect(document.activeElement).toBe(field());
    expect(host()?.hasAttribute('data-place')).toBe(false);
  });

  test('Escape takes it away', async () => {
    const { door } = await open(delivery);
    part('smaller').focus();
    part('smaller').click();
    press('Escape', part('teaser'));
    expect(door.end.mock.calls).toEqual([['dismissed']]);
    expect(host()).toBe(null);
  });

  test('the time goes on', async () => {
    vi.setSystemTime(NOW);
    const { door } = await open(
      { popup: 'offer', kind: 'points', amount: 5, endsAt: NOW + 90_000 },
      { now: () => Date.now() },
    );
    part('smaller').click();
    vi.advanceTimersByTime(60_000);
    expect(text('timer')).toBe('30 seconds left');
    vi.advanceTimersByTime(30_000);
    expect(door.end.mock.calls).toEqual([['expired']]);
  });

  test('help beside its field cannot be', async () => {
    const anchor = field();
    await open({ popup: 'form-help', field: { key: 'zip', fails: 'valueMissing' } }, { anchor });
    expect(parts('smaller')).toEqual([]);
  });
});

describe('another language', () => {
  test('all of it, while it is open; what was typed stays, and it is told once more', async () => {
    const { popup } = await open(size);
    vi.advanceTimersByTime(5000);
    typed().value = '42';
    typed().focus();
    await popup.setLocales?.(['de-DE']);
    expect(text('title')).toContain('Welche Größe');
    expect(part('dialog').lang).toBe('de-DE');
    expect(text('dismiss')).toBe('Jetzt nicht');
    expect(typed().value).toBe('42');
    expect(root().activeElement).toBe(typed());
    vi.advanceTimersByTime(150);
    expect(root().querySelector('[role=status]')?.textContent).toContain('Welche Größe');
  });

  test('of two switches the later holds', async () => {
    const { popup } = await open(delivery);
    await Promise.all([popup.setLocales?.(['ja']), popup.setLocales?.(['de'])]);
    expect(part('dialog').lang).toBe('de');
  });

  test('after it was closed nothing comes back', async () => {
    const { popup } = await open(delivery);
    const switching = popup.setLocales?.(['de']);
    popup.close();
    await switching;
    expect(host()).toBe(null);
  });

  test('the reasons too', async () => {
    const { popup } = await open(delivery, {}, [{ feature: 'dwell-shipping', value: 24, weight: 1 }]);
    part('why').click();
    await vi.waitFor(() => expect(root().querySelector('#because li')?.textContent).toContain('delivery'));
    await popup.setLocales?.(['de']);
    expect(root().querySelector('#because li')?.textContent).toMatch(/^Sie .*24 Sekunden/);
  });

  test.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['az-Arab', 'rtl'],
    ['arn', 'ltr'],
  ])('the direction of %s is its own: %s, whatever the first letter', async (locale, direction) => {
    await open(delivery, {}, [], { title: 'Visa 12', body: 'Visa' }, locale);
    expect(part('dialog').getAttribute('dir')).toBe(direction);
    expect(part('title').querySelector('bdi')?.textContent).toBe('Visa 12');
  });
});

describe('the soft keyboard', () => {
  const keyboard = () => {
    const view = Object.assign(new EventTarget(), { height: 740, scale: 1, offsetTop: 0 });
    vi.stubGlobal('visualViewport', view);
    Object.defineProperty(document.documentElement, 'clientHeight', { value: 740, configurable: true });
    return (height: number) => {
      view.height = height;
      view.dispatchEvent(new Event('resize'));
    };
  };
  const up = (name: string) => host()?.style.getPropertyValue(name);
  afterEach(() => {
    vi.unstubAllGlobals();
    Reflect.deleteProperty(document.documentElement, 'clientHeight');
  });

  test('is stood upon while it is typed into', async () => {
    const rise = keyboard();
    await open(size);
    typed().focus();
    rise(400);
    expect([up('--w_up'), up('--w_room')]).toEqual(['340px', '400px']);
    rise(740);
    expect([up('--w_up'), up('--w_room')]).toEqual(['', '']);
    expect(parts('teaser')).toEqual([]);
  });

  test('of a field of the page: it gets out of the way, and comes back small', async () => {
    const rise = keyboard();
    const { door } = await open(delivery);
    field().focus();
    rise(400);
    expect(host()?.hasAttribute('data-typing')).toBe(true);
    rise(740);
    expect(host()?.hasAttribute('data-typing')).toBe(false);
    expect(host()?.dataset.place).toBe('teaser');
    expect(document.activeElement).toBe(field());
    expect(door.end).not.toHaveBeenCalled();
  });

  test('a view that is lower without one changes nothing', async () => {
    const rise = keyboard();
    await open(delivery);
    rise(400);
    expect(host()?.hasAttribute('data-typing')).toBe(false);
    expect(parts('teaser')).toEqual([]);
  });
});
