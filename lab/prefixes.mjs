import { sessionsOf } from './sessionsOf.mjs';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What is known of a session after each of its events, and nothing of what comes later. */
const walk = (events, kinds, from) => {
  const counts = Object.fromEntries(kinds.map((kind) => [`count-${kind}`, 0]));
  const first = events.findIndex(({ event }) => event === from);
  let longest = 0;
  return events.map(({ at, event }, i) => {
    const gap = i ? (at - events[i - 1].at) / 1000 : 0;
    longest = Math.max(longest, gap);
    counts[`count-${event}`]++;
    return {
      events: i + 1,
      'events-since': i - first,
      elapsed: (at - events[0].at) / 1000,
      'last-gap': gap,
      'longest-gap': longest,
      'last-event': event,
      // On the log's own clock: a time without a zone was read as it stands.
      month: months[new Date(at).getUTCMonth()],
      ...counts,
    };
  });
};

/**
 * From an event log to rows that a model can learn from while sessions go on: one for each event from the first `from` on,
 * up to the last one before `until`, with what was known just then. A session without `until` ends with its last event.
 * One without `from`, or with `until` before it, gives no row. All rows of a session weigh one together, so that long
 * sessions count no more than short ones. `columns` are taken as they stand in the row of the event. `bought` is the
 * outcome, `step` how many events after `from`, `left` how many seconds before the session's last row.
 * @param {Record<string, unknown>[]} rows
 * @param {{ session: string, time: string, event: string, from: string, until: string, group?: string,
 *   columns?: string[] }} options
 */
export const prefixes = (rows, { from, until, columns = [], ...names }) => {
  const { sessions, kinds } = sessionsOf(rows, { ...names, columns });
  for (const [option, kind] of Object.entries({ from, until }))
    if (!kinds.includes(kind)) throw new Error(`--${option}: no event "${kind}", expected one of ${kinds.join(', ')}`);
  if (from === until) throw new Error(`--until: "${until}" is --from too, expected another event`);
  const counted = kinds.filter((kind) => kind !== until);
  return sessions.flatMap(({ name, group, events }) => {
    const end = events.findIndex(({ event }) => event === until);
    const seen = end < 0 ? events : events.slice(0, end);
    const first = seen.findIndex(({ event }) => event === from);
    if (first < 0) return [];
    const known = walk(seen, counted, from);
    const taken = columns.find((column) => column === 'bought' || Object.hasOwn(known[0], column));
    if (taken) throw new Error(`--columns: "${taken}" is the name of something worked out, expected another name`);
    return seen.slice(first).map(({ at, row }, step) => ({
      features: {
        ...known[first + step],
        ...Object.fromEntries(columns.map((column) => [column, row[column]])),
        bought: end < 0 ? 0 : 1,
      },
      session: name,
      group,
      step,
      at,
      left: (seen[seen.length - 1].at - at) / 1000,
      weight: 1 / (seen.length - first),
    }));
  });
};
