import { afterEach, describe, expect, test, vi } from 'vitest';
import { createPopups } from '../../src/popup';
import type { OwnOutcome, PopupOutcome, Showing } from '../../src/types';
import { createWarnSpy } from './given';

const SHOWING: Showing = { campaign: 'sale', intent: 'price', content: { popup: 'notice' }, because: [] };

const show = async (own: unknown) => {
  const warn = createWarnSpy();
  const ours = vi.fn(async () => ({ close() {} }));
  const outcomes: PopupOutcome[] = [];
  const gone = vi.fn();
  const popups = createPopups(async () => ({ openPopup: ours, openPreferences: ours }), warn, own);
  const showing = popups.show(SHOWING, {} as never, (outcome) => outcomes.push(outcome), gone);
  await vi.waitFor(() => expect([...outcomes, ...warn.mock.calls]).not.toEqual([]));
  return { popups, showing, ours, outcomes, gone, warned: () => warn.mock.calls.map(([text]) => text) };
};

afterEach(() => {
  document.body.textContent = '';
});

describe('a function', () => {
  test('is given what there is to show, and its outcome is told', async () => {
    const own = vi.fn(async () => 'accepted' as const);
    const { showing, outcomes, gone, ours } = await show(own);
    await showing;
    expect(own).toHaveBeenCalledWith(SHOWING, expect.any(AbortSignal));
    expect(outcomes).toEqual(['shown', 'accepted']);
    expect(gone).toHaveBeenCalledOnce();
    expect(ours).not.toHaveBeenCalled();
  });

  test('that says nothing has shown it', async () => {
    let signal: AbortSignal | undefined;
    const { showing, outcomes, popups, gone } = await show((_: Showing, leave: AbortSignal) => {
      signal = leave;
    });
    await showing;
    expect(outcomes).toEqual(['shown']);
    expect(popups.isOpen()).toBe(false);
    expect(gone).toHaveBeenCalledOnce();
    // It may stay, until something else is to come.
    expect(signal?.aborted).toBe(false);
    popups.hide();
    expect(signal?.aborted).toBe(true);
  });

  test('that has none for this leaves it to Waver', async () => {
    const { showing, outcomes, ours } = await show(() => false);
    await showing;
    expect(ours).toHaveBeenCalledOnce();
    expect(outcomes).toEqual(['shown']);
  });

  test('is one popup while it lasts, and is told to go', async () => {
    let signal: AbortSignal | undefined;
    const { popups, outcomes } = await show((_: Showing, leave: AbortSignal) => {
      signal = leave;
      return new Promise<OwnOutcome>(() => {});
    });
    expect(outcomes).toEqual(['shown']);
    expect(popups.isOpen()).toBe(true);
    popups.hide();
    expect(signal?.aborted).toBe(true);
    expect(popups.isOpen()).toBe(false);
  });

  test('taken away, it has not ended by the shopper, whatever it says then', async () => {
    const { popups, showing, outcomes, gone } = await show(
      (_: Showing, leave: AbortSignal) =>
        new Promise<OwnOutcome>((resolve) => {
          leave.addEventListener('abort', () => resolve('dismissed'));
        }),
    );
    popups.hide();
    await showing;
    expect(outcomes).toEqual(['shown']);
    expect(gone).toHaveBeenCalledOnce();
  });

  test.each([
    ['throws at once', () => Promise.reject(new Error('no')), 'popup threw'],
    ['ends with a word that is no outcome', async () => 'bought', 'popup ended with "bought": expected accepted'],
  ])('that %s is named', async (_, own, text) => {
    const { showing, gone, outcomes, warned } = await show(own);
    await showing;
    expect(outcomes).toEqual(['shown']);
    expect(warned()).toEqual([expect.stringContaining(text)]);
    expect(gone).toHaveBeenCalledOnce();
  });

  test('that throws before it has shown anything has failed', async () => {
    const { showing, gone, outcomes, warned } = await show(() => {
      throw new Error('no');
    });
    await showing;
    expect(outcomes).toEqual(['failed']);
    expect(warned()).toEqual(['the popup "sale" could not be shown']);
    expect(gone).toHaveBeenCalledOnce();
  });
});

describe('while it is got ready', () => {
  const start = (own: () => OwnOutcome, isBusy?: () => boolean) => {
    const widget = { close: vi.fn() };
    const ours = vi.fn(async () => widget);
    const outcomes: PopupOutcome[] = [];
    const gone = vi.fn();
    const popups = createPopups(async () => ({ openPopup: ours, openPreferences: ours }), createWarnSpy(), own);
    const showing = popups.show(SHOWING, {} as never, (outcome) => outcomes.push(outcome), gone, isBusy);
    return { popups, showing, ours, widget, outcomes, gone };
  };

  test('it counts as open', async () => {
    const { popups, showing } = start(() => undefined);
    expect(popups.isOpen()).toBe(true);
    await showing;
    expect(popups.isOpen()).toBe(false);
  });

  test('the preference centre is opened, and stays: what was due has failed', async () => {
    const own = vi.fn(() => undefined);
    const { popups, showing, ours, widget, outcomes, gone } = start(own);
    await popups.open(() => ours());
    await showing;
    expect(own).not.toHaveBeenCalled();
    expect(ours).toHaveBeenCalledOnce();
    expect(widget.close).not.toHaveBeenCalled();
    expect(popups.isOpen()).toBe(true);
    expect(outcomes).toEqual(['failed']);
    expect(gone).toHaveBeenCalledOnce();
  });

  test('the page itself begins to ask: it has failed, and Waver’s does not come in its place', async () => {
    const own = vi.fn(() => undefined);
    const { popups, showing, ours, outcomes } = start(own, () => true);
    await showing;
    expect(own).not.toHaveBeenCalled();
    expect(ours).not.toHaveBeenCalled();
    expect(outcomes).toEqual(['failed']);
    expect(popups.isOpen()).toBe(false);
  });

  test('all is stopped: nothing is shown or told', async () => {
    const own = vi.fn(() => undefined);
    const { popups, showing, ours, outcomes } = start(own);
    popups.stop();
    await showing;
    expect([own.mock.calls, ours.mock.calls, outcomes]).toEqual([[], [], []]);
    expect(popups.isOpen()).toBe(false);
  });
});

describe('a custom element', () => {
  customElements.define('shop-popup', class extends HTMLElement {});
  const element = () => document.querySelector('shop-popup') as (HTMLElement & { showing: Showing }) | null;

  test('is put on the page with what there is to show, and ends by its event', async () => {
    const { showing, outcomes } = await show('shop-popup');
    await vi.waitFor(() => expect(element()?.showing).toEqual(SHOWING));
    element()?.dispatchEvent(new CustomEvent('waver-end', { detail: 'dismissed' }));
    await showing;
    expect(outcomes).toEqual(['shown', 'dismissed']);
    expect(element()).toBeNull();
  });

  test('stands in the slot of its campaign, and goes when it shall', async () => {
    document.body.innerHTML = '<section data-waver-slot="sale"></section>';
    const { popups, showing, outcomes } = await show('shop-popup');
    await vi.waitFor(() => expect(element()?.parentElement?.localName).toBe('section'));
    popups.hide();
    await showing;
    expect(element()).toBeNull();
    expect(outcomes).toEqual(['shown']);
  });

  test.each(['no-such-popup', 'div', 7])('%s is none: said, and Waver shows its own', async (own) => {
    const { showing, ours, warned } = await show(own);
    await showing;
    expect(warned()).toEqual([expect.stringMatching(/^popup=".*": expected a function or a custom element/)]);
    expect(ours).toHaveBeenCalledOnce();
  });
});
