import type { ClaimAnswer } from '../src/types';
import { claimOffer } from './claimOffer';
import { fill } from './fill';
import { deadline, span } from './format';
import type { Face, Scene } from './scene';

/** Points with a real deadline. The time left is told from the deadline alone, so it can never start anew. */
export const limitedPoints = (scene: Scene, { points, endsAt }: { points: number; endsAt: number }): (() => Face) => {
  const { words, door, end, redraw } = scene;
  const { copy, locale } = words;
  let answer: ClaimAnswer | 'asking' | null = null;
  let timer: ReturnType<typeof setTimeout>;
  const left = () => endsAt - door.now();

  /** Wakes when what is shown changes: each minute, in the last one each second. */
  const schedule = () => {
    const rest = left();
    timer = setTimeout(tick, rest > 0 ? ((rest - 1) % (rest > 60_000 ? 60_000 : 1000)) + 1 : 0);
  };
  const tick = () => {
    if (left() <= 0) return end('expired');
    redraw();
    schedule();
  };
  const stop = () => clearTimeout(timer);
  schedule();
  scene.onClose(stop);

  const claim = async () => {
    stop();
    answer = 'asking';
    redraw();
    answer = await claimOffer(door.claim, scene.showing.campaign);
    door.claim.answered(answer);
    // The shop may still be reached, as long as there is time.
    if (answer === 'unreachable') return tick();
    end(answer === 'granted' ? 'accepted' : 'expired', 'stays');
    redraw();
  };

  return () => {
    const facts = { n: points.toLocaleString(locale), time: deadline(words, endsAt, door.now()) };
    const asking = answer === 'asking';
    const isOpen = !answer || asking || answer === 'unreachable';
    return {
      title: fill(answer && answer !== 'asking' ? copy[answer] : copy.pointsTitle, facts),
      body: (
        <>
          <p>{isOpen ? fill(copy.pointsBody, facts) : copy.pointsSame}</p>
          {/* A timer is silent to screen readers by its role; the time it ends stands in the sentence above. */}
          {isOpen && (
            <p part="timer" class="fact" role="timer">
              {fill(copy.pointsTimer, { time: span(words, left()) })}
            </p>
          )}
        </>
      ),
      actions: isOpen
        ? [
            {
              label: asking ? copy.pointsAsking : answer ? copy.pointsAgain : copy.pointsAction,
              busy: asking,
              run: claim,
            },
          ]
        : [],
      dismiss: isOpen ? copy.later : copy.close,
    };
  };
};
