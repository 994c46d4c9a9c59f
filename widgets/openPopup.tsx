import { render } from 'preact';
import type { Popup, PopupDoor, Showing } from '../src/types';
import { Card } from './Card';
import { pickCopy } from './copy';
import { createHost } from './createHost';
import { deliveryPromise } from './deliveryPromise';
import { formHelp } from './formHelp';
import { isBusyElsewhere } from './isBusyElsewhere';
import { limitedPoints } from './limitedPoints';
import { question } from './question';
import type { Face, Scene } from './scene';
import { Why } from './Why';

/** A live region must be there before its text, or screen readers miss it; afterwards the text would be read twice. */
const ANNOUNCE_MS = 100;
const ANNOUNCED_MS = 3000;

const setUp = (scene: Scene): (() => Face) => {
  const { content } = scene.showing;
  switch (content.popup) {
    case 'delivery-promise':
      return deliveryPromise(scene, content.window);
    case 'limited-points':
      return limitedPoints(scene, content);
    case 'form-help':
      return formHelp(scene, content.field);
    case 'question':
      return question(scene, content.question);
  }
};

/** Puts a popup on the page that never takes the focus or the keys, and gives the focus back if it came in. */
export const openPopup = (showing: Showing, door: PopupDoor): Popup => {
  const words = pickCopy(door.locales);
  const { host, root, stage, show } = createHost(showing.campaign, showing.intent, door);
  const stops: (() => void)[] = [];
  let isOpen = true;
  let isTold = false;
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
        <Card face={face()} locale={words.locale} dismiss={() => scene.end('dismissed')}>
          <Why because={showing.because} words={words} open={why} toggle={toggle} />
        </Card>
      </>,
      stage,
    );
    // The button that had the focus is gone with what it asked: the dialog takes it, so that the keyboard stays here.
    if (inside && !inside.isConnected) root.querySelector<HTMLElement>('.card')?.focus();
    const text = root.getElementById('title')?.textContent ?? '';
    if (text !== title) announce(text, ANNOUNCE_MS);
    title = text;
  };

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
    settle() {
      isTold = true;
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
      scene.end('dismissed');
  });

  draw();
  show();
  return { close };
};
