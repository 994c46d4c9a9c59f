import { paintStyle } from './paint.mjs';

/** How the page looks, from a phone's width on, by day and by night. */
export const proofStyle = `${paintStyle}
  body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 48rem; margin: 0 auto; padding: 1rem 16px 4rem; overflow-wrap: break-word }
  h1 { font-size: 1.6rem; line-height: 1.25; margin: 1rem 0 .5rem } h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--faint) } h3 { font-size: 1rem; margin: 1.5rem 0 .5rem }
  p { margin: .5rem 0 } .soft { color: var(--soft) }
  .verdict { font-size: 1.15rem; background: var(--panel); border-left: 4px solid var(--line); padding: .75rem 1rem; border-radius: 0 6px 6px 0 }
  .warning { border-left: 4px solid var(--warm); background: var(--panel); padding: .5rem 1rem; border-radius: 0 6px 6px 0 }
  .made-up { background: var(--warm); color: var(--paper); font-weight: bold; padding: .75rem 1rem; border-radius: 6px }
  .table { overflow-x: auto; margin: .75rem 0 } table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums }
  th { text-align: left; font-weight: normal } thead th { color: var(--soft); vertical-align: bottom; border-bottom: 1px solid var(--soft) } td { white-space: pre-line } th, td { padding: .3rem .5rem .3rem 0; vertical-align: top } tbody tr { border-bottom: 1px solid var(--faint) }
  svg { max-width: 100%; height: auto; display: block; margin: .5rem 0 } .wide { display: none } dt { font-weight: bold; margin-top: .5rem } dd { margin: 0 }
  @media (min-width: 800px) { .wide { display: block } .narrow { display: none } }
  @media print { h2 { break-after: avoid } svg, table { break-inside: avoid } }`;
