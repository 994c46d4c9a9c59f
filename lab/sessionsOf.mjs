import { readTime } from './readTime.mjs';

/** A log whose events are addresses or sentences has nothing to count. */
const MOST_EVENTS = 60;

const cellOf = (record, column, i) => {
  const cell = record[column];
  const text = cell === undefined || cell === null ? '' : String(cell).trim();
  if (!text) throw new Error(`column "${column}", row ${i + 1}: expected a value, got none`);
  return text;
};

/**
 * The rows of an event log as sessions, in the order of their first events; within a session events are in order of
 * time, and those of the same time stay in the file's order.
 * @param {Record<string, unknown>[]} rows
 * @param {{ session: string, time: string, event: string, group?: string, columns: string[] }} names
 */
export const sessionsOf = (rows, { session, time, event, group, columns }) => {
  for (const column of [session, time, event, ...(group ? [group] : []), ...columns])
    if (!rows.some((row) => Object.hasOwn(row, column)))
      throw new Error(`column "${column}": not in the file, which has ${Object.keys(rows[0] ?? {}).join(', ')}`);
  /** @type {Map<string, { name: string, group: string, events: { at: number, event: string, row: Record<string, unknown> }[] }>} */
  const sessions = new Map();
  rows.forEach((row, i) => {
    const name = cellOf(row, session, i);
    const at = readTime(row[time]);
    if (Number.isNaN(at))
      throw new Error(
        `column "${time}", row ${i + 1}: expected a time such as 2026-03-01 12:30:00, or seconds or milliseconds since 1970, got "${row[time] ?? ''}"`,
      );
    const of = group ? cellOf(row, group, i) : name;
    const known = sessions.get(name) ?? { name, group: of, events: [] };
    if (known.group !== of)
      throw new Error(`column "${group}", row ${i + 1}: session "${name}" belongs to "${known.group}" and to "${of}"`);
    known.events.push({ at, event: cellOf(row, event, i), row });
    sessions.set(name, known);
  });
  const kinds = new Set([...sessions.values()].flatMap(({ events }) => events.map((one) => one.event)));
  if (kinds.size > MOST_EVENTS)
    throw new Error(`column "${event}": ${kinds.size} different events, expected at most ${MOST_EVENTS}`);
  for (const { events } of sessions.values()) events.sort((a, b) => a.at - b.at);
  const inOrder = [...sessions.values()].sort((a, b) => a.events[0].at - b.events[0].at || (a.name < b.name ? -1 : 1));
  return { sessions: inOrder, kinds: [...kinds].sort() };
};
