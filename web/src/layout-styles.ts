// Style of a panel over the page, adopted after the widget's own.

import { hostStyles } from './layout.ts';

const both = `
.frame{position:fixed;z-index:var(--who-says-layer,1000)}
.bar{position:absolute;inset:0 0 auto;z-index:2;height:var(--bar);display:flex;align-items:center;justify-content:flex-end;padding-inline:4px}
.bar button{display:flex;align-items:center;justify-content:center;flex:none;width:max(44px,2.75rem);height:max(44px,2.75rem);margin:0;padding:0;border:0;border-radius:8px;background:none;color:var(--ws-soft);font-size:0;cursor:pointer}
.bar button[hidden]{display:none}
.bar button:hover{color:var(--ws-ink)}
.bar button:focus-visible,.edge:focus-visible{outline:2px solid var(--ws-accent);outline-offset:-2px}
.bar button::before{content:"";width:10px;height:10px;border:solid;border-width:2px 0 0 2px;rotate:45deg;translate:0 3px}
.bar .less::before{rotate:225deg;translate:0 -3px}
.scroller{top:calc(var(--bar) - 16px);clip-path:none}`;

/** On paper, what nobody has opened has no lists, unless the page asks for the article with its numbers. */
const unopened = '.bar{display:none}:host(:not([open=true],[who-says-prints])) :is(.frame,.paper){display:none!important}';

export const overStyles = {
  docked: `${hostStyles.docked}:host(:not([open=true])) .frame{display:none}
@media screen{${both}
.frame{--bar:max(44px,2.75rem);inset-block:0;inset-inline:auto 0;max-width:calc(100vw - 48px);border-width:0;border-inline-start-width:1px;border-radius:0}
.bar{pointer-events:none}.bar button{pointer-events:auto}
.bar .less::before{content:"×";width:auto;height:auto;border:0;rotate:none;translate:none;font:400 26px/1 system-ui,sans-serif}
.edge{position:absolute;inset-block:0;inset-inline-start:-12px;width:24px;z-index:3;cursor:ew-resize;touch-action:pinch-zoom}
.edge::before{content:"";position:absolute;top:calc(50% - 20px);inset-inline-start:10px;height:40px;border-inline-start:4px solid var(--ws-soft);border-radius:2px;opacity:.55}
.edge:is(:hover,:focus)::before{opacity:1}
.opener{position:fixed;inset:auto;inset-block-end:16px;inset-inline-end:16px;z-index:var(--who-says-layer,1000);min-height:44px;box-shadow:0 4px 18px rgba(0,0,0,.18)}
.count{margin-inline-start:8px;font-weight:400;color:var(--ws-soft)}
:host([open=true]) .opener{display:none}}
@media print{.edge{display:none}${unopened}}`,
  sheet: `${hostStyles.sheet}
@media screen{${both}
:host{--ws-peek:calc(max(56px,3.5rem) + env(safe-area-inset-bottom,0px));max-height:none!important}
:host([open=true]){height:50vh!important}
.frame{--bar:max(44px,2.75rem);inset:auto 0 0;margin-inline:auto;max-width:640px;height:calc(100vh - 24px);height:calc(100svh - 24px);border-width:1px 0 0;
border-radius:var(--who-says-radius,14px) var(--who-says-radius,14px) 0 0;box-shadow:var(--who-says-shadow,0 -6px 28px rgba(0,0,0,.16))}
.frame[data-height=half]{height:50vh}
.frame[data-height=peek]{--bar:max(56px,3.5rem);height:var(--ws-peek)}
.frame[data-height=peek] .scroller{display:none}
.scroller{bottom:env(safe-area-inset-bottom,0px)}
.bar{touch-action:pinch-zoom;cursor:grab}
.bar::before{content:"";position:absolute;top:7px;inset-inline:calc(50% - 18px);border-top:4px solid var(--ws-soft);border-radius:2px;opacity:.55}
.bar .line{display:block;flex:1;width:auto;min-width:0;padding:8px 12px 0;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;text-align:start;color:var(--ws-ink);font:600 max(14px,.875rem)/1.4 var(--who-says-font,system-ui,sans-serif)}
.bar .line::before{display:inline-block;width:10px;height:10px;margin-inline-end:10px;border:0;border-radius:5px;background:var(--ws-hue,none);rotate:none;translate:none;forced-color-adjust:none}
.line:not([style])::before{display:none}
.line[aria-expanded=true]{visibility:hidden}
.opener{display:none}}
@media print{${unopened}}`,
};
