import { type NoticeContent, noticeOf } from './noticeOf';
import { safeAddress } from './safeAddress';
import type { Face, Scene } from './scene';
import { style } from './style';

const css = `
.reach{margin-top:12px}
.reach a{display:block;width:fit-content;padding:4px 0;font-weight:600}
a{color:inherit}
p{text-wrap:pretty}
progress{display:block;width:100%;height:10px;margin-top:12px;accent-color:var(--w_rim,var(--waver-accent,var(--w_own,var(--w_tint,#22405f))))}
img{flex:none;width:48px;height:48px;object-fit:cover;vertical-align:middle;margin-inline-end:8px;border-radius:6px}
.products{margin:8px 0 -8px;padding:0;list-style:none}
.products li+li{border-top:1px solid var(--w_rule)}
.products a{display:flex;align-items:center;padding:10px 0;min-height:44px;text-decoration:none}
.products:has(img:not([hidden])) a:not(:has(img:not([hidden]))){padding-inline-start:56px}
.products span{text-decoration:underline 1px;text-underline-offset:.2em}
.products a:hover span{text-decoration-thickness:2px}
.products b{margin-inline-start:auto;padding-inline-start:12px;white-space:nowrap}
`;

/**
 * What the shop has to say: a title, a sentence or two, and one thing to do. The shop's own words go before the ready ones;
 * facts stay. Throws where there is nothing to say, or nowhere to go.
 */
export const notice = (scene: Scene, content: NoticeContent): (() => Face) => {
  const { showing, door, host, end } = scene;
  const own = showing.copy ?? {};
  const draw = (): Face => {
    const { copy } = scene.words;
    const said = noticeOf(scene, content);
    const { lines = [], facts, action = copy.deliveryAction } = said ?? {};
    const title = own.title ? <bdi>{own.title}</bdi> : said?.title;
    const label = own.action || action;
    const wanted = own.link || said?.link;
    const link = safeAddress(wanted);
    if (!said || !title || (wanted && !link)) throw new Error(`nothing to show for "${showing.campaign}"`);
    const run = (!own.link && said.run) || (() => end('accepted'));
    return {
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
  };
  // Whatever it lacks is said before there is anything to see.
  draw();
  if (host.shadowRoot) style(host.shadowRoot, door.nonce, css);
  return draw;
};
