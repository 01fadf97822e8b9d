"""Somebody at the keyboard, who is counted: each key, and each wait for the machine."""

import time

# 40 words of five letters a minute.
SECONDS_A_KEY = 60 / (40 * 5)


class Typist:
    def __init__(self, page):
        self.page, self.keys, self.waited = page, 0, 0.0
        self.wire = page.context.new_cdp_session(page)

    @property
    def typing(self):
        return self.keys * SECONDS_A_KEY

    def say(self, text):
        """Types into whatever has the focus."""
        self.page.keyboard.type(text)
        self.keys += len(text)

    def press(self, key, times=1):
        for _ in range(times):
            self.page.keyboard.press(key)
            self.keys += len(key.split("+"))

    def key(self, letter):
        """One of the shortcuts of the page: Alt and a letter. Playwright's own key presses lack what an access key is known by."""
        key = {"modifiers": 1, "key": letter, "code": f"Key{letter.upper()}", "windowsVirtualKeyCode": ord(letter.upper())}
        self.wire.send("Input.dispatchKeyEvent", {"type": "keyDown", "unmodifiedText": letter, **key})
        self.wire.send("Input.dispatchKeyEvent", {"type": "keyUp", **key})
        self.keys += 2

    def tab_to(self, selector, most=40):
        """Walks by Tab, each step counted."""
        for _ in range(most):
            self.press("Tab")
            if self.page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector):
                return
        raise RuntimeError(f"{selector}: not within {most} steps")

    def field(self, name, text):
        self.tab_to(f"[name='{name}']")
        self.say(text)

    def choose(self, value, selector):
        """In a list, by the first letters of what it is called, as many as it takes."""
        chosen = self.page.locator(selector)
        label = chosen.locator(f"option[value='{value}']").inner_text().strip()
        for letter in label:
            self.say(letter)
            if chosen.input_value() == value:
                return
        raise RuntimeError(f"{label}: not in the list")

    def wait(self, until):
        """What the person sees only after the machine has done its part."""
        started = time.monotonic()
        answer = until()
        self.waited += time.monotonic() - started
        return answer

    def follow(self, act):
        """A key that leads to another page."""
        def loaded():
            with self.page.expect_navigation():
                act()
        self.wait(loaded)
