import { isolation } from '../web/content-security-policy.ts'

/** The pages of the one-machine locality itself: plain, readable, with the NHS look and nothing from outside. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Redesign Panels</title>
<link rel="stylesheet" href="/local/page.css">
</head>
<body>
<a class="skip" href="#main">Skip to main content</a>
<header><div class="width"><strong>Redesign Panels</strong> <span>one-machine locality</span></div></header>
<main id="main" class="width">
${body}
</main>
</body>
</html>
`
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  ...isolation,
  // Not no-referrer: forms of these pages would then be sent with the origin `null`, like those of strangers.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
}

/** At `/local/page.css`: nothing of these pages is inline. */
export const style = `
*{box-sizing:border-box}
body{margin:0;font:1.1875rem/1.5 Arial,Helvetica,sans-serif;color:#212b32;background:#f0f4f5}
.width{max-width:60rem;margin:0 auto;padding:0 1rem}
body,pre{overflow-wrap:anywhere}
header{background:#005eb8;color:#fff;padding:1rem 0}
header span{opacity:.9;margin-left:.5rem}
.skip{position:absolute;left:-999em}
.skip:focus{position:static;display:block;padding:.5rem 1rem;background:#ffeb3b;color:#212b32}
main.width{padding-top:2rem;padding-bottom:3rem}
h1{font-size:2rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.375rem;line-height:1.3;margin:2rem 0 .5rem}
a{color:#005eb8}
a:focus,button:focus,summary:focus{outline:4px solid transparent;background:#ffeb3b;color:#212b32;box-shadow:0 -2px #ffeb3b,0 4px #212b32}
.note{background:#fff;border-left:8px solid #005eb8;padding:1rem;margin:0 0 1.5rem}
ul.people{list-style:none;margin:0;padding:0;display:grid;gap:.5rem;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr))}
ul.people button{display:block;width:100%;min-height:44px;text-align:left;font:inherit;padding:.75rem 1rem;border:1px solid #768692;border-radius:4px;background:#fff;color:#005eb8;cursor:pointer}
ul.people button:hover{border-color:#003087;color:#003087}
ul.people small{display:block;color:#4c6272;font-size:1rem}
.button{font:inherit;font-weight:700;min-height:44px;padding:.5rem 1.25rem;border:0;border-radius:4px;background:#007f3b;color:#fff;box-shadow:0 4px #00401e;cursor:pointer}
form.search{margin:0 0 1.5rem}
form.search input{font:inherit;width:100%;max-width:24rem;min-height:44px;padding:.25rem .5rem;border:2px solid #4c6272;margin:.25rem .5rem .5rem 0}
label{display:block;font-weight:700}
article{background:#fff;border:1px solid #d8dde0;padding:1rem;margin:0 0 1rem}
article h2{margin:0}
article p{margin:.25rem 0;color:#4c6272}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:.75rem 0 0}
`
