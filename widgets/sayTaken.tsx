import type { ComponentChild } from 'preact';
import type { enPreferences } from './copy/enPreferences';
import { figure } from './figure';
import { fill } from './fill';
import type { Taken } from './takeFile';

/** Written for whoever made the file: enough of them to see what is meant. */
const MOST_REASONS = 3;
const MOST_CHARS = 120;

/** What became of a file: how many answers came in, how many did not, and why. */
export const sayTaken = (read: Taken | null, copy: typeof enPreferences, locale: string): ComponentChild => {
  const { taken, refused } = read ?? { taken: 0, refused: [] };
  // A reason that names no answer is about the file as a whole.
  const isUnread = !read || (!taken && refused[0]?.startsWith('file'));
  return (
    <>
      <p>{isUnread ? copy.unreadable : fill(copy.taken, { n: figure(locale, taken) })}</p>
      {refused.length > 0 && !isUnread && <p>{fill(copy.leftOut, { n: figure(locale, refused.length) })}</p>}
      {refused.length > 0 && (
        // Its marks on the side where its lines begin.
        <ul class="small" lang="en" dir="ltr">
          {refused.slice(0, MOST_REASONS).map((reason) => (
            <li key={reason}>{reason.slice(0, MOST_CHARS)}</li>
          ))}
        </ul>
      )}
    </>
  );
};
