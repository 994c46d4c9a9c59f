/** The first and the last day, in UTC. */
export const spanOf = (times, rows) => {
  if (!times) return {};
  if (times.length !== rows) throw new Error(`times: expected one for each of ${rows} rows, got ${times.length}`);
  const wrong = Array.from(times).findIndex((time) => Number.isNaN(new Date(time).getTime()));
  if (wrong >= 0) throw new Error(`times, row ${wrong + 1}: expected milliseconds since 1970, got "${times[wrong]}"`);
  const day = (time) => new Date(time).toISOString().slice(0, 10);
  const [first, last] = Array.from(times).reduce(
    ([a, b], time) => [Math.min(a, time), Math.max(b, time)],
    [Infinity, -Infinity],
  );
  return { from: day(first), to: day(last) };
};
