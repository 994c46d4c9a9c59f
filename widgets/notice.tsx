import { type NoticeContent, noticeOf } from './noticeOf';
import { safeAddress } from './safeAddress';
import type { Face, Scene } from './scene';
import { style } from './style';

const css = `
.reach{margin-top:12px}
.reach a{display:block;width:fit-content;padding:4px 0;font-weight:600}
a{color:inherit}
p{text-wrap:pretty}
progress{display:block;width:100%;height:10px;margin-top:12px;accent-color:var(--waver-accent,var(--_own,#22405f))}
.products{margin-top:8px;padding:0;list-style:none}
.products a{display:flex;align-items:center;padding:8px 0;min-height:44px;text-decoration:none}
.products span{text-decoration:underline}
.products b{margin-inline-start:auto;padding-inline-start:12px;white-space:nowrap}
`;

/**
 * What the shop has to say: a title, a sentence or two, and one thing to do. The shop's own words go before the ready ones;
 * facts stay. Throws where there is nothing to say, or nowhere to go.
 */
export const notice = (scene: Scene, content: NoticeContent): (() => Face) => {
  const { words, showing, door, host, end } = scene;
  const { copy } = words;
  const own = showing.copy ?? {};
  const said = noticeOf(scene, content);
  const { lines = [], facts, action = copy.deliveryAction } = said ?? {};
  const title = own.title || said?.title;
  const label = own.action || action;
  const wanted = own.link || said?.link;
  const link = safeAddress(wanted);
  if (!said || !title || (wanted && !link)) throw new Error(`nothing to show for "${showing.campaign}"`);
  const run = (!own.link && said.run) || (() => end('accepted'));
  if (host.shadowRoot) style(host.shadowRoot, door.nonce, css);
  const face: Face = {
    title,
    body: (
      <>
        {(own.body ? [own.body] : lines).map((line) => line && <p dir="auto">{line}</p>)}
        {facts}
      </>
    ),
    actions: label ? [{ label, link, run }] : [],
    tall: content.popup === 'alternatives',
    dismiss: own.dismiss || copy.later,
  };
  return () => face;
};
