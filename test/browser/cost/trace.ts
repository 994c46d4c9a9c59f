/** Reads Chromium's own trace: which script ran when, called by what, and how long tasks were. */

export const TRACED = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel', 'v8'];

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly data?: { readonly url?: string; readonly type?: string } };
}

interface Call {
  readonly url: string;
  /** What called it: `EventDispatch click`, `TimerFire`, `FireIdleCallback`, …; `Task` for none of them. */
  readonly during: string;
  readonly us: number;
}

/** A task of a page's main thread in which script of Waver ran. */
interface Task {
  readonly us: number;
  /** Of these, in calls and evaluations of Waver. */
  readonly oursUs: number;
}

const CALLS = /^(FunctionCall|EvaluateScript|EvaluateModule|v8\.evaluateModule|v8\.compile|v8\.compileModule)$/;
const CAUSES =
  /^(EventDispatch|TimerFire|FireIdleCallback|FireAnimationFrame|RunMicrotasks|IntersectionObserverController::computeIntersections)$/;

export const readTrace = (trace: Buffer): { calls: Call[]; tasks: Task[] } => {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const whole = traceEvents
    .filter(({ ph, dur }) => ph === 'X' && dur !== undefined)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const calls: Call[] = [];
  const tasks: Task[] = [];
  const threads = new Map<string, TraceEvent[]>();
  const ours = new Map<TraceEvent, number>();
  for (const event of whole) {
    const thread = `${event.pid} ${event.tid}`;
    const stack = threads.get(thread) ?? [];
    threads.set(thread, stack);
    while (stack.length) {
      const last = stack[stack.length - 1] as TraceEvent;
      if (last.ts + (last.dur ?? 0) > event.ts) break;
      stack.pop();
    }
    const url = event.args?.data?.url ?? '';
    if (CALLS.test(event.name) && url) {
      const cause = [...stack].reverse().find(({ name }) => CAUSES.test(name));
      const nested = stack.some((one) => CALLS.test(one.name) && one.args?.data?.url === url);
      if (!nested) {
        calls.push({
          url,
          during: cause ? [cause.name, cause.args?.data?.type].filter(Boolean).join(' ') : event.name,
          us: event.dur ?? 0,
        });
        const task = stack.find(({ name }) => /RunTask$/.test(name));
        if (task && url.includes('/dist/')) ours.set(task, (ours.get(task) ?? 0) + (event.dur ?? 0));
      }
    }
    stack.push(event);
  }
  for (const [{ dur = 0 }, oursUs] of ours) tasks.push({ us: dur, oursUs });
  return { calls, tasks };
};
