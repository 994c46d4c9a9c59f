import { render } from 'preact';
import type { Popup, PopupContent, PopupDoor, Showing } from '../src/types';
import { Card } from './Card';
import { loadWords } from './copy/loadWords';
import { createHost } from './createHost';
import { deliveryPromise } from './deliveryPromise';
import { country, listOf, money, shortDay } from './format';
import { isBusyElsewhere } from './isBusyElsewhere';
import type { Face, Scene } from './scene';
import { Why } from './Why';

/** A live region must be there before its text, or screen readers miss it; afterwards the text would be read twice. */
const ANNOUNCE_MS = 100;
const ANNOUNCED_MS = 3000;

/** What sets the content up, once it is here. What most visits never see is a chunk of its own. */
const loadContent = async (content: PopupContent): Promise<(scene: Scene) => () => Face> => {
  switch (content.popup) {
    case 'delivery-promise':
      return (scene) => deliveryPromise(scene, content.window);
    case 'offer': {
      const { offer } = await import('./offer');
      return (scene) => offer(scene, content);
    }
    case 'form-help': {
      const { formHelp } = await import('./formHelp');
      return (scene) => formHelp(scene, content.field);
    }
    case 'question': {
      const { ask } = await import('./ask');
      return (scene) => ask.question(scene, content.question);
    }
    default: {
      const { notice } = await import('./notice');
      return (scene) => notice(scene, content);
    }
  }
};

/** Lets the page have its turn. A message and no timer: timers wait four milliseconds, and longer in a busy page. */
const pause = () =>
  new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });

/** The first use of each format loads its data; together with the rest that would be a long task on a slow phone. */
const warmUp = async ({ popup }: PopupContent, locale: string) => {
  const isMoney = popup === 'free-shipping' || popup === 'alternatives';
  await pause();
  if (popup === 'delivery-promise' || popup === 'offer') shortDay(locale, '2000-01-01');
  if (isMoney || popup === 'trust') money(locale, 1, undefined);
  if (popup === 'payment-help') listOf(locale, ['', '']);
  await pause();
  if (popup === 'delivery-promise') country(locale, 'US');
  if (isMoney) money(locale, 1, 'USD');
  await pause();
};

/**
 * Puts a popup on the page that never takes the focus or the keys, and gives the focus back if it came in. All it needs is
 * loaded before, so that it is drawn at once.
 */
export const openPopup = async (showing: Showing, door: PopupDoor): Promise<Popup> => {
  const { content } = showing;
  const [words, setUp] = await Promise.all([
    loadWords(showing.locale ? [showing.locale, ...door.locales] : door.locales, content.popup === 'question'),
    loadContent(content),
  ]);
  await warmUp(content, words.locale);
  const { host, root, stage, show } = createHost(showing.campaign, showing.intent, door);
  const stops: (() => void)[] = [];
  let isOpen = true;
  let isTold = false;
  let isAnswered = false;
  let why = false;
  let title = '';
  let status = '';
  let cameFrom: EventTarget | null = document.activeElement;

  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    for (const stop of stops) stop();
    const inside = root.activeElement;
    render(null, stage);
    host.remove();
    if (inside) (cameFrom as HTMLElement | null)?.focus?.({ preventScroll: true });
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
    render(
      <>
        <div role="status" class="sr">
          {status}
        </div>
        <Card face={face()} locale={showing.locale ?? words.locale} dismiss={leave}>
          <Why because={showing.because} words={words} open={why} toggle={toggle} />
        </Card>
      </>,
      stage,
    );
    const heading = root.getElementById('title');
    const text = heading?.textContent ?? '';
    // What had the focus is gone with what it asked: the title takes it, so that the keyboard stays here. It is read then.
    if (inside && !inside.isConnected) heading?.focus();
    else if (text !== title) announce(text, ANNOUNCE_MS);
    title = text;
  };

  const leave = () => scene.end(isAnswered ? 'answered' : 'dismissed');

  const toggle = () => {
    why = !why;
    draw();
    // On a phone it opens below the edge of the sheet.
    if (why) root.getElementById('because')?.scrollIntoView?.({ block: 'nearest' });
  };

  const scene: Scene = {
    words,
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

  draw();
  show();
  return { close };
};
