/**
 * The ready themes, beneath the shop's own `--waver-…`: paper is what `style.ts` falls back to, ink is dark, outline is
 * flat, square and bordered on either.
 */
export const themes = `
:host([data-theme~=ink]){color-scheme:dark!important;--w_surface:#171b21;--w_text:#eef1f5;--w_line:rgba(238,241,245,.22);--w_tint:#a9c6ea;--w_shade:0 16px 48px rgba(0,0,0,.6)}
:host([data-theme~=outline]){--w_corner:0px;--w_line:var(--waver-text,var(--w_text,#1d2530));--w_shade:none}
`;
