import type { Popup, PopupDoor, Showing } from '../src/types';
import { Card, isTall } from './Card';
import { loadWords, type Words } from './copy/loadWords';
import { createHost } from './createHost';
import { heedKeyboard } from './heedKeyboard';
import { isBusyElsewhere } from './isBusyElsewhere';
import { letPageRun } from './letPageRun';
import { loadContent } from './loadContent';
import { loadLook } from './look';
import { render } from './render';
import type { Scene } from './scene';
import { Teaser } from './Teaser';
import { Why } from './Why';
import { warmUp } from './warmUp';

/** A live region must be there before its text, or screen readers miss it; afterwards the text would be read twice. */
const ANNOUNCE_MS = 100;
const ANNOUNCED_MS = 3000;

/**
 * Puts a popup on the page that never takes the focus or the keys, and gives the focus back if it came in; unless it is a
 * dialog the shopper asked for. All it needs is loaded before, so that it is drawn at once.
 */
export const openPopup = async (showing: Showing, door: PopupDoor): Promise<Popup> => {
  const { content, place, asked, campaign, intent } = showing;
  // What stands beside the shop's own words is in their language, where there is such.
  const read = (tags: readonly string[]) =>
    loadWords(showing.locale ? [showing.locale, ...tags] : tags, content.popup === 'question');
  let { locales } = door;
  const [first, setUp, look] = await Promise.all([read(locales), loadContent(content), loadLook()]);
  let words = first;
  await warmUp(words.locale);
  const stands = door.anchor || (place === 'dialog' && !asked) || place === 'corner' ? undefined : place;
  const { host, root, stage, show } = createHost(campaign, intent, door, look, stands);
  // Dressing and drawing would be one long task on a slow phone.
  await letPageRun();
  const at = host.dataset.place;
  const isModal = at === 'dialog';
  const canShrink = !door.anchor && !/inline|dialog/.test(`${at}`);
  const stops: (() => void)[] = [];
  let isOpen = true;
  let isTold = false;
  let isAnswered = false;
  let why = false;
  let explain: ((because: Showing['because'], words: Words) => readonly string[]) | undefined;
  let title = '';
  let status = '';
  let turn = 0;
  let cameFrom: EventTarget | null = document.activeElement;
  /** It was made smaller, and this had the focus then. */
  let small: { readonly focused: Element | null } | undefined;

  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    for (const stop of stops) stop();
    const inside = root.activeElement;
    render(null, stage);
    host.remove();
    if (inside || isModal) (cameFrom as HTMLElement | null)?.focus?.({ preventScroll: true });
    door.closed?.();
  };

  const announce = (text: string, ms: number) => {
    const timer = setTimeout(() => {
      status = text;
      draw();
      if (text) announce('', ANNOUNCED_MS);
    }, ms);
    stops.push(() => clearTimeout(timer));
  };

  const draw = () => {
    if (!isOpen) return;
    const inside = root.activeElement;
    const shown = face();
    host.toggleAttribute('data-tall', isTall(shown));
    render(
      <>
        <div role="status" class="sr">
          {status}
        </div>
        {small && <Teaser title={shown.title} words={words} open={larger} />}
        <Card
          face={shown}
          locale={showing.locale ?? words.locale}
          isModal={isModal}
          isSmall={!!small}
          smaller={canShrink && [words.copy.smaller, smaller]}
          dismiss={leave}
        >
          <Why
            lines={why ? (explain?.(showing.because, words) ?? [words.copy.whyOther]) : []}
            words={words}
            toggle={toggle}
          />
        </Card>
      </>,
      stage,
    );
    const heading = root.getElementById('title');
    const text = heading?.textContent ?? '';
    // What had the focus is gone with what it asked: the title takes it, so that the keyboard stays here. It is read then.
    if (inside && !inside.isConnected) heading?.focus();
    else if (text !== title && !isModal) announce(text, ANNOUNCE_MS);
    title = text;
  };

  const leave = () => scene.end(isAnswered ? 'answered' : 'dismissed');

  const smaller = () => {
    if (small || !canShrink) return;
    small = { focused: root.activeElement };
    host.dataset.place = 'teaser';
    draw();
    if (small.focused) root.getElementById('teaser')?.focus();
  };

  const larger = () => {
    const { focused } = small ?? {};
    small = undefined;
    if (at) host.dataset.place = at;
    else delete host.dataset.place;
    draw();
    if (root.activeElement) (focused as HTMLElement | null)?.focus();
  };

  const toggle = async () => {
    // Where the words cannot be loaded it still says what holds of all.
    explain ??= await import('./reasons').then(
      ({ reasons }) => reasons,
      () => undefined,
    );
    why = !why;
    draw();
    // On a phone it opens below the edge of the sheet.
    if (why) root.getElementById('because')?.scrollIntoView?.({ block: 'nearest' });
  };

  const scene: Scene = {
    get words() {
      return words;
    },
    get locales() {
      return locales;
    },
    door,
    showing,
    host,
    redraw: draw,
    answered() {
      isAnswered = true;
    },
    end(outcome, stays) {
      if (!isOpen) return;
      const tell = !isTold;
      isTold = true;
      if (!stays) close();
      if (tell) door.end(outcome);
    },
    listen(target, type, listener) {
      target.addEventListener(type, listener);
      stops.push(() => target.removeEventListener(type, listener));
    },
    onClose(stop) {
      stops.push(stop);
    },
  };

  const face = setUp(scene);
  scene.listen(host, 'focusin', (event) => {
    const from = (event as FocusEvent).relatedTarget;
    if (from && from !== host) cameFrom = from;
  });
  scene.listen(document, 'keydown', (event) => {
    const { key, isComposing } = event as KeyboardEvent;
    if (key === 'Escape' && !isComposing && !event.defaultPrevented && (root.activeElement || !isBusyElsewhere()))
      leave();
  });
  if (!door.anchor && at !== 'inline') heedKeyboard(scene, smaller);

  try {
    draw();
    show();
  } catch (error) {
    close();
    throw error;
  }
  if (isModal) root.getElementById('title')?.focus();
  return {
    close,
    async setLocales(tags) {
      const mine = ++turn;
      const next = await read(tags);
      if (mine !== turn) return;
      [words, locales] = [next, tags];
      draw();
    },
  };
};
