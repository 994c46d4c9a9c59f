/**
 * What Waver leaves and does in a page, written down by the page itself: runs before any script of it, and knows
 * Waver's calls by the file they come from. It slows the page down, so no figure is taken with it.
 */

/** Something that is there until it is taken back, by the file and place it was asked for from. */
interface Held {
  readonly what: string;
  readonly from: string;
  readonly passive?: boolean;
}

/** A read that may force layout: what was asked for, in which kind of callback, by which calls of Waver, the innermost first. */
export interface LayoutRead {
  readonly what: string;
  readonly during: string;
  readonly calls: readonly string[];
}

export interface Instruments {
  listeners(): Held[];
  timers(): Held[];
  observers(): Held[];
  /** All listeners there have ever been. */
  everListened(): Held[];
  reads(): LayoutRead[];
  /** How often listeners of Waver have run, by type. */
  ran(): Record<string, number>;
}

export const instrument = () => {
  Error.stackTraceLimit = 60;
  /** The innermost place in Waver's files that led here; undefined: somebody else's doing. */
  const calls = () => new Error().stack?.match(/\/dist\/[\w-]+\.js:\d+:\d+/g) ?? [];
  const ours = () => calls()[0];
  /** What kind of callback of Waver runs just now. */
  let during = '';
  const within =
    <A extends unknown[], R>(kind: string, work: (...args: A) => R) =>
    (...args: A): R => {
      const before = during;
      during = kind;
      try {
        return work(...args);
      } finally {
        during = before;
      }
    };
  const live = new Map<string, Held & { target?: EventTarget }>();
  const ever: Held[] = [];
  const ran: Record<string, number> = {};
  const numbers = new WeakMap<object, number>();
  let count = 0;
  const numberOf = (thing: object) => {
    if (!numbers.has(thing)) numbers.set(thing, ++count);
    return numbers.get(thing);
  };

  // Listeners
  const nameOf = (target: unknown) =>
    target === window ? 'window' : target === document ? 'document' : (target as object).constructor.name;
  const wrapped = new WeakMap<object, EventListener>();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const isCapture = (options: unknown) =>
    typeof options === 'object' ? !!(options as AddEventListenerOptions)?.capture : !!options;
  const keyOf = (target: EventTarget, type: string, listener: object, options: unknown) =>
    `listener ${numberOf(target)} ${type} ${numberOf(listener)} ${isCapture(options)}`;
  EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
    const from = ours();
    if (!from || typeof listener !== 'function') return addEventListener.call(this, type, listener, options);
    const target = this ?? window;
    const held = {
      what: `${nameOf(target)} ${type}`,
      from,
      passive: typeof options === 'object' && options?.passive === true,
    };
    live.set(keyOf(target, type, listener, options), { ...held, target });
    ever.push(held);
    if (!wrapped.has(listener)) {
      const run = within('listener', (event: Event) => {
        ran[event.type] = (ran[event.type] ?? 0) + 1;
        return listener.call(event.currentTarget as EventTarget, event);
      });
      wrapped.set(listener, run);
    }
    return addEventListener.call(target, type, wrapped.get(listener) as EventListener, options);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type, listener, options) {
    const target = this ?? window;
    if (listener) live.delete(keyOf(target, type, listener, options));
    return removeEventListener.call(target, type, (listener && wrapped.get(listener)) ?? listener, options);
  };

  // Timers: the ones that are still to come.
  type Starts = (work: (...args: unknown[]) => unknown, ...more: unknown[]) => number;
  const page = window as unknown as Record<string, Starts> & Record<string, (id: number) => void>;
  for (const [start, end, again] of [
    ['setTimeout', 'clearTimeout', false],
    ['setInterval', 'clearInterval', true],
    ['requestIdleCallback', 'cancelIdleCallback', false],
    ['requestAnimationFrame', 'cancelAnimationFrame', false],
  ] as const) {
    const begin = page[start] as Starts;
    const cancel = page[end] as (id: number) => void;
    Object.assign(window, {
      [start]: (work: (...args: unknown[]) => unknown, ...more: unknown[]) => {
        const from = ours();
        if (!from || typeof work !== 'function') return begin.call(window, work, ...more);
        const id = begin.call(
          window,
          within(start, (...args: unknown[]) => {
            if (!again) live.delete(`timer ${start} ${id}`);
            return work(...args);
          }),
          ...more,
        );
        live.set(`timer ${start} ${id}`, { what: `${start} ${more[0] ?? ''}`, from });
        return id;
      },
      [end]: (id: number) => {
        // Timeouts and intervals share their numbers.
        for (const kind of end === 'clearTimeout' || end === 'clearInterval' ? ['setTimeout', 'setInterval'] : [start])
          live.delete(`timer ${kind} ${id}`);
        cancel.call(window, id);
      },
    });
  }

  // Observers
  for (const name of ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'PerformanceObserver'] as const) {
    const Native = window[name] as unknown as new (work: (...args: unknown[]) => unknown, ...more: unknown[]) => object;
    const Watched = class extends Native {
      constructor(work: (...args: unknown[]) => unknown, ...more: unknown[]) {
        super(ours() ? within(name, work) : work, ...more);
      }
    };
    Object.assign(window, { [name]: Watched });
    const methods = Native.prototype as Record<string, (...args: unknown[]) => unknown>;
    const { observe, disconnect } = methods;
    methods.observe = function (this: object, ...args) {
      const from = ours();
      if (from) live.set(`observer ${numberOf(this)}`, { what: name, from });
      return observe?.apply(this, args);
    };
    methods.disconnect = function (this: object, ...args) {
      live.delete(`observer ${numberOf(this)}`);
      return disconnect?.apply(this, args);
    };
  }

  // What makes the browser bring layout or style up to date before it can answer.
  const reads: LayoutRead[] = [];
  const note = (what: string) => {
    const by = calls();
    if (by[0]) reads.push({ what, during: during || 'else', calls: by });
  };
  const spy = (owner: object | undefined, names: string) => {
    for (const name of names.split(' ')) {
      const found = owner && Object.getOwnPropertyDescriptor(owner, name);
      if (!found?.configurable) continue;
      const { get, value } = found;
      const noted = <F extends (...args: unknown[]) => unknown>(work: F) =>
        function (this: unknown, ...args: unknown[]) {
          note(name);
          return work.apply(this, args);
        };
      if (get) Object.defineProperty(owner, name, { ...found, get: noted(get) });
      else if (typeof value === 'function') Object.defineProperty(owner, name, { ...found, value: noted(value) });
    }
  };
  const BOX = 'Top Left Width Height';
  const boxes = (prefix: string) =>
    BOX.split(' ')
      .map((side) => prefix + side)
      .join(' ');
  const POINT = 'elementFromPoint elementsFromPoint';
  spy(
    Element.prototype,
    `${boxes('client')} ${boxes('scroll')} getBoundingClientRect getClientRects checkVisibility scrollIntoView scrollIntoViewIfNeeded scrollTo scrollBy scroll computedStyleMap`,
  );
  spy(HTMLElement.prototype, `${boxes('offset')} offsetParent innerText outerText`);
  spy(Document.prototype, `${POINT} caretRangeFromPoint caretPositionFromPoint scrollingElement`);
  spy(ShadowRoot.prototype, POINT);
  spy(Range.prototype, 'getBoundingClientRect getClientRects');
  spy(MouseEvent.prototype, 'offsetX offsetY layerX layerY');
  spy(SVGGraphicsElement.prototype, 'getBBox getCTM getScreenCTM');
  spy(VisualViewport.prototype, 'width height offsetTop offsetLeft pageTop pageLeft scale');
  spy(
    window,
    'scrollX scrollY pageXOffset pageYOffset innerWidth innerHeight getComputedStyle scrollTo scrollBy scroll matchMedia',
  );

  // With an element that is no longer in the page, its listeners are gone too.
  const isGone = ({ target }: { target?: EventTarget }) => target instanceof Element && !target.isConnected;
  const heldAs = (kind: string) => () =>
    [...live]
      .filter(([key, held]) => key.startsWith(kind) && !isGone(held))
      .map(([, { what, from, passive }]) => ({ what, from, passive }));
  const instruments: Instruments = {
    listeners: heldAs('listener'),
    timers: heldAs('timer'),
    observers: heldAs('observer'),
    everListened: () => ever,
    reads: () => reads,
    ran: () => ran,
  };
  Object.assign(window, { instruments });
};
