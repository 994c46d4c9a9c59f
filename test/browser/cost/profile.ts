import type { CDPSession } from 'playwright-core';
import { sourceOf } from './sourceOf';

/** Own time of Waver's functions while this goes on, the costliest first: `12.3 ms src/signals/sections.ts:37`. */
export const profile = async (session: CDPSession, work: () => Promise<unknown>, most = 15): Promise<string[]> => {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  await work();
  const { nodes, samples = [], timeDeltas = [] } = (await session.send('Profiler.stop')).profile;
  const placeOf = new Map<number, string>();
  for (const { id, callFrame } of nodes) {
    const { url, lineNumber, columnNumber } = callFrame;
    if (!url.includes('/dist/')) continue;
    placeOf.set(id, sourceOf(`${new URL(url).pathname}:${lineNumber + 1}:${columnNumber + 1}`));
  }
  const usOf = new Map<string, number>();
  samples.forEach((id, i) => {
    const place = placeOf.get(id);
    if (place) usOf.set(place, (usOf.get(place) ?? 0) + (timeDeltas[i] ?? 0));
  });
  return [...usOf]
    .sort(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([place, us]) => `${(us / 1000).toFixed(1)} ms ${place}`);
};
