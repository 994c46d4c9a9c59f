import { toHtml } from './toHtml.mjs';

/** A table with a head; the first cell of each row names it. May be wider than a phone. */
export const table = (
  head,
  rows,
) => `<div class="table" tabindex="0" role="region" aria-label="${toHtml(head[0] || 'Table')}"><table>
<thead><tr>${head.map((cell) => `<th scope="col">${toHtml(cell)}</th>`).join('')}</tr></thead>
<tbody>
${rows
  .map(
    ([name, ...cells]) =>
      `<tr><th scope="row">${toHtml(name)}</th>${cells.map((cell) => `<td>${toHtml(cell)}</td>`).join('')}</tr>`,
  )
  .join('\n')}
</tbody></table></div>`;

export const paragraph = (text, name) => `<p${name ? ` class="${name}"` : ''}>${toHtml(text)}</p>`;
