import { deepQuery } from '../browser/deepQuery';
import type { Guard } from '../browser/guard';
import type { Listen } from '../browser/listen';
import { whenIdle } from '../browser/whenIdle';
import type { Said } from '../runVisit';

/** An answer within this long belongs to the click; PostHog and Datadog wait 100 ms, a busy phone needs a little more. */
const AT_ONCE_MS = 150;
/** Without any answer for this long a click was in vain (2500 ms, as PostHog has it). */
const IN_VAIN_MS = 2500;
/** Clicked fast by their nature, or answered where nobody can look. */
const FAST =
  'input,select,textarea,canvas,video,audio,iframe,[data-waver-ignore],[aria-roledescription=carousel],[class*=carousel],[class*=slider],[class*=swiper],[class*=slick]';
const STEPPED = 'input[type=number],input[inputmode=numeric],[role=spinbutton]';
/** Looks as if it did something. One that is chosen already need not. */
const PROMISING = 'button,[role=button],summary,a:not([href]),a[href="#"],[onclick]';
const NO_PROMISE = ':disabled,[aria-disabled=true],[aria-selected=true],[aria-pressed=true],[aria-current]';
/** Whatever the page or the browser answers with, beside changes of the page itself. */
const ANSWERS = 'scroll input change toggle invalid submit focusin blur visibilitychange copy';

/**
 * Clicks by hand, whether the page answers at once, and those nothing comes of. The page is watched for changes only
 * after a click, and only until the first one. Ripples inside what was clicked are an answer, but not one that helps.
 */
export const watchClicks = (guard: Guard, listen: Listen, feed: (said: Said) => void) => {
  let release = () => {};
  /** Open shadow roots, of which a watcher of the document hears nothing. Looked for after each click, for the next. */
  let roots: readonly Node[] = [];
  const findRoots = guard(() => {
    roots = deepQuery('*').flatMap(({ shadowRoot }) => shadowRoot ?? []);
  });
  whenIdle(findRoots);
  // Afterwards the path is empty.
  const targetOf = (event: Event) => (event.composedPath()[0] ?? event.target) as Element | null;
  /** By hand, and on something that is not clicked fast by its nature. */
  const counts = (event: Event) => {
    const target = targetOf(event);
    // A keyboard's Enter is no click: `detail` counts the presses.
    return (
      event.isTrusted &&
      (event as UIEvent).detail > 0 &&
      !!target?.closest &&
      !target.closest(FAST) &&
      !target.parentElement?.parentElement?.querySelector(STEPPED)
    );
  };
  const hasSelected = () => getSelection()?.isCollapsed === false;
  const stop = listen(document, 'click', (event: PointerEvent) => {
    if (!counts(event)) return;
    release();
    const { clientX: x, clientY: y } = event;
    const target = targetOf(event) as Element;
    let answered = false;
    // The next click may take back what this one has selected.
    let effect = hasSelected();
    const hear = () => {
      answered = effect = true;
    };
    const watcher = new MutationObserver(
      guard((changes) => {
        answered = true;
        effect ||= changes.some((change) => !target.contains(change.target));
        if (effect) watcher.disconnect();
      }),
    );
    // What the page does in answer comes later than this.
    const around = event.composedPath().filter((node) => (node as Node).nodeType === 11) as Node[];
    for (const root of [document, ...roots, ...around])
      watcher.observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
    const { navigation } = window as Window & { navigation?: EventTarget };
    const stops = [listen(document, ANSWERS, hear), listen(window, 'blur', hear)];
    // A page on its way is an answer, however slow.
    if (navigation) stops.push(listen(navigation, 'navigate', hear));
    setTimeout(
      guard(() => {
        effect ||= hasSelected();
        feed({ type: 'click', x, y, effect });
        if (effect) release();
        findRoots();
      }),
      AT_ONCE_MS,
    );
    const promise = target.closest(PROMISING);
    const late = setTimeout(
      guard(() => {
        release();
        if (!answered && promise && !promise.matches(NO_PROMISE)) feed({ type: 'dead-click' });
      }),
      IN_VAIN_MS,
    );
    release = () => {
      watcher.disconnect();
      for (const end of stops) end();
      clearTimeout(late);
    };
  });
  return {
    /** A click from before this was here: whether it was answered nobody saw. */
    late(event: Event) {
      const { clientX: x, clientY: y } = event as PointerEvent;
      if (counts(event)) feed({ type: 'click', x, y, effect: false });
    },
    stop() {
      stop();
      release();
    },
  };
};
