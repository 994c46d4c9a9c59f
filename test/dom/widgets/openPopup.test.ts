import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
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
    expect(host()?.style.getPropertyValue('--_own')).toBe('#ffd500');
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
    ['ja', /^今ご注文いただくと 11月25日\(水\)～11月27日\(金\)にお届け予定です$/],
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
    expect(text('body')).toBe('An estimate by the shop’s own delivery terms. ');
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
    expect(why.getAttribute('aria-expanded')).toBe('true');
    const answer = host()?.shadowRoot?.getElementById(why.getAttribute('aria-controls') ?? '');
    expect(answer?.textContent).toBe(
      'You read about delivery for at least 24 seconds.Decided on this device. Nothing was sent for it.',
    );
    why.click();
    expect(answer?.hidden).toBe(true);
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
