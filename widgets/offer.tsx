import type { PopupContent } from '../src/types';
import { type Claimed, claimOffer } from './claimOffer';
import { enOffer } from './copy/enOffer';
import { counted } from './counted';
import { fill, say } from './fill';
import { deadline, span } from './format';
import type { Action, Face, Scene } from './scene';

/** What is said aloud of the time left: at five minutes and at one, and nothing in between. */
const MARKS_MS: readonly number[] = [300_000, 60_000];
/** As long as screen readers take to notice it; afterwards it would be found where it is no longer true. */
const SAID_MS = 3000;

/**
 * What the shop offers until a real deadline. The time left is told from the deadline alone, so it can never start anew; and
 * from a clock that nobody can set, so that it never grows while it is looked at.
 */
export const offer = (
  scene: Scene,
  { kind, amount, endsAt }: Extract<PopupContent, { popup: 'offer' }>,
): (() => Face) => {
  const { door, showing, end, redraw } = scene;
  const own = showing.copy ?? {};
  const opened = performance.now();
  const atFirst = endsAt - door.now();
  let claimed: Claimed | null = null;
  let isAsking = false;
  let copied: boolean | null = null;
  /** Which mark of the time left was passed just now, or that the code was copied. */
  let said: number | 'copied' | undefined;
  let closed = false;
  let timer: ReturnType<typeof setTimeout>;
  const left = () => Math.min(endsAt - door.now(), atFirst - performance.now() + opened) - (claimed?.ahead ?? 0);
  const isOpen = () => !claimed || claimed.status === 'unreachable';

  /** Wakes when what is shown changes: each minute, in the last one each second. */
  const schedule = () => {
    const rest = left();
    timer = setTimeout(tick, rest > 0 ? ((rest - 1) % (rest > 60_000 ? 60_000 : 1000)) + 1 : 0);
  };
  const stop = () => clearTimeout(timer);
  const tick = () => {
    stop();
    // While the shop is asked its answer is awaited, and once it is there the time is of no interest.
    if (closed || isAsking || !isOpen()) return;
    const rest = left();
    if (rest <= 0) return end('expired');
    said = MARKS_MS.find((ms) => rest <= ms && rest > ms - SAID_MS && atFirst > ms);
    redraw();
    schedule();
  };
  schedule();
  scene.onClose(() => {
    closed = true;
    stop();
  });
  // A device that slept, or a page that was put aside, has missed its timers.
  scene.listen(document, 'visibilitychange', tick);
  scene.listen(window, 'pageshow', tick);

  const claim = async () => {
    stop();
    said = undefined;
    isAsking = true;
    redraw();
    const { offer: made } = door.claim;
    const asked = { offer: made?.id ?? '', campaign: showing.campaign, kind, amount, endsAt };
    claimed = await claimOffer(door.claim, asked, door.now);
    isAsking = false;
    // A code that nobody saw is not taken: it can be asked for again, by the same id.
    if (closed && kind === 'code' && claimed.status === 'granted') return;
    door.claim.answered(claimed.status);
    // The shop may still be reached, as long as there is time.
    if (isOpen()) return tick();
    end(claimed.status === 'granted' ? 'accepted' : 'expired', 'stays');
    redraw();
  };
  const copyCode = async (code: string) => {
    copied = await navigator.clipboard.writeText(code).then(
      () => true,
      () => false,
    );
    said = copied ? 'copied' : undefined;
    redraw();
  };

  /** One call to action: to ask, to ask again, and to take a code along where the browser can. */
  const actions = (copy: typeof enOffer): Action[] => {
    const { code } = claimed ?? {};
    if (isOpen()) {
      const label = isAsking
        ? copy.offerAsking
        : claimed
          ? copy.offerAgain
          : (own.action ?? (kind === 'code' ? copy.offerGet : copy.offerReserve));
      return [{ label, busy: isAsking, run: claim }];
    }
    return code && copied !== false && navigator.clipboard
      ? [{ key: 'copy', label: copied ? copy.offerCopied : copy.offerCopy, run: () => copyCode(code) }]
      : [];
  };

  return () => {
    const { words } = scene;
    const { locale } = words;
    const copy = { ...enOffer, ...words.copy };
    const { status, code } = claimed ?? {};
    const isLost = !isAsking && status === 'unreachable';
    const timeLeft = (ms: number) => say(copy.offerTimer, { time: span(words, ms) });
    const points = counted(locale, copy.offerPoints, amount);
    const facts = { offer: say(copy.offers[kind], { points }), time: deadline(words, endsAt, door.now()) };
    const granted = kind === 'code' ? copy.offerCode : copy.offerGranted;
    const answer = status === 'granted' ? granted : status && copy[status];
    return {
      title: isOpen() || !answer ? own.title ? <bdi>{own.title}</bdi> : facts.offer : fill(answer, facts),
      body: (
        <>
          {/* There before its text, or screen readers miss it. The offer still stands in the title. */}
          <div role="status" class={isLost ? undefined : 'sr'}>
            {isLost && copy.unreachable}
          </div>
          {isOpen() && own.body && <p dir="auto">{own.body}</p>}
          {isOpen() && <p>{fill(own.body ? copy.offerEnds : copy.offerBody, facts)}</p>}
          {/* A timer is silent to screen readers by its role; the time it ends stands in the sentence above. */}
          {isOpen() && (
            <p part="timer" class="fact" role="timer">
              {timeLeft(left())}
            </p>
          )}
          {!isOpen() && <p>{code ? copy.offerEnter : copy.offerSame}</p>}
          {code && (
            <p part="code" class="fact" dir="ltr" translate={false}>
              {code}
            </p>
          )}
          <p role="status" class="sr">
            {typeof said === 'number' ? timeLeft(said) : said && copy.offerCopied}
          </p>
        </>
      ),
      actions: actions(copy),
      dismiss: isOpen() ? (own.dismiss ?? copy.later) : copy.close,
    };
  };
};
